/** Reads the small fitted model of English moods: weights of words and word pairs that correct the hand-written words. */
import { angryBias, unhappyBias, wordWeights } from './english-mood-model.ts';
import { wordsOf, type Word } from './words.ts';

interface ModelPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Part of the valence sum; negative = unhappy. */
  readonly weight: number;
  readonly anger: number;
  readonly why: 'model';
}

/** Words and pairs of neighbouring words, as the model knows them. */
export function modelFeatures(text: string): string[] {
  const words = wordsOf(text);
  return words.flatMap(({ key }, i) => (i ? [key, `${words[i - 1]?.key} ${key}`] : [key]));
}

/** Texts up to this length are like those that the model learnt from. */
const usualWords = 30;

let model: ReadonlyMap<string, readonly [number, number]> | undefined;
/**
 * The model's correction to the hand-written words, in their scale.
 * @param denied places that were taken back or only supposed, as UTF-16 offsets: no word of complaint counts there
 */
export function modelEvidence(
  text: string,
  words: readonly Word[],
  denied: readonly { readonly from: number; readonly to: number }[] = [],
): { readonly parts: ModelPart[]; readonly valence: number; readonly anger: number } {
  model ??= readModel();
  const parts: ModelPart[] = [];
  const seen = new Set<string>();
  for (const [i, word] of words.entries())
    for (const first of i ? [words[i - 1] as Word, word] : [word]) {
      const name = first === word ? word.key : `${first.key} ${word.key}`;
      const weights = model.get(name);
      if (!weights || seen.has(name)) continue;
      if (weights[0] < 0 && denied.some(({ from, to }) => first.start < to && word.end > from)) continue;
      seen.add(name);
      parts.push({ start: first.start, end: word.end, text: text.slice(first.start, word.end), weight: weights[0], anger: weights[1], why: 'model' });
    }
  // the model was fitted on short texts; a long one has more words of every kind
  const share = Math.min(1, Math.sqrt(usualWords / Math.max(1, words.length)));
  const valence = parts.reduce((sum, { weight }) => sum + weight * share, modelShift.valence);
  const anger = parts.reduce((sum, part) => sum + part.anger * share, modelShift.anger);
  return { parts: parts.filter(({ weight, text: written }) => Math.abs(weight) >= 0.5 && !isFunctional(written)), valence, anger };
}

/** Words that say nothing by themselves: they count on average, and are no evidence that convinces anybody. */
const functional: ReadonlySet<string> = new Set(
  'i me my we us our you your he she it its they them the a an this that these those not no t s m d ll ve re don dont can cant will would should could do does did is are was were be been have has had to of in on at by for from with about as and or so if but what which who how why when where there here now just then than too please after never one all any some get guys way'.split(
    ' ',
  ),
);
const isFunctional = (written: string) => wordsOf(written).every(({ key }) => functional.has(key));

/** Where the model's log odds meet the scale of the sums. */
const modelShift = { valence: -(unhappyBias + 1.2) / 0.85, anger: (angryBias + 2.6) / 0.8 };

function readModel(): ReadonlyMap<string, readonly [number, number]> {
  const weightOf = (letter: number) => (letter - 78) / 5;
  return new Map(
    wordWeights
      .split(',')
      .map((entry) => [
        entry.slice(0, -2),
        [-weightOf(entry.charCodeAt(entry.length - 2)) / 0.85, weightOf(entry.charCodeAt(entry.length - 1)) / 0.8],
      ]),
  );
}
