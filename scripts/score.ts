/** `handrail score DIR...`: how much of each field is read right on saved pages, with the adapters and without them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { compareReading, type Miss, type Tally, type TrueTicket } from './compare-reading.ts';
import { pageCases, readPages } from './read.ts';
import { readable, WrongUsage } from './wrong-usage.ts';

/** Case files may say who rendered the page. `own`: markup written by ourselves; it is reported apart and never counts. */
interface CaseFile {
  readonly helpdesk: string;
  readonly locale?: string;
  readonly made?: { readonly by: 'own' | 'software' | 'components'; readonly how: string };
  readonly ticket: TrueTicket | null;
  /** The truth is what the reader said, and nobody has looked at it yet. */
  readonly draft?: boolean;
}

interface ScoredCase {
  readonly name: string;
  /** `generic`: read with the adapters switched off. */
  readonly adapter: string | undefined;
  readonly product: string;
  readonly foreign: boolean;
  readonly locale: string | undefined;
  readonly isTicket: boolean;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly misses: readonly Miss[];
}

/**
 * @param args folders of cases, at any depth; `--misses` lists every value that was not read right; `--adapter generic`
 * scores the general reader alone
 * @returns exit code 1 when the bar is missed: with adapters F1 0.98 and precision 0.995, generic alone F1 0.90 and
 * precision 0.98, no ticket found on a page that is none; all on foreign software's and component libraries' pages
 */
export async function score(args: string[]): Promise<number> {
  const { values, positionals: folders } = parseArgs({
    args,
    allowPositionals: true,
    options: { misses: { type: 'boolean' }, adapter: { type: 'string' } },
  });
  const { misses, adapter: only } = values;
  if (only !== undefined && only !== 'generic')
    throw new WrongUsage(
      `--adapter is "${only}"; only generic can be named: the general reader alone, without its table beside that of the adapters.`,
    );
  if (folders.length === 0) throw new WrongUsage('Say which pages: handrail score DIR... (folders of <case>.html beside <case>.json).');
  let met = true;
  const readings = await scoredCases(folders, only ? [only] : [undefined, 'generic']);
  for (const [title, adapter, bar] of [
    ['With adapters', undefined, { f1: 0.98, precision: 0.995 }],
    ['Generic reader alone', 'generic', { f1: 0.9, precision: 0.98 }],
  ] as const) {
    if (only && adapter !== only) continue;
    const cases = readings.filter((c) => c.adapter === adapter);
    const foreign = cases.filter((c) => c.foreign);
    process.stdout.write(`# ${title}\n\n`);
    if (foreign.length > 0) print('Pages of foreign software and of component libraries', foreign);
    const own = cases.filter((c) => !c.foreign);
    if (own.length > 0) print('Our own pages (not counted: the same hands wrote page and reader)', own);
    if (misses)
      for (const c of cases)
        for (const m of c.misses) process.stdout.write(`${c.name}: ${m.field}: read ${JSON.stringify(m.read)}, true ${JSON.stringify(m.truth)}\n`);
    const mistaken = cases.filter((c) => !c.isTicket && c.misses.length > 0);
    for (const c of mistaken) process.stdout.write(`A ticket was found on ${c.name}, which is none.\n`);
    if (mistaken.length > 0) met = false;
    if (foreign.length === 0) continue;
    const all = rates(sum(foreign));
    const passed = all.f1 >= bar.f1 && all.precision >= bar.precision;
    process.stdout.write(
      `Bar: F1 ${all.f1.toFixed(4)} of ${bar.f1}, precision ${all.precision.toFixed(4)} of ${bar.precision}: ${passed ? 'met' : 'MISSED'}\n\n`,
    );
    if (!passed) met = false;
  }
  return met ? 0 : 1;
}

/** Every case, read once for each of `adapters` (`undefined`: the extension's own choice). */
async function scoredCases(folders: readonly string[], adapters: readonly (string | undefined)[]): Promise<ScoredCase[]> {
  const files = new Map<string, CaseFile>();
  const pages = folders.flatMap((folder) =>
    caseFolders(folder).flatMap((inner) =>
      pageCases(inner).map((page) => {
        const name = join(relative(folder, inner), page.name);
        const truth = join(inner, `${page.name}.json`);
        const key = files.has(name) ? `${folder}/${name}` : name;
        files.set(
          key,
          readable(truth, () => JSON.parse(readFileSync(truth, 'utf8')) as CaseFile),
        );
        return { ...page, name: key };
      }),
    ),
  );
  const judged = pages.filter(({ name }) => !files.get(name)?.draft);
  for (const { name } of pages)
    if (files.get(name)?.draft) process.stderr.write(`${name} is left out: its truth is a draft that nobody has corrected.\n`);
  if (judged.length === 0) throw new WrongUsage(`There are no cases in ${folders.join(', ')}.`);
  const scored: ScoredCase[] = [];
  for await (const printed of readPages(judged, { adapters })) {
    const file = files.get(printed.case);
    if (!file) continue;
    scored.push({
      name: printed.case,
      adapter: printed.adapter,
      product: file.helpdesk,
      foreign: file.made?.by !== 'own',
      locale: file.locale,
      isTicket: file.ticket !== null,
      ...compareReading(printed, file.ticket),
    });
  }
  return scored;
}

/** `folder` and everything below it that holds cases. */
function caseFolders(folder: string): string[] {
  if (!existsSync(folder)) throw new WrongUsage(`There is no folder ${folder}.`);
  const entries = readdirSync(folder, { withFileTypes: true });
  const below = entries.filter((e) => e.isDirectory() && e.name !== 'node_modules').flatMap((e) => caseFolders(join(folder, e.name)));
  return entries.some((e) => e.name.endsWith('.html')) ? [folder, ...below] : below;
}

function print(title: string, cases: readonly ScoredCase[]): void {
  const tickets = cases.filter((c) => c.isTicket).length;
  const locales = new Set(cases.map((c) => c.locale).filter(Boolean)).size;
  process.stdout.write(`## ${title}: ${tickets} tickets, ${cases.length - tickets} others, ${locales} locales\n\n`);
  const products = [...new Set(cases.map((c) => c.product))].sort();
  const fields = [...new Set(cases.flatMap((c) => [...c.tallies.keys()]))];
  process.stdout.write('| field | read right | wrong | missed | precision | recall | F1 |\n|---|---|---|---|---|---|---|\n');
  for (const field of fields) process.stdout.write(row(field, sum(cases, field)));
  process.stdout.write(row('all', sum(cases)));
  process.stdout.write('\n| product | read right | wrong | missed | precision | recall | F1 |\n|---|---|---|---|---|---|---|\n');
  for (const product of products) {
    const own = cases.filter((c) => c.product === product);
    process.stdout.write(row(`${product} (${own.filter((c) => c.isTicket).length} + ${own.filter((c) => !c.isTicket).length})`, sum(own)));
  }
  process.stdout.write('\n');
}

function sum(cases: readonly ScoredCase[], field?: string): Tally {
  const total: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const { tallies } of cases)
    for (const [name, tally] of tallies) {
      if (field !== undefined && name !== field) continue;
      total.right += tally.right;
      total.wrong += tally.wrong;
      total.missed += tally.missed;
    }
  return total;
}

/** Nothing read and nothing to read is a perfect score. */
function rates({ right, wrong, missed }: Tally): { precision: number; recall: number; f1: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function row(name: string, tally: Tally): string {
  const { precision, recall, f1 } = rates(tally);
  return `| ${name} | ${tally.right} | ${tally.wrong} | ${tally.missed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} |\n`;
}
