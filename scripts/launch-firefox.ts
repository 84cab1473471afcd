/** Starts a real Firefox with the built extension. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { builtExtension } from './build.ts';
import { findFirefox } from './find-browser.ts';

/**
 * The extension is installed as a temporary add-on; a copy of its manifest names the hosts that are granted. The `e2e` build differs
 * from what ships only in an open shadow root, since nothing else lets a test look inside here.
 * @throws Error with a sentence for the person when no Firefox is found.
 */
export async function launchFirefox(hosts: readonly string[]): Promise<{ browser: Browser; close(): Promise<void> }> {
  const found = findFirefox();
  if ('problem' in found) throw new Error(found.problem);
  const work = mkdtempSync(join(tmpdir(), 'handrail-'));
  const extension = join(work, 'extension');
  cpSync(builtExtension('firefox', 'e2e'), extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), host_permissions: hosts }));
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: found.path, headless: true });
  // The welcome page opens in front of whatever is there, and a ticket in a tab behind it is not read until it is looked at.
  const welcome = new Promise<void>((opened) => void browser.once('targetcreated', () => opened()));
  await browser.installExtension(extension);
  await welcome;
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}
