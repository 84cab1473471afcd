/** `handrail metrics FILE...`: the numbers of the metrics page, from exported ledgers. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { LedgerExport } from '../lib/ledger/ledger-record.ts';
import { readExport } from '../lib/ledger/read-export.ts';
import { mergeLedgers } from '../lib/metrics/merge-ledgers.ts';
import { type Metric, type MetricsFilter, computeMetrics, filtered } from '../lib/metrics/metrics.ts';
import { metricsCsv } from '../lib/metrics/metrics-csv.ts';

const usage = `handrail metrics FILE... [--from ISO] [--to ISO] [--site ORIGIN] [--tier N] [--rule ID] [--json | --csv]
FILE is a ledger that Handrail exported (Options, Privacy and data, Export).
`;
const refusals = {
  'too-long': 'is larger than a ledger can be',
  'not-json': 'is not a JSON file',
  'not-ledger': 'is not an exported ledger',
  newer: 'comes from a newer Handrail; update this one',
  damaged: 'is damaged',
};

/** @returns the exit code. @param out for tests */
export async function metrics(args: string[], out: { readonly write: (text: string) => void } = process.stdout): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      site: { type: 'string' },
      tier: { type: 'string' },
      rule: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
    },
  });
  const wrong = (['from', 'to'] as const).find((name) => values[name] !== undefined && Number.isNaN(Date.parse(values[name])));
  if (positionals.length === 0 || wrong) {
    out.write(wrong ? `--${wrong} needs an instant such as 2026-10-01, not "${values[wrong]}".\n` : usage);
    return 2;
  }
  const exports: LedgerExport[] = [];
  for (const path of positionals) {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch {
      out.write(`${path} cannot be read.\n`);
      return 2;
    }
    const read = readExport(text);
    if (!read.ok) {
      out.write(`${path} ${refusals[read.problem]}${read.where ? ` at ${read.where}` : ''}.\n`);
      return 2;
    }
    exports.push(read.ledger);
  }
  const { tickets, people } = mergeLedgers(exports);
  const filter: MetricsFilter = {
    ...(values.from && { from: values.from }),
    ...(values.to && { to: values.to }),
    ...(values.site && { origin: values.site }),
    ...(values.tier && { tier: Number(values.tier) }),
    ...(values.rule && { rule: values.rule }),
  };
  const chosen = filtered(tickets, filter);
  const found = computeMetrics(chosen);
  const coverage = { tickets: chosen.length, people };
  if (values.json) out.write(`${JSON.stringify({ coverage, metrics: found }, null, 2)}\n`);
  else if (values.csv) out.write(metricsCsv(found, coverage));
  else {
    out.write(`${chosen.length} tickets seen by ${people} ${people === 1 ? 'person' : 'people'}\n`);
    for (const metric of found) out.write(`${line(metric)}\n`);
  }
  return 0;
}

function line({ id, tier, rule, unit, value, p90, numerator, denominator }: Metric): string {
  const about = tier === undefined ? (rule ?? '') : `Tier ${tier}`;
  const shown =
    value === undefined
      ? 'nothing to count'
      : unit === 'share'
        ? `${(value * 100).toFixed(1)} %`
        : unit === 'hours'
          ? `median ${value.toFixed(1)} h, 90 % within ${(p90 ?? value).toFixed(1)} h`
          : value.toFixed(2);
  return `${id.padEnd(24)} ${about.padEnd(20)} ${shown.padEnd(36)} ${numerator} of ${denominator}`;
}
