import { expect, test } from 'vitest';
import { checkGallery, hostilePageDifferences } from '../../scripts/gallery.ts';

test('every state of every component passes axe-core, in light and dark, both languages, wide and narrow', { timeout: 900_000 }, async () => {
  const { pictures, problems } = await checkGallery();
  expect(problems).toEqual([]);
  expect(pictures).toBeGreaterThan(100);
});

test('the panel looks the same on a page whose styles fight it', async () => {
  expect(await hostilePageDifferences(['panel/legal-threat', 'panel/handoff', 'panel/message', 'panel/check', 'panel/collapsed'])).toEqual([]);
});
