import { expect, test, vi } from 'vitest';

/** A page fetches the documents and the words of other languages at the same time: whichever comes first must not break the other for good. */
test('the documents can be loaded before the words of other languages', async () => {
  vi.resetModules();
  const text = await import('../../lib/text.ts');
  expect(text.textsLoaded('vi')).toBe(false);
  await expect(import('../../entrypoints/page-loop/after-advice.ts')).resolves.toHaveProperty('handoffModel');
  expect(text.textsLoaded('vi')).toBe(false);
});
