/**
 * Templates of the policy: mustache as data, held inside limits (docs/decisions/0005-templates.md).
 *
 * Only `{{name}}`, `{{#name}}`, `{{^name}}` and comments exist. Names are plain words without dots, looked up in objects without
 * prototype, so a template reaches nothing but the data it is given. Work is counted in steps, not in time, so the same template
 * always ends the same way.
 */
import Mustache from 'mustache';

export const templateLimits = { characters: 20_000, depth: 4, steps: 2_000, output: 100_000 } as const;

export type TemplateProblem =
  | { readonly code: 'too-long' | 'too-deep' | 'too-much-output' | 'delimiters' }
  | { readonly code: 'syntax'; readonly detail: string }
  | { readonly code: 'raw' | 'partial' | 'name'; readonly name: string }
  | { readonly code: 'unknown-name'; readonly name: string };

/** `true` only opens a section. A missing or empty value closes it and prints nothing. */
export type TemplateData = { readonly [name: string]: string | number | boolean | undefined | readonly TemplateData[] };

export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };

// The parser's own shape: [kind, name, start, end, children?]. Indexed instead of destructured since its typings are loose.
type Token = readonly [kind: string, name: string, start: number, end: number, children?: readonly Token[]];

const plainName = /^[A-Za-z][A-Za-z0-9]*$/;

/** Whether a place may have this name. */
export const isPlainName = (name: string): boolean => plainName.test(name);

/**
 * What is wrong with a template, before anybody relies on it; empty when all is well.
 * @param known names that the document fills; absent = any plain name.
 */
export function checkTemplate(template: string, known?: ReadonlySet<string>): TemplateProblem[] {
  const parsed = parse(template);
  if (!parsed.ok) return [parsed.problem];
  if (!known) return [];
  return [...namesOf(parsed.tokens)].filter((name) => !known.has(name)).map((name) => ({ code: 'unknown-name', name }));
}

/**
 * Fills a template. Total: a template outside the limits is an answer, not an exception.
 * @param escape what makes one value safe for the target; numbers are printed as they are.
 */
export function renderTemplate(template: string, data: TemplateData, escape: (value: string) => string): Rendered {
  const parsed = parse(template);
  if (!parsed.ok) return parsed;
  const writer = new CountingWriter();
  try {
    const text = writer.renderTokens(parsed.tokens as unknown as string[][], new Mustache.Context(bare(data)), undefined, template, {
      escape: (value: unknown) => (typeof value === 'number' ? String(value) : escape(String(value))),
    });
    return text.length > templateLimits.output ? { ok: false, problem: { code: 'too-much-output' } } : { ok: true, text };
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, problem: { code: 'too-much-output' } };
    return { ok: false, problem: { code: 'syntax', detail: error instanceof Error ? error.message : String(error) } };
  }
}

class TooMuch extends Error {}

/** Sections inside sections multiply; the count of rendered token lists bounds both time and output. */
class CountingWriter extends Mustache.Writer {
  private steps = 0;

  override renderTokens(...args: Parameters<Mustache.Writer['renderTokens']>): string {
    this.steps += 1;
    if (this.steps > templateLimits.steps) throw new TooMuch();
    return super.renderTokens(...args);
  }
}

type Parsed = { readonly ok: true; readonly tokens: readonly Token[] } | { readonly ok: false; readonly problem: TemplateProblem };

/** A document is made again with every change of its ticket; a few templates are all that is in use. */
const parsedBefore = new Map<string, Parsed>();
const mostParsed = 12;

function parse(template: string): Parsed {
  const known = parsedBefore.get(template);
  if (known) return known;
  const parsed = parseAfresh(template);
  if (parsedBefore.size >= mostParsed) parsedBefore.clear();
  parsedBefore.set(template, parsed);
  return parsed;
}

function parseAfresh(template: string): Parsed {
  if (template.length > templateLimits.characters) return { ok: false, problem: { code: 'too-long' } };
  if (/\{\{\s*=/.test(template)) return { ok: false, problem: { code: 'delimiters' } };
  let tokens: readonly Token[];
  try {
    tokens = Mustache.parse(template) as unknown as readonly Token[];
  } catch (error) {
    return { ok: false, problem: { code: 'syntax', detail: error instanceof Error ? error.message : String(error) } };
  } finally {
    // The parser keeps every template it ever saw; a policy editor would fill that with each keystroke.
    Mustache.clearCache();
  }
  const problem = problemIn(tokens, 0);
  return problem ? { ok: false, problem } : { ok: true, tokens };
}

function problemIn(tokens: readonly Token[], depth: number): TemplateProblem | undefined {
  if (depth > templateLimits.depth) return { code: 'too-deep' };
  for (const token of tokens) {
    const [kind, name] = token;
    if (kind === 'text' || kind === '!') continue;
    if (kind === '&') return { code: 'raw', name };
    if (kind === '>') return { code: 'partial', name };
    if (!isPlainName(name)) return { code: 'name', name };
    const inner = problemIn(token[4] ?? [], depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

function namesOf(tokens: readonly Token[], names = new Set<string>()): Set<string> {
  for (const token of tokens) {
    if (token[0] === 'text' || token[0] === '!') continue;
    names.add(token[1]);
    namesOf(token[4] ?? [], names);
  }
  return names;
}

/** A copy without prototypes: `{{constructor}}` finds nothing. */
function bare(data: TemplateData): TemplateData {
  const copy = Object.create(null) as Record<string, TemplateData[string]>;
  for (const [name, value] of Object.entries(data)) copy[name] = Array.isArray(value) ? value.map((item: TemplateData) => bare(item)) : value;
  return copy;
}
