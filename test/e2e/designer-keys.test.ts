/** The workflow designer by keys alone, as a lead who answers in Vietnamese: what Tab does not reach cannot be used without a mouse. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { byKeys } from './by-keys.ts';

let lead: Launched;
let page: Page;

beforeAll(async () => {
  lead = await launchChromium({ hosts: [], headless: true, locale: 'vi-VN' });
  page = await lead.context.newPage();
});
afterAll(() => lead?.close());

/** The next step has come when its heading has the focus. */
async function next(): Promise<void> {
  await byKeys(page).press(page.locator('.designer .actions .primary').last());
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
}
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

test('the designer is answered by keys alone, and its proposal becomes the draft', async () => {
  const keys = byKeys(page);
  await page.goto(`chrome-extension://${lead.extensionId}/options.html#designer`);
  await page.locator('.designer').waitFor();
  await keys.type(page.getByLabel('Công ty của bạn tên là gì?'), 'Cửa hàng Sao Mai');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Phần mềm bán hàng');
  await next();
  await keys.type(page.getByLabel('Có bao nhiêu người xử lý phiếu?'), '10');
  await next();
  await keys.type(page.getByLabel('Mỗi tháng có bao nhiêu phiếu?'), '3000');
  await next();
  await keys.type(page.getByLabel('Múi giờ'), 'Asia/Ho_Chi_Minh');
  await next();
  await keys.press(button('Lấy làm bản nháp của tôi'));
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
