/** Durations as policies write them. */

const second = 1000;
const unitMs: Readonly<Record<string, number>> = {
  s: second,
  m: 60 * second,
  min: 60 * second,
  h: 3600 * second,
  d: 24 * 3600 * second,
  w: 7 * 24 * 3600 * second,
};

/**
 * Reads `15m`, `2h`, `1h30m`, `1d` (24 hours of business time), `2w` or `immediate` (0).
 * @returns milliseconds, or undefined when the text is no duration.
 */
export function parseDuration(text: string): number | undefined {
  const folded = text.trim().toLowerCase();
  if (folded === 'immediate') return 0;
  if (!/^(\d+(\.\d+)?\s*(s|min|m|h|d|w)\s*)+$/.test(folded)) return undefined;
  let sum = 0;
  for (const [, amount, unit = ''] of folded.matchAll(/(\d+(?:\.\d+)?)\s*(min|[smhdw])/g)) sum += Number(amount) * (unitMs[unit] ?? Number.NaN);
  return Number.isFinite(sum) ? Math.round(sum) : undefined;
}
