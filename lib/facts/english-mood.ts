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
/** The model's correction to the hand-written words, in their scale. */
export function modelEvidence(
  text: string,
  words: readonly Word[],
): { readonly parts: ModelPart[]; readonly valence: number; readonly anger: number } {
  model ??= readModel();
  const parts: ModelPart[] = [];
  const seen = new Set<string>();
  for (const [i, word] of words.entries())
    for (const first of i ? [words[i - 1] as Word, word] : [word]) {
      const name = first === word ? word.key : `${first.key} ${word.key}`;
      const weights = model.get(name);
      if (!weights || seen.has(name)) continue;
      seen.add(name);
      parts.push({ start: first.start, end: word.end, text: text.slice(first.start, word.end), weight: weights[0], anger: weights[1], why: 'model' });
    }
  // the model was fitted on short texts; a long one has more words of every kind
  const share = Math.min(1, Math.sqrt(usualWords / Math.max(1, words.length)));
  const valence = parts.reduce((sum, { weight }) => sum + weight * share, modelShift.valence);
  const anger = parts.reduce((sum, part) => sum + part.anger * share, modelShift.anger);
  return { parts: parts.filter(({ weight }) => Math.abs(weight) >= 0.5), valence, anger };
}

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
