/** Numbers, amounts, time spans and percentages, as rules and policy variables write them. */
import type { Operand } from './rule.ts';

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const unitWords: ReadonlyMap<string, number> = new Map(
  's sec secs second seconds|m min mins minute minutes|h hr hrs hour hours|d day days|w week weeks'
    .split('|')
    .flatMap((words) => words.split(' ').map((word) => [word, unitMs[word[0] ?? ''] ?? 0] as const)),
);

const currencySymbols: ReadonlyMap<string, string> = new Map(
  '$ $|US$ USD|A$ AUD|C$ CAD|CA$ CAD|NZ$ NZD|S$ SGD|HK$ HKD|R$ BRL|€ EUR|£ GBP|¥ JPY|₫ VND|₹ INR|₩ KRW|฿ THB|₽ RUB|₺ TRY'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Three letters after a number are a currency only when they are one of these, so that `3 AND` stays what it is. */
const currencyCodes: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR ISK JPY KES KRW KWD LKR MAD MXN ' +
    'MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR'
  ).split(' '),
);

const symbolBefore = /(?:US|A|CA?|NZ|S|HK|R)?\$|[€£¥₫₹₩฿₽₺]/uy;
const codeBefore = /([A-Z]{3})[ \u00a0]?(?=[\d.])/uy;
const plainFigure = /(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/iuy;
const groupedFigure = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?/uy;
const suffix = /[ \u00a0]?(%|[€£¥₫₹₩฿₽₺](?!\d)|[A-Za-z]+(?![\p{L}\p{N}\p{M}_]))/uy;
const spanPart = /[ \u00a0]?(\d+(?:\.\d+)?)[ \u00a0]?([A-Za-z]+)(?![\p{L}\p{M}_])/uy;
const sticksOn = /[\p{L}\p{N}\p{M}_]|[.,]\d/uy;

export interface ScannedLiteral {
  /** Absent when the text at this place looks like a number but cannot be read as one. */
  readonly operand?: Operand;
  readonly end: number;
  /** `10.000` is ten or ten thousand, depending on who wrote it. */
  readonly isAmbiguous?: boolean;
}
const twoReadings = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads the number, amount, time span or percentage that starts at `at`; undefined when none starts there.
 * @param inList inside brackets a comma parts two items, elsewhere `1,000` is one number.
 */
export function scanLiteral(text: string, at: number, inList = false): ScannedLiteral | undefined {
  const first = text[at];
  const negative = first === '-' || first === '−';
  let place = negative ? at + 1 : at;
  const symbol = match(symbolBefore, text, place);
  const code = symbol ? undefined : match(codeBefore, text, place);
  let currency = symbol ? currencySymbols.get(symbol[0]) : undefined;
  if (code?.[1] && currencyCodes.has(code[1])) currency = code[1];
  if (currency !== undefined) {
    place += (symbol ?? code)?.[0].length ?? 0;
    if (text[place] === ' ') place++;
  }
  const figure = (inList && currency === undefined ? undefined : match(groupedFigure, text, place)) ?? match(plainFigure, text, place);
  if (!figure) return currency !== undefined && symbol ? { end: place } : undefined;
  place += figure[0].length;
  const number = Number(figure[0].replaceAll(',', ''));
  const value = number === 0 ? 0 : negative ? -number : number;
  if (!Number.isFinite(value)) return { end: place };
  const isAmbiguous = twoReadings.test(figure[0]);
  if (currency !== undefined && isAmbiguous) return { end: place, isAmbiguous };
  if (currency !== undefined) return finish(text, place, { kind: 'money', amount: value, currency }, inList);

  const after = match(suffix, text, place);
  const word = after?.[1] ?? '';
  if (after && (word === '%' || word.toLowerCase() === 'percent')) return finish(text, place + after[0].length, { kind: 'percent', value }, inList);
  const afterCurrency = currencySymbols.get(word) ?? (currencyCodes.has(word) ? word : undefined);
  if (after && afterCurrency && isAmbiguous) return { end: place + after[0].length, isAmbiguous };
  if (after && afterCurrency) return finish(text, place + after[0].length, { kind: 'money', amount: value, currency: afterCurrency }, inList);

  const span = scanSpan(text, negative ? at + 1 : at);
  if (span) return finish(text, span.end, { kind: 'duration', ms: span.ms === 0 ? 0 : negative ? -span.ms : span.ms }, inList);
  return isAmbiguous && !match(sticksOn, text, place) ? { end: place, isAmbiguous } : finish(text, place, { kind: 'number', value }, inList);
}

function finish(text: string, end: number, operand: Operand, inList: boolean): ScannedLiteral {
  const rest = match(sticksOn, text, end);
  if (!rest || (inList && rest[0][0] === ',')) return { operand, end };
  let place = end;
  while (place < text.length && match(sticksOn, text, place)) place++;
  return { end: place };
}

function scanSpan(text: string, at: number): { ms: number; end: number } | undefined {
  let ms = 0;
  let end = at;
  for (;;) {
    const part = matchSpanPart(text, end);
    if (!part) break;
    ms += part.ms;
    end = part.end;
  }
  return end === at ? undefined : { ms: Math.round(ms), end };
}

function matchSpanPart(text: string, at: number): { ms: number; end: number } | undefined {
  const part = match(spanPart, text, at);
  const size = unitWords.get((part?.[2] ?? '').toLowerCase());
  return part && size !== undefined ? { ms: Number(part[1]) * size, end: at + part[0].length } : undefined;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A policy variable as a value: a number, an amount, a time span or a percentage where the text is one, else the text. */
export function variableOperand(value: string | number): Operand {
  if (typeof value === 'number') return { kind: 'number', value };
  const text = value.trim();
  const scanned = scanLiteral(text, 0);
  return scanned?.operand && scanned.end === text.length ? scanned.operand : { kind: 'string', value };
}
