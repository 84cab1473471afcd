/** The metrics page in a real browser: the simulated quarter, dropped in as files, gives the numbers it was made of. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { blocks, people, quarter, truth } from '../metrics/quarter.ts';

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
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('A team is shown from five people on; 4 are here.');
  expect(await page.locator('tbody').count()).toBe(0);
});

test('a whole team gives exactly the numbers it was made of', async () => {
  await page.locator('input[accept=".json"]').setInputFiles(files);
  // this browser itself is one more, without tickets
  await expect.poll(() => page.locator('.metrics').innerText(), { timeout: 20_000 }).toContain(`${blocks * 10} tickets seen by ${people + 1} people`);
  const rows = await page.locator('.metrics .wide tbody tr').allInnerTexts();
  expect(rows.map((row) => /(\d+) of (\d+)\s*$/.exec(row)?.slice(1).map(Number))).toEqual(
    truth.map(([, , numerator, denominator]) => [numerator, denominator]),
  );
  expect(rows[0]).toMatch(/Escalation rate[^]*Technical\/Specialist Support[^]*30%/);
  expect(rows[2]).toMatch(/3 h, nine of ten within 6 h/);
});

test('a filter leaves only its tickets', async () => {
  await page.locator('.filters select').first().selectOption('https://other.example');
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('2000 tickets seen by');
});

test('a file that is no ledger is refused and changes nothing', async () => {
  const path = join(folder, 'notes.json');
  writeFileSync(path, '[]');
  await page.locator('input[accept=".json"]').setInputFiles([path]);
  await expect.poll(() => page.locator('.metrics').innerText()).toContain('notes.json is not an exported ledger; nothing was taken in.');
  expect(await page.locator('.metrics').innerText()).toContain('2000 tickets seen by');
});
