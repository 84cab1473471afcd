/** The workflow designer in a real browser: the lead of a team of ten that answers in Vietnamese, from the first question to a draft. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const chrome: { readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } } };

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchChromium({ hosts: [], headless: true, locale: 'vi-VN' });
  page = await launched.context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#designer`);
  await page.locator('.designer').waitFor();
});
afterAll(() => launched?.close());

const next = () => page.locator('.designer .actions .primary').last().click();
const heading = () => page.locator('.designer h2').innerText();
const stored = (key: string): Promise<string> =>
  launched.worker.evaluate(async (name) => JSON.stringify((await chrome.storage.local.get(name))[name] ?? null), key);

async function violations(): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

test('the questions are answered with the keyboard, and survive a reload', async () => {
  const company = page.getByLabel('Công ty của bạn tên là gì?');
  await company.focus();
  await page.keyboard.type('Cửa hàng Sao Mai');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Phần mềm bán hàng');
  await expect.poll(() => page.getByLabel('Tiếng Việt').isChecked()).toBe(true);
  expect(await violations()).toEqual([]);
  await next();
  await expect.poll(heading).toBe('Nhóm');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.getByLabel('Có bao nhiêu người xử lý phiếu?').fill('10');
  await page.getByLabel('Hiện nay nhóm được tổ chức thế nào?').fill('Tổng đài và nhóm kỹ thuật');
  await next();
  await page.getByLabel('Mỗi tháng có bao nhiêu phiếu?').fill('3000');
  await page.getByLabel('Loại yêu cầu 1', { exact: true }).fill('Hóa đơn sai');
  await page.getByLabel('Loại yêu cầu 2', { exact: true }).fill('Quên mật khẩu');
  await page.getByLabel('phiếu bị trả lại vì thiếu thông tin').check();
  await page.getByLabel('hay trễ thời hạn cam kết').check();
  expect(await violations()).toEqual([]);
  // answers are kept after they are shown
  await expect.poll(() => stored('designer')).toContain('missed-targets');
  await page.reload();
  await page.locator('.designer').waitFor();
  await expect.poll(() => page.getByLabel('Mỗi tháng có bao nhiêu phiếu?').inputValue()).toBe('3000');
  await expect.poll(() => page.getByLabel('Loại yêu cầu 1', { exact: true }).inputValue()).toBe('Hóa đơn sai');
  await next();
});

test('an answer that cannot be used is explained, and nothing is proposed from it', async () => {
  await page.getByLabel('Múi giờ').fill('Saigon');
  await expect.poll(() => page.locator('.trouble').innerText()).toContain('“Saigon” không phải là múi giờ');
  await expect.poll(() => page.locator('.designer .actions .primary').isDisabled()).toBe(true);
  await page.getByLabel('Múi giờ').fill('Asia/Ho_Chi_Minh');
  await page.getByLabel('Từ', { exact: true }).fill('08:00');
  await page.getByLabel('Đến', { exact: true }).fill('17:30');
  expect(await violations()).toEqual([]);
  await next();
});

test('ten people get three tiers with reasons, and a changed cell stays', async () => {
  const proposal = page.locator('.proposal');
  await expect.poll(() => proposal.locator('.tier').allInnerTexts()).toEqual(['T1', 'T2', 'T3']);
  expect(await proposal.innerText()).toContain('vì bạn cho biết nhóm có 10 người');
  expect(await proposal.innerText()).toContain('“Hóa đơn sai” thuộc cấp 2.');
  expect(await violations()).toEqual([]);
  const cell = page.getByLabel('Phản hồi đầu tiên, Cao');
  await cell.fill('bald');
  await cell.press('Tab');
  await expect.poll(() => proposal.innerText()).toContain('“bald” không phải là thời gian');
  await cell.fill('45m');
  await cell.press('Tab');
  await expect.poll(() => proposal.innerText()).toContain('Bạn đã sửa 1 ô');
});

test('the proposal becomes the draft of the editor', async () => {
  await page.getByRole('button', { name: 'Lấy làm bản nháp của tôi' }).click();
  await expect.poll(() => page.locator('.said').innerText()).toContain('Đề xuất đã thành bản nháp');
  const draft = async () =>
    (
      JSON.parse(await stored('policy-draft')) as {
        draft: { policy: { id: string; tiers: unknown[]; priorities: { firstResponse: string }[] } } | null;
      } | null
    )?.draft?.policy;
  await expect.poll(async () => (await draft())?.id).toBe('cua-hang-sao-mai');
  expect((await draft())?.tiers.length).toBe(3);
  expect((await draft())?.priorities[1]?.firstResponse).toBe('45m');
});

test('the whole document is there in Vietnamese and in English', async () => {
  await next();
  const paper = page.locator('.paper');
  await expect
    .poll(() => paper.locator('h4').allInnerTexts())
    .toEqual([
      'Hồ sơ tổ chức',
      'Cơ cấu cấp hỗ trợ đề xuất',
      'Ma trận SLA',
      'Quy tắc chuyển cấp',
      'Mẫu tài liệu',
      'Đề xuất tự động hóa',
      'Danh sách việc cần triển khai',
    ]);
  expect(await paper.innerText()).toContain('Cửa hàng Sao Mai');
  expect(await violations()).toEqual([]);
  const [markdown] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu dạng Markdown' }).click()]);
  expect(markdown.suggestedFilename()).toBe('cua-hang-sao-mai-workflow-vi.md');
  expect(readFileSync(await markdown.path(), 'utf8')).toMatch(/^# Thiết kế quy trình chuyển cấp\n/);
  await page.getByLabel('Ngôn ngữ của tài liệu').selectOption('en');
  await expect.poll(() => paper.locator('h4').first().innerText()).toBe('Organization Profile');
});
