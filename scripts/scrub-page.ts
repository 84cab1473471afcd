/**
 * Takes personal data out of a captured page: everything that is not known to be the product's own wording, a time or a short number
 * gives way to text of the same shape, the same text always to the same. Kept: labels, states and priorities that the reader knows,
 * texts that stand where labels stand, words without capital letter in short texts, and what the person says. Rather too much than
 * too little: a label that was lost is named in the report and can be kept, a name that was left could not be called back.
 * Over 250 lines: one short rule for each kind of text.
 */
import { readInstant } from '../lib/reader/dates/read-instant.ts';
import { isEmptyWord, isInternalWord, isPriorityWord, labelMeaning, statusKindOf } from '../lib/reader/labels.ts';
import type { CapturedElement, CapturedNode } from './capture-page.ts';

export interface ScrubOptions {
  /** BCP 47, of the page. */
  readonly language: string;
  /** When the page was captured, ms since 1970. */
  readonly now: number;
  /** The page's own host, and what stands in its place. */
  readonly host: { readonly from: string; readonly to: string };
  /** Texts of people and companies that are known to be on the page, such as what the reader read; their words are replaced wherever they stand. */
  readonly personal: readonly string[];
  /** Subject and messages: no word of them is kept. */
  readonly free: readonly string[];
  /** Words and texts that the person says are the product's own. */
  readonly keep: readonly string[];
  /** 0 to below 1, as `Math.random`. */
  readonly random: () => number;
}

export interface ScrubReport {
  /** How often each kind of thing was replaced. */
  readonly replaced: Readonly<Record<ScrubKind, number>>;
  /** Texts that were kept without being known: to be looked through by a person. */
  readonly kept: readonly string[];
  /** Short texts that were replaced and may have been labels. Holds the page's own words: never to be written beside the page. */
  readonly perhapsLabels: readonly string[];
}
export type ScrubKind = 'word' | 'email' | 'phone' | 'number' | 'token' | 'address';

export interface Scrubber {
  /** Of the page in itself; what stands in attributes follows the same rules. */
  page(root: CapturedElement): CapturedElement;
  url(url: string): string;
  readonly report: () => ScrubReport;
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const dateLike =
  /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}\s?[./年년-]\s?\d{1,2}\s?[./月월-]\s?\d{1,2}\s?[日일]?|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b(?:19|20)\d\d\b/g;
const phone = /(?:\+|\b00|\(0|\b0(?=\d))[\d\s()./-]{6,}\d/g;
const token = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/gi;
const issueKey = /\b[A-Z][A-Z0-9]{1,9}-\d+\b/g;
const longNumber = /\d{3,}/g;
const wordForm = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts that set no words apart and know no capital letters. */
const uncased =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u;
const letters: readonly (readonly [RegExp, string])[] = [
  [/[aeiouy]/i, 'aeiou'],
  [/\p{Script=Latin}/u, 'bdfgklmnprstvz'],
  [/\p{Script=Cyrillic}/u, 'абвгдезиклмнопрсту'],
  [/\p{Script=Greek}/u, 'αβγδεζηικλμνοπρστυ'],
  [/\p{Script=Han}/u, '木水火土金山川田天空雨花草石竹米白青赤春夏秋冬東西南北上中下'],
  [/\p{Script=Hiragana}/u, 'あいうえおかきくけこさしすせそたちつてとなにぬねの'],
  [/\p{Script=Katakana}/u, 'アイウエオカキクケコサシスセソタチツテトナニヌネノ'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하고노도로모보소오조초코토포호'],
  [/\p{Script=Thai}/u, 'กขคงจชซดตถทนบปผพฟมยรลวสหอ'],
  [/\p{Script=Arabic}/u, 'ابتجحدرزسشصطعفقكلمنهوي'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטילמנסעפקרשת'],
  [/\p{Script=Devanagari}/u, 'कखगचजटडतदनपबमयरलवसह'],
];

/** Attributes that hold text for people. */
const textAttributes =
  /^(?:title|alt|aria-(?:label|description|placeholder|valuetext|roledescription)|placeholder|value|content|label|summary|abbr|text|name-text|initials)$/;
const addressAttributes = /^(?:href|action|formaction|cite|xlink:href|data-(?:href|url|src|action|path))$/;
const droppedAttributes = /^(?:src|srcset|poster|integrity|nonce|ping|background|on\w+)$/;
/** Names of things inside the page, states and measures. */
const ownAttributes =
  /^(?:id|class|name|for|form|role|type|slot|part|lang|dir|style|datetime|item\w*|property|rel|http-equiv|charset|hidden|checked|selected|disabled|readonly|required|multiple|open|contenteditable|tabindex|scope|headers|colspan|rowspan|width|height|viewbox|method|target|autocomplete|aria-(?!label$|desc|placeholder|valuetext|roledesc)\w+|data-test\S*|data-qa|data-cy|is|shadowrootmode)$/i;
/** Where the product's own wording stands. */
const labelTags = new Set(['label', 'dt', 'th', 'legend']);
const longestLabelWords = 4;
const longestShortText = 12;

/** @param options what is known of the page. The scrubber remembers what it put in whose place for as long as it lives. */
export function scrubber(options: ScrubOptions): Scrubber {
  const replaced: Record<ScrubKind, number> = { word: 0, email: 0, phone: 0, number: 0, token: 0, address: 0 };
  const kept = new Set<string>();
  const perhapsLabels = new Set<string>();
  const places = new Map<string, string>();
  const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  const wordsOf = (text: string): string[] => text.match(wordForm) ?? [];
  const keep = new Set(options.keep.flatMap((text) => [fold(text), ...wordsOf(fold(text))]));
  const personal = new Set(
    options.personal.flatMap((text) => wordsOf(fold(text))).filter((word) => (word.length > 1 || uncased.test(word)) && !keep.has(word)),
  );
  const free = options.free.map(fold).filter(Boolean);
  const times = namesOfDaysAndMonths(options.language);

  const pick = (from: string): string => from[Math.floor(options.random() * from.length)] ?? 'x';
  const once = (kind: ScrubKind, key: string, make: () => string): string => {
    replaced[kind]++;
    const known = places.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    const made = make();
    places.set(`${kind} ${key}`, made);
    return made;
  };
  const letter = (one: string): string => {
    const base = one.normalize('NFD')[0] ?? one;
    const other = letters.find(([form]) => form.test(base))?.[1] ?? 'x';
    return pick(other);
  };
  /** In the case of the word that it stands for; the same for "Maria", "MARIA" and "maria". */
  const word = (text: string): string => {
    const lower = text.toLowerCase();
    const shape = Array.from(lower);
    // Letters that each mean something are replaced one by one, so that a name is the same name inside a longer text.
    const made = uncased.test(text)
      ? shape.map((one) => (/\p{L}/u.test(one) ? once('word', one, () => letter(one)) : one))
      : Array.from(once('word', lower, () => newWord(shape)));
    return Array.from(text, (one, at) => (one !== one.toLowerCase() ? (made[at] ?? 'x').toUpperCase() : (made[at] ?? 'x'))).join('');
  };
  const newWord = (shape: readonly string[]): string => {
    for (let tries = 0; ; tries++) {
      const made = shape.map((one) => (/\p{L}/u.test(one) ? letter(one) : one)).join('');
      if ((made !== shape.join('') && !isKnown(made)) || tries > 20) return made;
    }
  };
  const digits = (text: string): string => text.replace(/\d/g, () => pick('0123456789'));
  const number = (text: string): string =>
    isEpoch(text, options.now) ? text : once('number', text, () => `${pick('123456789')}${digits(text.slice(1))}`);
  const anyToken = (text: string): string =>
    once('token', text, () =>
      text
        .replace(/[a-f]/g, () => pick('abcdef'))
        .replace(/[g-z]/g, () => pick('ghjkmnpqrstuvwxyz'))
        .replace(/[A-Z]/g, () => pick('ABCDEFGHJKLMNPQRSTUVWXYZ'))
        .replace(/\d/g, () => pick('0123456789')),
    );
  const anyEmail = (text: string): string => {
    const [local = '', domain = ''] = text.split('@');
    return once('email', text.toLowerCase(), () => `${pieces(local, word)}@${pieces(domain.split('.').at(-2) ?? domain, word)}.example`);
  };
  const key = (text: string): string => text.replace(/[A-Z]+/, word).replace(longNumber, number);

  const isKnown = (text: string): boolean => {
    const plain = fold(text).replace(/\s*[:：]$/, '');
    return (
      labelMeaning(plain, options.language) !== undefined ||
      statusKindOf(plain) !== undefined ||
      isPriorityWord(plain) ||
      isInternalWord(plain) ||
      isEmptyWord(plain)
    );
  };
  const isTime = (text: string): boolean =>
    readInstant(text, { language: options.language, zone: 'UTC', now: options.now, dayFirst: true }) !== undefined;
  const isPersonal = (text: string): boolean =>
    uncased.test(text) ? [...personal].some((one) => text.includes(one)) : personal.has(text.toLowerCase());

  /** Splits off what has a form of its own, and hands the words between to `each`. */
  function pieces(text: string, each: (word: string) => string): string {
    const forms: readonly (readonly [RegExp, (found: string) => string])[] = [
      [email, anyEmail],
      [dateLike, (found) => found],
      [token, anyToken],
      [issueKey, key],
      [phone, (found) => once('phone', found, () => digits(found))],
      [longNumber, number],
      [wordForm, each],
    ];
    const apply = (part: string, from: number): string => {
      const form = forms[from];
      if (!form) return part;
      let made = '';
      let at = 0;
      for (const found of part.matchAll(form[0])) {
        made += apply(part.slice(at, found.index), from + 1) + form[1](found[0]);
        at = found.index + found[0].length;
      }
      return made + apply(part.slice(at), from + 1);
    };
    return apply(text, 0);
  }

  function text(original: string, isLabel: boolean): string {
    const plain = original.trim();
    if (!/\p{L}|\d{3}/u.test(plain)) return original;
    const folded = fold(plain);
    const words = wordsOf(plain);
    const isFree =
      words.length > longestShortText ||
      free.some((one) => (one.includes(folded) && !isKnown(plain)) || (words.length > 1 && folded.includes(one))) ||
      plain.length > 120;
    const names = words.some(isPersonal);
    if (!names && (isKnown(plain) || keep.has(folded.replace(/\s*[:：]$/, '')))) return original;
    if (!names && !isFree && isTime(plain)) return original;
    if (isLabel && !names && !isFree && words.length <= longestLabelWords && !/\d{3}|@/.test(plain)) {
      kept.add(plain);
      return original;
    }
    const made = pieces(original, (one) => {
      const lower = one.toLowerCase();
      if (!isPersonal(one)) {
        if (times.has(lower) || keep.has(lower)) return one;
        if (!isFree && !uncased.test(one) && one === lower) {
          kept.add(one);
          return one;
        }
      }
      return word(one);
    });
    if (made !== original && !isFree && words.length <= longestLabelWords) perhapsLabels.add(plain);
    return made;
  }

  /** Names inside the page and parts of addresses: only what tells of people and things. */
  const own = (value: string): string => pieces(value, (one) => (personal.has(one.toLowerCase()) ? word(one) : one));

  function url(address: string): string {
    if (/^(?:javascript|data|blob):/i.test(address)) return '#';
    if (/^(?:mailto|tel|sip):/i.test(address)) return pieces(address, (one) => (/^(?:mailto|tel|sip)$/i.test(one) ? one : word(one)));
    if (!address || address.startsWith('#')) return own(address);
    replaced.address++;
    const parsed = URL.canParse(address) ? new URL(address) : undefined;
    const rest = own(decodeURIComponentSafely(parsed ? `${parsed.pathname}${parsed.search}${parsed.hash}` : address));
    if (!parsed) return rest;
    const host =
      parsed.hostname === options.host.from
        ? options.host.to
        : once('address', parsed.hostname, () => `${pieces(parsed.hostname.split('.').at(-2) ?? 'site', word)}.example`);
    return `https://${host}${encodeURI(rest)}`;
  }

  function attribute(element: CapturedElement, name: string, value: string): readonly [string, string] | undefined {
    if (droppedAttributes.test(name) || (name === 'data' && element.tag === 'object')) return undefined;
    if (element.tag === 'svg' && !/^(?:id|class|role|aria-\w+)$/.test(name)) return undefined;
    if (name === 'style') return [name, value.replace(/url\([^)]*\)/g, 'none')];
    if (name === 'value' && attributeOf(element, 'type') === 'hidden') return [name, pieces(value, word)];
    if (name === 'datetime') return [name, value];
    if (addressAttributes.test(name)) return [name, url(value)];
    if (textAttributes.test(name)) return [name, text(value, false)];
    if (ownAttributes.test(name) || /^[a-z][a-z0-9_-]{0,30}$|^-?\d{1,2}$|^(?:true|false)?$/.test(value)) return [name, own(value)];
    return [name, text(value, false)];
  }

  function node(from: CapturedNode, parent: CapturedElement): CapturedNode {
    if (!('text' in from)) return element(from);
    if (parent.tag === 'style') return { text: from.text.replace(/url\([^)]*\)/g, 'none').replace(/@import[^;]*;/g, '') };
    return { text: text(from.text, labelTags.has(parent.tag)) };
  }

  function element(from: CapturedElement): CapturedElement {
    return {
      tag: from.tag,
      attributes: from.attributes.flatMap(([name, value]) => [attribute(from, name, value)].filter((one) => one !== undefined)),
      children: from.children.map((child) => node(child, from)),
      ...(from.shadow && { shadow: { mode: from.shadow.mode, children: from.shadow.children.map((child) => node(child, from)) } }),
      ...(from.frame && { frame: element(from.frame) }),
    };
  }

  return {
    page: element,
    url,
    report: () => ({ replaced: { ...replaced }, kept: [...kept].sort(), perhapsLabels: [...perhapsLabels].sort() }),
  };
}

const attributeOf = ({ attributes }: CapturedElement, name: string): string | undefined => attributes.find(([known]) => known === name)?.[1];

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Seconds or milliseconds since 1970 that lie near the day of the capture: a time, and no number of anything. */
function isEpoch(text: string, now: number): boolean {
  const ms = text.length === 10 ? Number(text) * 1000 : text.length === 13 ? Number(text) : Number.NaN;
  return Math.abs(ms - now) < 5 * 366 * 86_400_000;
}

function namesOfDaysAndMonths(language: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const locale of [language, 'en'])
    for (const style of ['long', 'short'] as const)
      for (let month = 0; month < 12; month++) {
        const day = Date.UTC(2026, month, 1 + month);
        for (const part of [{ month: style }, { weekday: style }, { month: style, day: 'numeric' }] as const)
          for (const word of new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC' }).format(day).toLowerCase().match(wordForm) ?? [])
            names.add(word);
      }
  return names;
}
