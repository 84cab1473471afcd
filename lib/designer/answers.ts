/** What a lead answers before a workflow is proposed. Plain JSON, so that it can be kept, handed to the command line and replayed. */
import { fold } from '../rules/fold.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What a category of tickets is about; decides which tier it belongs to. */
export const CATEGORY_KINDS = [
  'howto',
  'access',
  'delivery',
  'refund',
  'request',
  'account',
  'billing',
  'technical',
  'complaint',
  'bug',
  'integration',
  'outage',
  'security',
  'legal',
  'other',
] as const;
export type CategoryKind = (typeof CATEGORY_KINDS)[number];

/** Pain points that a setting of the policy answers. */
export const PAINS = [
  'bounced',
  'missed-targets',
  'too-many',
  'too-late',
  'no-updates',
  'angry',
  'repeated',
  'after-hours',
  'new-hires',
  'vip',
] as const;
export type Pain = (typeof PAINS)[number];

export interface DesignAnswers {
  readonly company: string;
  /** What is supported. */
  readonly product: string;
  readonly ticketsPerMonth: number;
  /** Tiers or team set-up today, in the lead's own words. */
  readonly structure: string;
  /** People who answer tickets, the lead among them. */
  readonly teamSize: number;
  /** Shifts in a working day. */
  readonly shifts: number;
  /** The most frequent kinds of tickets, at most five. A kind that is not given is guessed from the name. */
  readonly categories: readonly { readonly name: string; readonly kind?: CategoryKind }[];
  readonly pains: readonly Pain[];
  /** ISO 4217. */
  readonly currency: string;
  readonly revenueThreshold: number;
  readonly ltvThreshold: number;
  /** Wall times; `always` wins over the rest. An end before its start runs into the next day. */
  readonly hours: { readonly always: boolean; readonly days: readonly Weekday[]; readonly from: string; readonly to: string };
  /** IANA zone. */
  readonly timeZone: string;
  /** Languages in which customers are answered, the main one first. */
  readonly languages: readonly string[];
  /** Working minutes that a ticket takes at the front line, all answers together. */
  readonly handlingMinutes: number;
}

export const defaultAnswers: DesignAnswers = {
  company: '',
  product: '',
  ticketsPerMonth: 1000,
  structure: '',
  teamSize: 10,
  shifts: 1,
  categories: [],
  pains: [],
  currency: 'USD',
  revenueThreshold: 1000,
  ltvThreshold: 10_000,
  hours: { always: false, days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' },
  timeZone: 'UTC',
  languages: ['en'],
  handlingMinutes: 15,
};

/** What keeps a proposal from being made: the answer, and the key of the sentence that explains it. */
export interface AnswerProblem {
  readonly answer: keyof DesignAnswers;
  readonly problem: 'shape' | 'number' | 'size' | 'shifts' | 'categories' | 'hours' | 'zone' | 'language' | 'currency' | 'unknown' | 'pains';
  readonly found: string;
}

/** Takes answers from outside: what is missing is filled with defaults, what is wrong is listed. Total. */
export function readAnswers(value: unknown): { readonly answers: DesignAnswers; readonly problems: readonly AnswerProblem[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { answers: defaultAnswers, problems: [{ answer: 'company', problem: 'shape', found: String(JSON.stringify(value)) }] };
  const given = value as Readonly<Record<string, unknown>>;
  const problems: AnswerProblem[] = Object.keys(given)
    .filter((name) => !Object.hasOwn(defaultAnswers, name))
    .map((name) => ({ answer: name as keyof DesignAnswers, problem: 'unknown', found: name }));
  const answers: Record<string, unknown> = { ...defaultAnswers };
  for (const [name, fallback] of Object.entries(defaultAnswers)) {
    const found = given[name];
    if (found === undefined) continue;
    const fits = Array.isArray(fallback) ? Array.isArray(found) : typeof found === typeof fallback && found !== null;
    if (fits) answers[name] = name === 'hours' ? { ...defaultAnswers.hours, ...(found as object) } : found;
    else problems.push({ answer: name as keyof DesignAnswers, problem: 'shape', found: String(JSON.stringify(found)).slice(0, 60) });
  }
  const read = answers as unknown as DesignAnswers;
  return { answers: read, problems: [...problems, ...(problems.length > 0 ? [] : answerProblems(read))] };
}

/** Problems of answers of the right shape, in the order of the questions. */
export function answerProblems(answers: DesignAnswers): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const refuse = (answer: keyof DesignAnswers, problem: AnswerProblem['problem'], found: unknown): void => {
    problems.push({ answer, problem, found: typeof found === 'string' ? found : String(JSON.stringify(found)) });
  };
  const within = (number: unknown, least: number, most: number): boolean =>
    typeof number === 'number' && Number.isFinite(number) && number >= least && number <= most;
  if (!within(answers.ticketsPerMonth, 1, 10_000_000)) refuse('ticketsPerMonth', 'number', answers.ticketsPerMonth);
  if (!within(answers.teamSize, 1, 10_000) || !Number.isInteger(answers.teamSize)) refuse('teamSize', 'size', answers.teamSize);
  if (!within(answers.shifts, 1, 4) || !Number.isInteger(answers.shifts)) refuse('shifts', 'shifts', answers.shifts);
  const named = (category: unknown): boolean =>
    typeof category === 'object' &&
    category !== null &&
    typeof (category as { name?: unknown }).name === 'string' &&
    ((category as { kind?: unknown }).kind === undefined || CATEGORY_KINDS.some((kind) => kind === (category as { kind?: unknown }).kind));
  if (answers.categories.length > 5 || !answers.categories.every(named)) refuse('categories', 'categories', answers.categories);
  const strange = answers.pains.filter((pain) => !PAINS.includes(pain));
  if (strange.length > 0) refuse('pains', 'pains', strange);
  if (!/^[A-Z]{3}$/.test(answers.currency)) refuse('currency', 'currency', answers.currency);
  if (!within(answers.revenueThreshold, 0, 1e15)) refuse('revenueThreshold', 'number', answers.revenueThreshold);
  if (!within(answers.ltvThreshold, 0, 1e15)) refuse('ltvThreshold', 'number', answers.ltvThreshold);
  const { always, days, from, to } = answers.hours;
  if (!always && (!Array.isArray(days) || days.length === 0 || !days.every((day) => WEEKDAYS.includes(day)) || dayMinutes(from, to) === undefined))
    refuse('hours', 'hours', answers.hours);
  if (!isZone(answers.timeZone)) refuse('timeZone', 'zone', answers.timeZone);
  if (answers.languages.length === 0 || !answers.languages.every((language) => typeof language === 'string' && /^[a-z]{2,3}$/.test(language)))
    refuse('languages', 'language', answers.languages);
  if (!within(answers.handlingMinutes, 1, 480)) refuse('handlingMinutes', 'number', answers.handlingMinutes);
  return problems;
}

/** Minutes from one wall time to another; over midnight when the end is not after the start. undefined: no wall times. */
export function dayMinutes(from: string, to: string): number | undefined {
  const [start, end] = [from, to].map((time) => {
    const found = /^([01]\d|2[0-3]):([0-5]\d)$|^(24):(00)$/.exec(time);
    return found ? Number(found[1] ?? found[3]) * 60 + Number(found[2] ?? found[4]) : undefined;
  });
  if (start === undefined || end === undefined || start === end) return undefined;
  return end > start ? end - start : end + 24 * 60 - start;
}

/** Open hours of one working day. */
export const hoursPerDay = ({ hours }: DesignAnswers): number => (hours.always ? 24 : (dayMinutes(hours.from, hours.to) ?? 24 * 60) / 60);
/** Open hours of a week. */
export const hoursPerWeek = (answers: DesignAnswers): number =>
  answers.hours.always ? 168 : hoursPerDay(answers) * new Set(answers.hours.days).size;

function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Folded beginnings of words in names of categories; the first kind that has one wins, so the graver kinds come first. */
const kindWords: readonly (readonly [CategoryKind, string])[] = [
  ['legal', 'legal|lawyer|lawsuit|gdpr|regulat|phap ly|kien tung|luat su'],
  ['security', 'security|breach|hack|fraud|phishing|bao mat|lua dao|gian lan|xam nhap'],
  ['outage', 'outage|downtime|service down|site down|system down|gian doan|ngung hoat dong|sap he thong'],
  ['integration', 'integration|api|webhook|sync|connector|sdk|tich hop|dong bo|ket noi he thong'],
  ['bug', 'bug|defect|crash|loi he thong|loi phan mem|loi ung dung'],
  ['refund', 'refund|return|exchange|hoan tien|doi tra|doi hang|tra hang'],
  ['billing', 'billing|invoice|payment|charge|subscription|pricing|hoa don|thanh toan|tinh phi|cuoc phi'],
  ['access', 'password|login|log in|sign in|access|mat khau|dang nhap|truy cap'],
  ['delivery', 'delivery|shipping|shipment|parcel|tracking|giao hang|van chuyen|don hang|van don'],
  ['account', 'account|profile|permission|tai khoan|phan quyen|ho so'],
  ['complaint', 'complaint|dissatisf|khieu nai|phan nan|gop y'],
  ['technical', 'technical|error|not working|performance|slow|setup|installation|ky thuat|loi|cai dat|hieu nang|su co'],
  ['request', 'feature|request|suggestion|idea|tinh nang|de xuat|yeu cau moi'],
  ['howto', 'how to|question|faq|general|usage|training|guide|cach|huong dan|cau hoi|hoi dap|tu van|su dung'],
];

/** The kind of a category by the words of its name, in English or Vietnamese; `other` when nothing tells. */
export function guessKind(name: string): CategoryKind {
  const text = ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return kindWords.find(([, words]) => words.split('|').some((word) => text.includes(` ${word}`)))?.[0] ?? 'other';
}

/** The kind that was given or else guessed. */
export const kindOf = (category: DesignAnswers['categories'][number]): CategoryKind => category.kind ?? guessKind(category.name);
