/**
 * What dates and spans are written with in English, by Intl (a test compares them with every English of Intl) and by hand. What other
 * languages write by hand is in `extra-words.ts`. Lists are separated by `|`.
 */
import type { Unit } from './unit.ts';

export interface ExtraWords {
  readonly fillers?: string;
  readonly today?: string;
  readonly yesterday?: string;
  readonly tomorrow?: string;
  /** Seven entries from Sunday, variants by `/`. */
  readonly weekdays?: string;
  /** Twelve entries, variants by `/`, `-` for none. */
  readonly months?: string;
  readonly periods?: Readonly<Record<string, readonly number[]>>;
  readonly units?: Readonly<Partial<Record<Unit, string>>>;
  /** What stands before and after a span; past unless it says 1. */
  readonly frames?: readonly (readonly [before: string, after: string, sign?: -1 | 1])[];
  readonly whole?: readonly (readonly [text: string, amount: number, unit: Unit])[];
}

export const am = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
export const pm = [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23];

export const englishWords: ExtraWords = {
  fillers: 'at|on|of|the|last',
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  periods: {
    am,
    'a.m': am,
    'a. m': am,
    pm,
    'p.m': pm,
    'p. m': pm,
    'in the morning': am,
    'in the afternoon': [12, 13, 14, 15, 16, 17],
    'in the evening': [18, 19, 20],
    'at night': [21, 22, 23],
  },
  weekdays: 'sunday/sun|monday/mon|tuesday/tue/tues|wednesday/wed/weds|thursday/thu/thur/thurs|friday/fri|saturday/sat',
  months: 'january/jan|february/feb|march/mar|april/apr|may|june/jun|july/jul|august/aug|september/sept/sep|october/oct|november/nov|december/dec',
  units: {
    second: 'second|seconds|sec|secs|s',
    minute: 'minute|minutes|min|mins|m',
    hour: 'hour|hours|hr|hrs|h',
    day: 'day|days|d',
    week: 'week|weeks|wk|wks|w',
    month: 'month|months|mo|mos|mth|mths',
    year: 'year|years|yr|yrs|y',
  },
  frames: [
    ['', 'ago'],
    ['', 'earlier'],
    ['in', '', 1],
    ['', 'from now', 1],
  ],
  whole: [
    ['yesterday', -1, 'day'],
    ['today', 0, 'day'],
    ['tomorrow', 1, 'day'],
    ['this hour', 0, 'hour'],
    ['this minute', 0, 'minute'],
    ['just now', 0, 'minute'],
    ['now', 0, 'minute'],
    ['moments ago', 0, 'minute'],
    ['a moment ago', 0, 'minute'],
    ['a few seconds ago', 0, 'minute'],
    ['less than a minute ago', 0, 'minute'],
    ['less than 1 minute ago', 0, 'minute'],
    ['seconds ago', 0, 'minute'],
    ['a minute ago', -1, 'minute'],
    ['an hour ago', -1, 'hour'],
    ['half an hour ago', -30, 'minute'],
    ['a day ago', -1, 'day'],
    ['one day ago', -1, 'day'],
    ['one hour ago', -1, 'hour'],
    ['one minute ago', -1, 'minute'],
    ['a week ago', -1, 'week'],
    ['one week ago', -1, 'week'],
    ['a month ago', -1, 'month'],
    ['a year ago', -1, 'year'],
  ],
};
