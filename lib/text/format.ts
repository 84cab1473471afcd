/** Durations, instants, counts and lists in the interface language. Pure: time and zone are arguments. */
import type { TextKey, Translate } from '../text.ts';
import { systemWallTimeAt, type WallTime, wallTimeAt } from '../zone.ts';

export interface Wording {
  readonly t: Translate;
  /** BCP 47 language of the interface. */
  readonly language: string;
  /** IANA zone in which instants are printed; absent = the browser's own. */
  readonly zone?: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** From here on a countdown leaves the minutes out. */
const hoursOnlyFrom = 100 * hour;

/** English dates are printed day first with a 24 hour clock, as everywhere in the panel. */
export const dateLocale = (language: string): string => (/^en\b/.test(language) ? 'en-GB' : language);

/** A length of time in hours and minutes, rounded down; days are left out since a business day is no 24 hours. @param ms sign is ignored. */
export function durationText(ms: number, { t }: Pick<Wording, 't'>): string {
  const length = Math.abs(ms);
  const hours = Math.floor(length / hour);
  const minutes = Math.floor((length % hour) / minute);
  if (length < minute) return t('time.underMinute');
  if (hours === 0) return t('time.minutes', { n: minutes });
  if (minutes === 0 || length >= hoursOnlyFrom) return t('time.hours', { n: hours });
  return `${t('time.hours', { n: hours })} ${t('time.minutes', { n: minutes })}`;
}

/** The shortest form, for the edge tab: `58 m`, `2 h`. */
export function briefDuration(ms: number, { t }: Pick<Wording, 't'>): string {
  const length = Math.abs(ms);
  return length < hour ? t('time.minutesBrief', { n: Math.floor(length / minute) }) : t('time.hoursBrief', { n: Math.floor(length / hour) });
}

/** How long until the text of `durationText` changes. @param ms what is shown now. @param falling true while it counts down. */
export function untilNextText(ms: number, falling: boolean): number {
  const length = Math.abs(ms);
  const step = length >= hoursOnlyFrom ? hour : minute;
  return falling ? (length % step) + 1 : step - (length % step);
}

/** `2 h ago`, in one unit. */
export function agoText(at: number, wording: Pick<Wording, 't' | 'now'>): string {
  const { t, now } = wording;
  const length = now - at;
  if (length < minute) return t('time.justNow');
  if (length < hour) return t('time.ago', { duration: t('time.minutes', { n: Math.floor(length / minute) }) });
  if (length < day) return t('time.ago', { duration: t('time.hours', { n: Math.floor(length / hour) }) });
  return t('time.ago', { duration: counted('time.days', Math.floor(length / day), wording as Wording) });
}

/** `17:20` */
export function timeText(at: number, { zone }: Pick<Wording, 'zone'>): string {
  const { hour, minute } = wallTime(at, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** `today 17:20`, `tomorrow 09:00`, `Thu 26 Nov 09:00`, with the year when it is another one. */
export function instantText(at: number, wording: Wording): string {
  const { t, language, zone, now } = wording;
  const [wall, today] = [wallTime(at, zone), wallTime(now, zone)];
  const days = Math.round((midnight(wall) - midnight(today)) / day);
  const time = timeText(at, wording);
  if (days === 0) return t('time.dayAndTime', { day: t('time.today'), time });
  if (days === 1) return t('time.dayAndTime', { day: t('time.tomorrow'), time });
  if (days === -1) return t('time.dayAndTime', { day: t('time.yesterday'), time });
  return t('time.dayAndTime', { day: dateText(wall, wall.year !== today.year, language), time });
}

/** `today 17:20`, or only `17:20` when it is today. */
export function shortInstant(at: number, wording: Wording): string {
  return dayNumber(at, wording.zone) === dayNumber(wording.now, wording.zone) ? timeText(at, wording) : instantText(at, wording);
}

/** `Mon`; 0 is Monday. In English where the interface does not speak the language. */
export const weekdayText = (day: number, language: string): string => (writtenOut(language) ?? english).weekdays[(day + 1) % 7] ?? '';

/** `Thu 26 Nov` in the order of the language. */
function dateText(wall: WallTime, withYear: boolean, language: string): string {
  const words = writtenOut(language);
  const at = midnight(wall);
  if (words)
    return `${words.weekdays[new Date(at).getUTCDay()]}${words.comma} ${wall.day} ${words.months[wall.month - 1]}${withYear ? `${words.comma} ${wall.year}` : ''}`;
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' }),
    timeZone: 'UTC',
  })
    .format(at)
    .replace(',', '');
}

/** How a language writes short dates and what is counted. */
interface WrittenOut {
  /** From Sunday. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** After the day of the week, and before the year: Vietnamese days are numbers themselves (Thứ 7, 21 thg 11). */
  readonly comma: string;
  /** Before the last of a list. */
  readonly and: string;
  /** What stands between thousands. */
  readonly thousands: string;
  /** Whether a word changes its form when there is one of it. */
  readonly singular: boolean;
}
const english: WrittenOut = {
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  comma: '',
  and: ' and ',
  thousands: ',',
  singular: true,
};
/**
 * The interface's own languages as Intl writes them, but for the comma that English leaves out (a test compares every day and month): the
 * first question to Intl of any kind costs a page 15 to 50 ms, since the browser reads its list of locales then.
 */
const writtenLanguages: Readonly<Record<string, WrittenOut>> = {
  en: english,
  vi: {
    weekdays: ['CN', 'Thứ 2', 'Thứ 3', 'Thứ 4', 'Thứ 5', 'Thứ 6', 'Thứ 7'],
    months: Array.from({ length: 12 }, (_, month) => `thg ${month + 1}`),
    comma: ',',
    and: ' và ',
    thousands: '.',
    singular: false,
  },
};
const writtenOut = (language: string): WrittenOut | undefined => writtenLanguages[language.split('-')[0] ?? ''];

const wallTime = (at: number, zone: string | undefined): WallTime => (zone === undefined ? systemWallTimeAt(at) : wallTimeAt(at, zone));
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Midnight UTC of the calendar day of a wall time. */
const midnight = ({ year, month, day }: WallTime): number => Date.UTC(year, month - 1, day);

/** Midnight UTC of the calendar day that `at` has in `zone`. */
const dayNumber = (at: number, zone: string | undefined): number => midnight(wallTime(at, zone));

function wholeNumber(n: number, language: string): string {
  const words = writtenOut(language);
  return words && n >= 0 && Number.isInteger(n)
    ? String(n).replace(/\B(?=(?:\d{3})+$)/g, words.thousands)
    : new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(n);
}

/** `88 %`, rounded down so that a threshold is never shown before it is crossed. */
export function percentText(percent: number, { t, language }: Pick<Wording, 't' | 'language'>): string {
  return t('time.percent', { n: wholeNumber(Math.floor(percent), language) });
}

type CountedKey = TextKey extends infer K ? (K extends `${infer Base}.one` ? Base : never) : never;

/** The singular or plural text for `n`: keys `<base>.one` and `<base>.other`, with `{n}` filled in. */
export function counted(
  base: CountedKey,
  n: number,
  { t, language }: Pick<Wording, 't' | 'language'>,
  params?: Readonly<Record<string, string>>,
): string {
  // Where the interface does not speak the language, its words are English.
  const form = n === 1 && (writtenOut(language) ?? english).singular ? 'one' : 'other';
  return t(`${base}.${form}`, { ...params, n: wholeNumber(n, language) });
}

/** `a, b and c` */
export function listText(items: readonly string[], { language }: Pick<Wording, 'language'>): string {
  const words = writtenOut(language);
  if (!words) return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
  return [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(words.and);
}
