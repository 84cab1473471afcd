/** The mood of one text: hand-written words of mood, a small fitted model for English, and what people do when they lose patience. */
import { modelEvidence } from './english-mood.ts';
import { bareVietnamese, moodClasses, moodWords, type MoodClassName } from './mood-words.ts';
import { compilePhrases, matchPhrases, type CompiledPhrases } from './phrases.ts';
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
 * @param threats places of legal or media threats, which make the label `threatening`
 * @returns null when the language is not supported or nothing tells which one it is: unknown, not neutral
 */
export function moodOf(
  text: string,
  language: string | undefined,
  threats: readonly { readonly start: number; readonly end: number; readonly text: string }[] = [],
  folded: Folded = foldCase(text),
  words: readonly Word[] = wordsOf(text, folded),
): FoundMood | null {
  const spoken = language ?? likeliest(text, folded, words);
  const supported = spoken !== undefined && moodWords[spoken] !== undefined && words.length > 0;
  // a threat is one in whatever language the rest may be
  if (!supported && threats.length === 0) return null;
  const all: Part[] = supported ? handEvidence(text, spoken, folded, words) : [];
  let { valence, anger } = sumsOf(all);
  if (spoken === 'en') {
    const model = modelEvidence(text, words);
    all.push(...model.parts);
    // what was said outright counts more than how people with such words feel on average
    valence += Math.min(model.valence, valence < -0.5 ? modelRelief : modelPraise);
    anger += model.anger;
  }
  for (const threat of threats) all.push({ ...threat, weight: -2, anger: 1, why: 'threat' });
  if (threats.length) valence = Math.min(valence - 1, -2);
  const score = Math.round(Math.tanh(valence / 2.6) * 100) / 100;
  return {
    score,
    label: threats.length ? 'threatening' : labelOf(score, anger, spoken === 'en' ? angryFrom : angryFromWords),
    evidence: all
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
      .slice(0, maxEvidence)
      .map(({ start, end, text: written, weight, why }) => ({ start, end, text: written, weight: Math.round(weight * 100) / 100, why })),
  };
}

/** What the hand-written words and the behaviour say, before the model. For `scripts/train-mood.ts`. */
export function handSums(text: string): { readonly valence: number; readonly anger: number } {
  const folded = foldCase(text);
  return sumsOf(handEvidence(text, 'en', folded, wordsOf(text, folded)));
}

function handEvidence(text: string, language: string, folded: Folded, words: readonly Word[]): Part[] {
  const evidence = wordEvidence(text, language, folded, words);
  return [...evidence, ...behaviourEvidence(text, words, sumsOf(evidence).valence < 0)];
}

function sumsOf(parts: readonly Part[]): { valence: number; anger: number } {
  return { valence: parts.reduce((sum, { weight }) => sum + weight, 0), anger: parts.reduce((sum, part) => sum + part.anger, 0) };
}

/** The most that the model may brighten a text with words of complaint, and one without. */
const modelRelief = 0.3;
const modelPraise = 1.5;
/** Anger sum from which a text is angry: where the model takes part, and by words alone. */
const angryFrom = 1.2;
const angryFromWords = 1.9;

function labelOf(score: number, anger: number, enough: number): SentimentLabel {
  if (score <= angryBelow && anger >= enough) return 'angry';
  return score <= frustratedBelow ? 'frustrated' : 'calm';
}

interface Part extends MoodEvidence {
  readonly anger: number;
}

function wordEvidence(text: string, language: string, folded: Folded, words: readonly Word[]): Part[] {
  const bare = language === 'vi' && words.every(({ key }) => !/[\u0080-\uffff]/.test(key));
  const compiled = moodPhrasesOf(bare ? 'vi-bare' : language);
  if (!compiled) return [];
  const parts: Part[] = [];
  for (const hit of matchPhrases(compiled, text, undefined, folded, words)) {
    const { valence, anger } = moodClasses[hit.list as MoodClassName];
    // "not helpful" is a complaint, "no problem" is nothing
    if (!hit.negated) parts.push({ ...place(hit), weight: valence, anger, why: hit.list });
    else if (hit.list === 'good' || hit.list === 'great') parts.push({ ...place(hit), weight: -1.1, anger: 0.2, why: 'negated' });
  }
  return fading(longestOnly(parts, text.length));
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
