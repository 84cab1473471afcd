// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { BacktestBanner } from '../../components/options/rules/backtest-view.tsx';
import { pageTranslator } from '../../lib/extension-text.ts';

const t = pageTranslator('en');
const result = { seen: 212, neverOpen: 0, otherVersion: 0, moves: [], unjudged: [], rules: [] };

test.each([
  [false, 'Before you publish: of the last 212 tickets seen here, none would move to another tier.'],
  [true, 'The draft has problems. The last one without: of the last 212 tickets seen here, none would move to another tier.'],
])('a backtest of a draft with problems (%s) says whose it is', async (older, words) => {
  const root = document.createElement('main');
  await act(() => render(<BacktestBanner t={t} backtest={{ state: 'done', result }} older={older} open={false} onOpen={() => undefined} />, root));
  expect(root.textContent?.trim()).toBe(words);
});
