/**
 * The mood of one text: hand-written words of mood, a small fitted model for English, and what people do when they lose patience.
 * Over 250 lines, because all that is weighed against each other stands in one place.
 */
import { modelEvidence } from './english-mood.ts';
import { bareVietnamese, moodClasses, moodWords, type MoodClassName } from './mood-words.ts';
import { isSupposed } from './negation.ts';
import { compilePhrases, matchPhrases, type CompiledPhrases, type MatchedPhrase } from './phrases.ts';
import type { SentimentLabel } from './text-facts.ts';
import { foldCase, wordsOf, type Folded, type Word } from './words.ts';

export interface FoundMood {
  /** -1 (worst) to 1. */
  readonly score: number;
  readonly label: SentimentLabel;
  /** Strongest first. */
  readonly evidence: readonly MoodEvidence[];
}
export interface MoodEvidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its part of the sum; negative = unhappy. */
  readonly weight: number;
  /** Class of `mood-words.ts`, `model`, `capitals`, `exclamation`, `emoji`, `negated` or `threat`. */
  readonly why: string;
}

/** Scores at and below which a text is called frustrated and angry. */
export const frustratedBelow = -0.25;
export const angryBelow = -0.5;

const maxEvidence = 12;

const moodPhrases = new Map<string, CompiledPhrases>();
function moodPhrasesOf(language: string): CompiledPhrases | undefined {
  const known = moodPhrases.get(language);
  if (known) return known;
  const classes = language === 'vi-bare' ? moodWords.vi : moodWords[language];
  if (!classes) return undefined;
  const lists = Object.fromEntries(
    Object.entries(classes).map(([name, list]) => {
      const phrases = [...list.split(',').map((phrase) => phrase.trim()), ...(language === 'vi-bare' ? extraBare(name as MoodClassName) : [])];
      const usable =
        language === 'vi-bare' ? phrases.filter((phrase) => phrase.includes(' ') || extraBare(name as MoodClassName).includes(phrase)) : phrases;
      return [
        name,
        {
          entries: {
            [language]: usable.map((phrase) => ({
              phrase,
              inflect: language !== 'vi' && language !== 'vi-bare',
              foldDiacritics: language === 'vi-bare',
            })),
          },
        },
      ];
    }),
  );
  const compiled = compilePhrases(lists);
  moodPhrases.set(language, compiled);
  return compiled;
}
const extraBare = (name: MoodClassName): string[] =>
  (bareVietnamese[name] ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** Languages with words of mood. */
export const moodLanguages: readonly string[] = Object.keys(moodWords);

const emojis: readonly (readonly [RegExp, number, number])[] = [
  [/[😠😡🤬👿💢🖕🤮]/u, -2, 1.8],
  [/[😤😒🙄😑😩😫👎💩😞😔😢😭😕☹🙁]|(?<![\p{L}\p{N}]):'?-?\(/u, -1.2, 0.4],
  [/[😊😀😃😄😁🙂😍🥰😘👍🎉❤💕🙏😂🤣👏]|(?<![\p{L}\p{N}])(?::-?\)|:D\b|<3)/u, 1.2, -0.6],
];

/**
 * @param text the customer's own words (`customerWords`)
 * @param language of the text if certain; otherwise the supported language whose words fit best is taken
 * @param threats legal and media threats, which make the label `threatening`; the negated ones tell that none is meant
 * @returns null when the language is not supported or nothing tells which one it is: unknown, not neutral
 */
export function moodOf(
  text: string,
  language: string | undefined,
  threats: readonly Pick<MatchedPhrase, 'start' | 'end' | 'text' | 'negated' | 'from' | 'to'>[] = [],
  folded: Folded = foldCase(text),
  words: readonly Word[] = wordsOf(text, folded),
): FoundMood | null {
  const spoken = language ?? likeliest(text, folded, words);
  const supported = spoken !== undefined && moodWords[spoken] !== undefined && words.length > 0;
  // a threat is one in whatever language the rest may be
  if (!supported && threats.every(({ negated }) => negated)) return null;
  const meant = threats.filter(({ negated }) => !negated);
  const { parts: all, denied } = supported ? handEvidence(text, spoken, folded, words) : { parts: [], denied: [] };
  let { valence, anger } = sumsOf(all);
  if (spoken === 'en') {
    const model = modelEvidence(text, words, [...denied, ...threats.filter(({ negated }) => negated)]);
    all.push(...model.parts);
    // what was said outright counts more than how people with such words feel on average
    valence += Math.min(model.valence, valence < -0.5 ? modelRelief : modelPraise);
    anger += model.anger;
  }
  for (const { start, end, text: words } of meant) all.push({ start, end, text: words, weight: -2, anger: 1, why: 'threat' });
  if (meant.length) valence = Math.min(valence - 1, -2);
  // statistics over "not" and "about the" alone are no mood: there would be nothing to show for it
  const told = all.filter(({ weight }) => weight < 0);
  if (told.length === 0) valence = Math.max(valence, leastSpoken);
  if (told.every((part) => part.anger <= 0)) anger = 0;
  const score = Math.round(Math.tanh(valence / 2.6) * 100) / 100;
  return {
    score,
    label: meant.length ? 'threatening' : labelOf(score, anger, spoken === 'en' ? angryFrom : angryFromWords),
    evidence: all
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
      .slice(0, maxEvidence)
      .map(({ start, end, text: written, weight, why, said }) => ({
        start: said?.from ?? start,
        end: said?.to ?? end,
        text: said ? text.slice(said.from, said.to) : written,
        weight: Math.round(weight * 100) / 100,
        why,
      })),
  };
}

/** What the hand-written words and the behaviour say, before the model. For `scripts/train-mood.ts`. */
export function handSums(text: string): { readonly valence: number; readonly anger: number } {
  const folded = foldCase(text);
  return sumsOf(handEvidence(text, 'en', folded, wordsOf(text, folded)).parts);
}

/** Parts of the sum, and the places that were taken back or only supposed: no word in them speaks of a mood. */
interface HandEvidence {
  readonly parts: Part[];
  readonly denied: Denied[];
}
interface Denied {
  readonly from: number;
  readonly to: number;
}

function handEvidence(text: string, language: string, folded: Folded, words: readonly Word[]): HandEvidence {
  const { parts, denied } = wordEvidence(text, language, folded, words);
  return { parts: [...parts, ...behaviourEvidence(text, words, sumsOf(parts).valence < 0)], denied };
}

function sumsOf(parts: readonly Part[]): { valence: number; anger: number } {
  return { valence: parts.reduce((sum, { weight }) => sum + weight, 0), anger: parts.reduce((sum, part) => sum + part.anger, 0) };
}

/** The most that the model may brighten a text with words of complaint, and one without. */
const modelRelief = 0.3;
const modelPraise = 1.5;
/** The worst that a text can be in which no word of complaint stands: calm, if barely. */
const leastSpoken = -0.6;
/** Anger sum from which a text is angry: where the model takes part, and by words alone. */
const angryFrom = 1.2;
const angryFromWords = 1.9;

function labelOf(score: number, anger: number, enough: number): SentimentLabel {
  if (score <= angryBelow && anger >= enough) return 'angry';
  return score <= frustratedBelow ? 'frustrated' : 'calm';
}

interface Part extends MoodEvidence {
  readonly anger: number;
  /** The phrase with the word that negates it: what is shown of "not at all helpful". */
  readonly said?: Denied;
}

/** What counts although it is only supposed: nobody says "if you people were not so useless" who is not angry already. */
const evenSupposed: ReadonlySet<string> = new Set(['rage', 'awful', 'annoyed', 'waiting', 'again', 'polite']);

/** "There is no": what there is not comes after it. */
const passesOn = 'không có';

function wordEvidence(text: string, language: string, folded: Folded, words: readonly Word[]): HandEvidence {
  const bare = language === 'vi' && words.every(({ key }) => !/[\u0080-\uffff]/.test(key));
  const compiled = moodPhrasesOf(bare ? 'vi-bare' : language);
  const parts: Part[] = [];
  const denied: Denied[] = [];
  const hits = compiled ? matchPhrases(compiled, text, undefined, folded, words) : [];
  // Its negation is spent: in "không trả lời, thất vọng" without the comma, what is not is the answer.
  const isSpent = ({ from, start }: MatchedPhrase) => {
    const no = words.find((word) => word.start === from)?.end ?? start;
    return language === 'vi' && hits.some((other) => other.start <= from && other.end > no && other.end <= start && other.entry !== passesOn);
  };
  for (const hit of hits) {
    const { valence, anger } = moodClasses[hit.list as MoodClassName];
    const supposed = isSupposed(words, hit.first, language);
    const praise = hit.list === 'good' || hit.list === 'great';
    if (supposed === 'would' || (supposed === 'if' && !evenSupposed.has(hit.list))) denied.push(hit);
    else if (!hit.negated || isSpent(hit)) parts.push({ ...place(hit), weight: valence, anger, why: hit.list });
    // "not helpful" is a complaint, "no problem" is nothing
    else if (praise) parts.push({ ...place(hit), weight: -1.1, anger: 0.2, why: 'negated', said: hit });
    else denied.push(hit);
  }
  // the words that deny are none of complaint: in "không có vấn đề gì" no "không có" is
  const told = parts.filter(({ start, end, why }) => why === 'negated' || !denied.some(({ from, to }) => start < to && end > from));
  return { parts: fading(longestOnly(told, text.length)), denied };
}

/** Of one class every further hit counts less: a long and careful description names its problem many times. */
function fading(parts: readonly Part[]): Part[] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const before = counts.get(part.why) ?? 0;
    counts.set(part.why, before + 1);
    const share = 1 / (1 + 0.6 * before);
    return { ...part, weight: part.weight * share, anger: part.anger * share };
  });
}
const place = ({ start, end, text }: { start: number; end: number; text: string }) => ({ start, end, text });

/** Of overlapping parts the longest stays, across classes: `not happy` is no `happy`. */
function longestOnly(parts: Part[], length: number): Part[] {
  const taken = new Uint8Array(length + 1);
  return parts
    .sort((one, two) => two.end - two.start - (one.end - one.start) || Math.abs(two.weight) - Math.abs(one.weight) || one.start - two.start)
    .filter(({ start, end }) => {
      // whatever is there already is no shorter, so it covers an edge if it touches at all
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    });
}

const acronym =
  /^(?:USA|FAQ|PDF|CSV|API|URL|SQL|HTTP|HTTPS|JSON|HTML|XML|VIP|SLA|VAT|IBAN|PIN|SMS|ATM|CEO|CTO|BBB|FTC|GDPR|ASAP|IMEI|EUR|USD|GBP|VND|NULL|TRUE|FALSE|ERROR|HDMI|WIFI|ISBN|SSL|DNS|VPN|IP|ID|OK|TV|PC|UI|UK|EU|US)$/;

/** What people do: shouting in capitals, rows of exclamation and question marks, faces. */
function behaviourEvidence(text: string, words: readonly Word[], unhappy: boolean): Part[] {
  const parts: Part[] = [];
  const shouted = words.filter(({ start, end }) => {
    const written = text.slice(start, end);
    return written.length >= 3 && /^\p{Lu}+$/u.test(written) && !acronym.test(written);
  });
  const first = shouted[0];
  if (first && shouted.length >= 2 && (shouted.length >= words.length * 0.15 || unhappy)) {
    const last = shouted.at(-1) ?? first;
    parts.push({
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end).slice(0, 80),
      weight: unhappy ? -0.8 : -0.4,
      anger: 0.8,
      why: 'capitals',
    });
  }
  const marks = /!{2,}|[?!]*\?![?!]*|!\?|\?{2,}/.exec(text);
  if (marks)
    parts.push({
      start: marks.index,
      end: marks.index + marks[0].length,
      text: marks[0],
      weight: unhappy ? -0.6 : marks[0].includes('?') ? -0.5 : 0.1,
      anger: unhappy ? 0.5 : 0.1,
      why: 'exclamation',
    });
  for (const [pattern, weight, anger] of emojis) {
    const face = pattern.exec(text);
    if (face) parts.push({ start: face.index, end: face.index + face[0].length, text: face[0], weight, anger, why: 'emoji' });
  }
  return parts;
}

/** For texts too short to tell their language: the supported one with the most words of mood; on a tie the first, English. */
function likeliest(text: string, folded: Folded, words: readonly Word[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const language of moodLanguages) {
    const compiled = moodPhrasesOf(language);
    const hits = compiled ? matchPhrases(compiled, text, undefined, folded, words).length : 0;
    if (hits > most) {
      best = language;
      most = hits;
    }
  }
  return best;
}
