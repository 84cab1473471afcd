/** The metrics page in a real browser: the simulated quarter, dropped in as files, gives the numbers it was made of. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Metric } from '../../lib/metrics/metrics.ts';
import { metrics as commandLine } from '../../scripts/metrics.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { bundledLedger, type BundledLedger } from '../ledger/bundled-ledger.ts';
import { blocks, people, quarter, truth } from '../metrics/quarter.ts';

declare const ledger: BundledLedger;
declare const chrome: {
  readonly storage: {
    readonly local: { get(key: string): Promise<Record<string, { readonly policy: object }>>; set(values: object): Promise<void> };
  };
};

let launched: Launched;
let page: Page;
let folder: string;
let files: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'metrics-'));
  files = quarter().map((one, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, JSON.stringify(one));
    return path;
  });
  launched = await launchChromium({ hosts: [], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#metrics`);
  await page.locator('.metrics').waitFor();
});
afterAll(async () => {
  await launched?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('three people are not shown as a team', async () => {
  await page.locator('input[accept=".json"]').setInputFiles(files.slice(0, 3));
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('these tickets were seen by 3');
  expect(await page.locator('tbody').count()).toBe(0);
});

const tierNames = ['', 'Frontline Support', 'Technical/Specialist Support', 'Senior/Engineering Support'];
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

/** A line of the truth as the page writes it: what it is about, its value, and what it counts. */
function inWords([id, about, numerator, denominator, value, p90]: (typeof truth)[number]): string[] {
  const shown = p90 !== undefined ? `${value} h, nine of ten within ${p90} h` : id === 'csatAfter' ? `${value} of 5` : percent.format(value);
  const of = typeof about === 'number' ? (tierNames[about] ?? '') : (about ?? 'All');
  return [of, id === 'firstContactResolution' && about === 1 ? `${shown}Target 70 to 80 %` : shown, `${numerator} of ${denominator}`];
}

async function saved(button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.filters').getByRole('button', { name: button }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

test('a whole team gives exactly the numbers it was made of', async () => {
  await page.locator('input[accept=".json"]').setInputFiles(files);
  await expect.poll(() => page.locator('.metrics').innerText()).toContain(`${blocks * 10} tickets seen by ${people} people`);
  const rows = await page
    .locator('.metrics .wide tbody tr')
    .evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent)));
  expect(rows).toEqual(truth.map(inWords));
});

test('its CSV and its JSON say the same to the last digit', async () => {
  const told = truth.map(([id, about, numerator, denominator, value, p90]) => [id, about, numerator, denominator, value, p90]);
  const { coverage, metrics } = JSON.parse(await saved('JSON')) as { coverage: object; metrics: Metric[] };
  expect(coverage).toEqual({ tickets: blocks * 10, people });
  expect(metrics.map(({ id, tier, rule, numerator, denominator, value, p90 }) => [id, tier ?? rule, numerator, denominator, value, p90])).toEqual(
    told,
  );
  const csv = await saved('CSV');
  const rows = Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data;
  const number = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);
  expect(
    rows.map((row) => [
      row.metric,
      number(row.tier) ?? (row.rule || undefined),
      number(row.numerator),
      number(row.denominator),
      number(row.value),
      number(row.p90),
    ]),
  ).toEqual(told);
  expect(new Set(rows.map(({ tickets, people: by }) => `${tickets} ${by}`))).toEqual(new Set([`${blocks * 10} ${people}`]));
  const command: string[] = [];
  expect(await commandLine([...files, '--csv'], { write: (text) => command.push(text) })).toBe(0);
  expect(csv).toBe(command.join(''));
});

test('each chart has its numbers beside it', async () => {
  const tables = await page
    .locator('.metrics .bars table')
    .evaluateAll((all) =>
      all.map((table) =>
        [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))),
      ),
    );
  const [weeks = [], tiers = []] = tables;
  expect(weeks.reduce((sum, [escalated = 0]) => sum + escalated, 0)).toBe(4 * blocks);
  expect(weeks.reduce((sum, [, seen = 0]) => sum + seen, 0)).toBe(10 * blocks);
  expect(tiers).toEqual([
    [3 * blocks, 10 * blocks],
    [blocks, 10 * blocks],
  ]);
  await expect.poll(() => page.locator('.metrics .chart .ct-bar').count()).toBe(weeks.length + tiers.length);
});

test('a chart of many weeks names some of them, so that no name touches the next', async () => {
  await expect.poll(() => page.locator('.metrics .chart').first().locator('.ct-label.ct-horizontal').count()).toBe(6);
});

test('on paper, which has no menu and does not scroll, the page is as wide as the paper and no number is cut off', async () => {
  const hidden = (): Promise<number[]> =>
    page
      .locator('.metrics .bars .numbers')
      .evaluateAll((boxes) => boxes.map((box) => (getComputedStyle(box).overflowY === 'visible' ? 0 : box.scrollHeight - box.clientHeight)));
  const screen = page.viewportSize() ?? { width: 1280, height: 720 };
  await expect.poll(async () => Math.max(...(await hidden()))).toBeGreaterThan(0);
  await page.setViewportSize({ width: 760, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(hidden).toEqual([0, 0]);
  await expect.poll(async () => (await page.locator('.metrics').boundingBox())?.width).toBeGreaterThan(600);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(screen);
});

test('a filter that leaves the tickets of fewer than five people shows no number', async () => {
  const from = page.locator('.filters input[type="date"]');
  await from.nth(0).fill('2026-07-06');
  // the first two hours' blocks belong to one person and the next
  await from.nth(1).fill('2026-07-07');
  await page.locator('.filters select').nth(1).selectOption('3');
  await expect.poll(() => page.locator('.metrics').innerText()).toMatch(/\d+ tickets seen by 12 people/);
  await from.nth(0).fill('2026-09-27');
  await from.nth(1).fill('2026-09-28');
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('these tickets were seen by 4');
  expect(await page.locator('.wide tbody').count()).toBe(0);
  await page.locator('.filters select').nth(1).selectOption('');
  await from.nth(0).fill('');
  await from.nth(1).fill('');
});

test('a filter leaves only its tickets', async () => {
  await page.locator('.filters select').first().selectOption('https://other.example');
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('2000 tickets seen by');
});

test('a file that is no ledger is refused and changes nothing', async () => {
  const path = join(folder, 'notes.json');
  writeFileSync(path, '[]');
  await page.locator('input[accept=".json"]').setInputFiles([path]);
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('notes.json is not an export of seen tickets; nothing was imported.');
  expect(await page.locator('.metrics').innerText()).toContain('2000 tickets seen by');
});

test('a score is typed for one ticket of this browser, and an unknown ticket is told', async () => {
  await page.getByRole('button', { name: 'Only this browser' }).click();
  await page.locator('.filters select').first().selectOption('');
  await page.evaluate(await bundledLedger());
  await page.evaluate((tickets) => ledger.see(tickets), quarter()[0]?.tickets.slice(2, 3) ?? []);
  const score = async (ticket: string, value: string): Promise<void> => {
    await page.locator('.score input').fill(ticket);
    await page.locator('.score select').selectOption(value);
    await page.getByRole('button', { name: 'Save score' }).click();
  };
  await score('nobody', '3');
  await expect.poll(() => page.locator('.metrics .note').innerText()).toContain('This browser knows no ticket nobody.');
  await score('#2', '4');
  await expect.poll(() => page.locator('.metrics .note').innerText()).toContain('Ticket 2 has the score 4.');
  await expect.poll(() => page.locator('.metrics .wide').innerText()).toContain('4 of 5');
});

test('scores come from a file of another system, and what could not be used is told', async () => {
  const path = join(folder, 'csat.csv');
  writeFileSync(path, '\uFEFFTicket;CSAT\n#2;3,5\n999999;5\n2;great\n');
  await page.locator('input[accept^=".csv"]').setInputFiles([path]);
  const note = page.locator('.metrics .note');
  await expect.poll(() => note.innerText()).toContain('Scores imported: 1 of 2; the others belong to tickets that this browser has not seen.');
  expect(await note.innerText()).toContain('Line 4 was left out: 2, great');
  await expect.poll(() => page.locator('.metrics .wide').innerText()).toContain('3.5 of 5');
  writeFileSync(path, 'name,stars\n2,1\n');
  await page.locator('input[accept^=".csv"]').setInputFiles([path]);
  await expect.poll(() => note.innerText()).toContain('csat.csv needs a header line with the columns ticket and score; nothing was imported.');
  expect(await page.locator('.metrics .wide').innerText()).toContain('3.5 of 5');
});

test('where the policy shows numbers of whole teams only, this browser’s own are neither shown nor saved; a team’s are', async () => {
  await page.evaluate(async () => {
    const { policy: loaded } = await chrome.storage.local.get('policy');
    await chrome.storage.local.set({ policy: { ...loaded, policy: { ...loaded?.policy, metrics: { individual: false } } } });
  });
  await page.reload();
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('Your policy shows numbers of whole teams only.');
  expect(await page.locator('tbody').count()).toBe(0);
  let downloads = 0;
  page.on('download', () => downloads++);
  for (const format of ['CSV', 'JSON']) {
    const button = page.locator('.filters').getByRole('button', { name: format });
    if ((await button.count()) && (await button.isEnabled())) await button.click();
  }
  await page.locator('input[accept=".json"]').setInputFiles(files);
  await expect.poll(() => page.locator('.metrics').innerText()).toContain(`tickets seen by ${people + 1} people`);
  expect(await page.locator('.metrics .wide tbody tr').count()).toBeGreaterThan(0);
  expect(downloads).toBe(0);
});
