/** Amounts of money in a text, with currency where the text settles it. */
import { foldCase } from './words.ts';

/** An amount with its place; `message` is the caller's to add. */
export interface FoundMoney {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly amount: number;
  /** ISO 4217; absent for signs that several currencies share (`$`, `kr`, `¥`) . */
  readonly currency?: string;
}

/** Signs that stand before or behind the number. `''` = a sign of several currencies. */
const signs: Readonly<Record<string, string>> = {
  $: '',
  us$: 'USD',
  'u.s.$': 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  sg$: 'SGD',
  r$: 'BRL',
  mx$: 'MXN',
  nt$: 'TWD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': '',
  '￥': '',
  '₫': 'VND',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '฿': 'THB',
  '₱': 'PHP',
  '₪': 'ILS',
  '₴': 'UAH',
  '₦': 'NGN',
  zł: 'PLN',
  kč: 'CZK',
};
/** Words and codes of currencies, in lower case. */
const names: Readonly<Record<string, string>> = {
  dollar: '',
  dollars: '',
  bucks: '',
  'us dollars': 'USD',
  'us dollar': 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  'pounds sterling': 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  rmb: 'CNY',
  rupees: 'INR',
  rupee: 'INR',
  rs: 'INR',
  'rs.': 'INR',
  inr: 'INR',
  reais: 'BRL',
  real: 'BRL',
  rp: 'IDR',
  rupiah: 'IDR',
  baht: 'THB',
  won: 'KRW',
  rubles: 'RUB',
  đồng: 'VND',
  vnđ: 'VND',
  vnd: 'VND',
  đ: 'VND',
  đô: 'USD',
  'đô la': 'USD',
  'đô la mỹ': 'USD',
  franken: 'CHF',
  sfr: 'CHF',
  'fr.': 'CHF',
  kr: '',
  zl: 'PLN',
  złotych: 'PLN',
  pesos: '',
  r$: 'BRL',
};
const codes =
  'USD EUR GBP VND JPY CNY CHF AUD CAD NZD SGD HKD INR BRL MXN KRW THB IDR MYR PHP PLN CZK SEK NOK DKK HUF RON TRY RUB UAH ZAR ILS AED SAR TWD NGN'.split(
    ' ',
  );

const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  nghìn: 1e3,
  ngàn: 1e3,
  ng: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  tsd: 1e3,
  mille: 1e3,
  mil: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  triệu: 1e6,
  trieu: 1e6,
  tr: 1e6,
  millón: 1e6,
  millones: 1e6,
  milhão: 1e6,
  milhões: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  tỷ: 1e9,
  tỉ: 1e9,
  mrd: 1e9,
  milliarden: 1e9,
  milliards: 1e9,
};

const escape = (text: string) => text.replace(/[$.*+?^()[\]{}|\\]/g, '\\$&');
const anyOf = (list: readonly string[]) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');
const signBefore = anyOf([...Object.keys(signs), 'rs', 'rs.', 'rp', 'chf', 'fr.', 'sfr', 'kr', ...codes.map((code) => code.toLowerCase())]);
const unitAfter = anyOf([...Object.keys(signs), ...Object.keys(names), ...codes.map((code) => code.toLowerCase())]);
const number = String.raw`(?:\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)|\d{1,15}(?:[.,'’\u00a0\u202f\u2009 ]\d{3}(?!\d))*)(?:[.,]\d{1,4}(?!\d))?`;
const magnitude = anyOf(Object.keys(magnitudes));
const amountPattern = new RegExp(
  String.raw`(?:(?<![\p{L}_#@$€£¥])(?<before>${signBefore})(?:\s|\u00a0)?(?<minus>-)?(?<n1>${number})(?:[ \u00a0]?(?<m1>${magnitude})(?![\p{L}\p{N}]))?(?:[ \u00a0]?(?<also>${anyOf(codes.map((code) => code.toLowerCase()))})(?![\p{L}\p{N}]))?|(?<![\p{L}\p{N}_#@/:.,$€£]|\p{L}-)(?<n2>${number})[ \u00a0\u202f]?(?:(?<m2>${magnitude})(?![\p{L}\p{N}])[ \u00a0]?(?<after2>${unitAfter})?|(?<after1>${unitAfter}))(?![\p{L}\p{N}]))`,
  'giu',
);
/** Magnitudes that mean money by themselves in Vietnamese talk (`12 triệu`, `500 nghìn`, `200k`). */
const moneyByItself = /^(triệu|trieu|tr|nghìn|ngàn|nghin|ngan|tỷ|tỉ)$/iu;

/**
 * Amounts in `text`. Only numbers with a currency sign, code or word beside them count, or a Vietnamese magnitude: telephone
 * numbers, orders, dates, versions and error codes have none.
 */
export function findMoney(text: string): FoundMoney[] {
  if (!/\d/.test(text)) return [];
  const found: FoundMoney[] = [];
  const folded = foldCase(text);
  for (const match of folded.text.matchAll(amountPattern)) {
    const { before, n1, m1, also, n2, m2, after1, after2 } = match.groups ?? {};
    const digits = n1 ?? n2;
    if (!digits) continue;
    const after = after1 ?? after2;
    const unit = (also ?? before ?? after)?.toLowerCase();
    const power = (m1 ?? m2)?.toLowerCase();
    if (!unit && !(power && moneyByItself.test(power))) continue;
    if (!before && after && isAmbiguousUnit(after, folded.text, match.index + match[0].length)) continue;
    if (before && !n2 && /^[a-z]/i.test(before) && /^\p{L}/u.test(folded.text[match.index - 1] ?? '')) continue;
    const value = readNumber(digits);
    if (value === undefined) continue;
    const currency = unit ? currencyOf(unit) : 'VND';
    let amount = value * (power ? (magnitudes[power] ?? 1) : 1);
    if (currency === 'VND' && !power && amount < 1000 && /^đ$/.test(unit ?? '') && amount > 0) continue;
    amount = Math.round(amount * 1e4) / 1e4;
    const start = folded.original(match.index);
    const end = folded.original(match.index + match[0].trimEnd().length);
    found.push({ start, end, text: text.slice(start, end), amount, ...(currency ? { currency } : {}) });
  }
  return found;
}

/** `real`, `won`, `rs`, `đ` and `kr` are words of their own too: behind a number they are money only in their own form. */
function isAmbiguousUnit(unit: string, text: string, end: number): boolean {
  const lower = unit.toLowerCase();
  if (lower === 'real' || lower === 'won') return /^\s+\p{L}/u.test(text.slice(end, end + 3)) || lower === 'won';
  if (lower === 'pound' || lower === 'pounds') return /^\s+(?:of|heavy|overweight|weight)\b/iu.test(text.slice(end, end + 12));
  return false;
}

function currencyOf(unit: string): string | undefined {
  const code = unit.toUpperCase();
  if (codes.includes(code)) return code;
  return (signs[unit] ?? names[unit]) || undefined;
}

/**
 * Reads a number whose separators may be of any locale. Two kinds: the last one is the decimal sign. One kind once with three
 * digits behind: thousands (nobody writes money with three decimals). Otherwise the last is decimal.
 */
export function readNumber(written: string): number | undefined {
  const plain = written.replace(/[\s\u00a0\u202f\u2009'’]/g, '');
  const marks = plain.match(/[.,]/g) ?? [];
  const kinds = new Set(marks);
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const tail = plain.length - last - 1;
  let decimal = '';
  if (kinds.size === 2) decimal = plain[last] ?? '';
  else if (marks.length === 1 && (tail !== 3 || plain.startsWith('0'))) decimal = marks[0] ?? '';
  if (kinds.size === 2 && plain.split(decimal).length > 2) return undefined;
  const value = Number(decimal ? plain.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.') : plain.replace(/[.,]/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** A field that holds nothing but a number, or undefined. */
export function bareNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return new RegExp(`^${number}$`).test(trimmed) ? readNumber(trimmed) : undefined;
}
