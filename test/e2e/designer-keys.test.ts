/** The workflow designer by keys alone, as a lead who answers in Vietnamese: what Tab does not reach cannot be used without a mouse. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';

let lead: Launched;
let page: Page;

beforeAll(async () => {
  lead = await launchChromium({ hosts: [], headless: true, locale: 'vi-VN' });
  page = await lead.context.newPage();
});
afterAll(() => lead?.close());

/** Presses Tab until a control has the focus: what cannot be reached so cannot be used without a mouse. */
async function tabTo(control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(control)}.`);
}
async function type(control: Locator, text: string): Promise<void> {
  await tabTo(control);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
async function press(control: Locator): Promise<void> {
  await tabTo(control);
  await page.keyboard.press('Enter');
}
/** The next step has come when its heading has the focus. */
async function next(): Promise<void> {
  await press(page.locator('.designer .actions .primary').last());
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
}
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

test('the designer is answered by keys alone, and its proposal becomes the draft', async () => {
  await page.goto(`chrome-extension://${lead.extensionId}/options.html#designer`);
  await page.locator('.designer').waitFor();
  await type(page.getByLabel('Công ty của bạn tên là gì?'), 'Cửa hàng Sao Mai');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Phần mềm bán hàng');
  await next();
  await type(page.getByLabel('Có bao nhiêu người xử lý phiếu?'), '10');
  await next();
  await type(page.getByLabel('Mỗi tháng có bao nhiêu phiếu?'), '3000');
  await next();
  await type(page.getByLabel('Múi giờ'), 'Asia/Ho_Chi_Minh');
  await next();
  await press(button('Lấy làm bản nháp của tôi'));
  await expect.poll(() => page.locator('.said').innerText()).toContain('Đề xuất đã thành bản nháp');
  await next();
  await expect
    .poll(() => page.locator('.paper h4').allInnerTexts())
    .toEqual([
      'Hồ sơ tổ chức',
      'Cơ cấu cấp hỗ trợ đề xuất',
      'Ma trận SLA',
      'Quy tắc chuyển cấp',
      'Mẫu tài liệu',
      'Đề xuất tự động hóa',
      'Danh sách việc cần triển khai',
    ]);
});
