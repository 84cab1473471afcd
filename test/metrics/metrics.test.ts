import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pageTranslator } from '../../lib/extension-text.ts';
import { mergeLedgers } from '../../lib/metrics/merge-ledgers.ts';
import { type Metric, computeMetrics, filtered, weeklyEscalations } from '../../lib/metrics/metrics.ts';
import { metricsCsv, readScores } from '../../lib/metrics/metrics-csv.ts';
import { metrics } from '../../scripts/metrics.ts';
import { blocks, people, quarter, truth } from './quarter.ts';

const exports = quarter();
const merged = mergeLedgers(exports);
const told = ({ id, tier, rule, numerator, denominator, value, p90 }: Metric) => [
  id,
  tier ?? rule,
  numerator,
  denominator,
  value,
  ...(p90 === undefined ? [] : [p90]),
];

let folder: string;
let files: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'metrics-'));
  files = exports.map((one, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, JSON.stringify(one));
    return path;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await metrics(args, { write: (more) => void (text += more) });
  return { code, text };
}

describe('a quarter of twenty people', () => {
  test('has each person and each ticket once', () => {
    expect([merged.people, merged.tickets.length]).toEqual([people, blocks * 10]);
  });

  test('gives exactly the metrics it was made of', () => {
    expect(computeMetrics(merged.tickets).map(told)).toEqual(truth);
  });

  test('gives the same on the command line as JSON', async () => {
    const { code, text } = await run(...files, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(text) as { coverage: object; metrics: Metric[] };
    expect(answer.coverage).toEqual({ tickets: blocks * 10, people });
    expect(answer.metrics.map(told)).toEqual(truth);
  });

  test('gives the same as CSV', async () => {
    const csv = (await run(...files, '--csv')).text;
    expect(csv).toBe(metricsCsv(computeMetrics(merged.tickets), { tickets: blocks * 10, people }));
    const rows = Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data;
    const about = (row: Record<string, string>) => (row.tier ? Number(row.tier) : row.rule || undefined);
    expect(
      rows.map((row) => [
        row.metric,
        about(row),
        Number(row.numerator),
        Number(row.denominator),
        Number(row.value),
        ...(row.p90 ? [Number(row.p90)] : []),
      ]),
    ).toEqual(truth);
  });

  test('is filtered by time, site, tier and rule', async () => {
    const count = (filter: Parameters<typeof filtered>[1]) => filtered(merged.tickets, filter).length;
    expect(count({ from: '2026-07-06T00:00:00Z', to: '2026-07-07T00:00:00Z' })).toBe(120);
    expect(count({ origin: 'https://other.example' })).toBe(2 * blocks);
    expect(count({ tier: 3 })).toBe(blocks);
    expect(count({ rule: 'sla' })).toBe(3 * blocks);
    expect((await run(...files, '--site', 'https://other.example')).text).toContain('2000 tickets seen by 20 people');
  });

  test.each([
    // ten tickets every two hours, the first at midnight of that day in UTC
    ['UTC', 120],
    ['America/New_York', 120],
    ['Asia/Ho_Chi_Minh', 90],
  ])('a date begins at midnight in %s', (zone, expected) => {
    vi.stubEnv('TZ', zone);
    expect(filtered(merged.tickets, { from: '2026-07-06', to: '2026-07-07' })).toHaveLength(expected);
    vi.unstubAllEnvs();
  });

  test('has its escalations in the weeks of their tickets', () => {
    const weeks = weeklyEscalations(merged.tickets);
    expect(weeks[0]).toEqual({ week: '2026-07-06', escalated: 84 * 4, seen: 84 * 10 });
    expect(weeks.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(4 * blocks);
  });
});

describe('a rate', () => {
  test('has no value when there is nothing to count', () => {
    expect(computeMetrics([]).map(({ id, value, denominator }) => [id, value, denominator])).toEqual([
      ['timeToEscalate', undefined, 0],
      ['resolutionAfter', undefined, 0],
      ['csatAfter', undefined, 0],
      ['bounceRate', undefined, 0],
      ['falseAlarms', undefined, 0],
      ['misses', undefined, 0],
      ['updateKept', undefined, 0],
    ]);
  });
});

describe('the command line', () => {
  test.each([
    [[], 2, /handrail metrics FILE/],
    [['/does/not/exist.json'], 2, /cannot be read/],
    [['--from', 'soon', 'x'], 2, /--from needs an instant/],
  ])('%o', async (args, code, says) => {
    expect(await run(...args)).toEqual({ code, text: expect.stringMatching(says) });
  });

  test('refuses a file that is no ledger', async () => {
    const path = join(folder, 'other.json');
    writeFileSync(path, '{}');
    expect(await run(path)).toEqual({ code: 2, text: `${path} is not an exported ledger.\n` });
  });
});

describe('satisfaction scores', () => {
  test.each([
    [
      'ticket,score\n48213,4\n#48190,5\n',
      [
        ['48213', 4],
        ['48190', 5],
      ],
      [],
    ],
    ['Ticket ID;CSAT\n1;3,5\n', [['1', 3.5]], []],
    ['\uFEFFid,rating\n1,6\n,3\n2,x\n3,1\n', [['3', 1]], [2, 3, 4]],
  ])('%j', (text, scores, refused) => {
    const read = readScores(text);
    expect([...read.scores]).toEqual(scores);
    expect(read.refused.map(({ line }) => line)).toEqual(refused);
    expect(read.noColumns).toBe(false);
  });

  test('a file without the columns is refused', () => {
    expect(readScores('a,b\n1,2\n').noColumns).toBe(true);
  });
});

test('the metrics that every team knows have their usual names', () => {
  const t = pageTranslator('en');
  expect(
    (
      [
        'metrics.escalationRate',
        'metrics.timeToEscalate',
        'metrics.resolutionAfter',
        'metrics.escalationToResolution',
        'metrics.csatAfter',
        'metrics.firstContactResolution',
      ] as const
    ).map((key) => t(key)),
  ).toEqual([
    'Escalation Rate',
    'Time to Escalate',
    'Resolution Time Post-Escalation',
    'Escalation-to-Resolution Ratio',
    'Customer Satisfaction Post-Escalation',
    'First Contact Resolution by Tier',
  ]);
});
