/**
 * `node scripts/train-mood.ts DATASETS`: fits the small English model of `lib/facts/english-mood-model.ts` on labelled texts.
 * Logistic regression on words and word pairs, as a correction to the hand-written words of mood, which enter as a fixed offset;
 * L1 keeps it small. Trains on GoEmotions `train.tsv` (Apache-2.0) and the even rows of VADER's tweets and Amazon snippets (MIT);
 * every third row of banking77 (CC BY 4.0) without a word of complaint says what a plain question looks like. The other rows are for `npm run bench -- facts`.
 */
import { writeFileSync } from 'node:fs';
import { modelFeatures } from '../lib/facts/english-mood.ts';
import { handSums } from '../lib/facts/sentiment.ts';
import { angerIds, bankQueries, goEmotions, negativeIds, vaderRows } from '../test/bench/labelled-texts.ts';

interface Row {
  readonly features: readonly string[];
  readonly offsets: readonly [number, number];
  /** Label per head (unhappy, angry); undefined = this set does not say. */
  readonly labels: readonly [boolean | undefined, boolean | undefined];
  readonly weight: number;
}

const folder = process.argv[2] ?? '../shared/datasets';
const keep = Number(process.argv[3] ?? 600);
const rows: Row[] = [];
const add = (text: string, labels: Row['labels'], weight: number) => {
  const { valence, anger } = handSums(text);
  // the scale of the hand sums against log odds, found on the training rows
  rows.push({ features: [...new Set(modelFeatures(text))], offsets: [-0.85 * valence, 0.8 * anger], labels, weight });
};
for (const { text, ids } of goEmotions(folder, 'train')) add(text, [ids.some((id) => negativeIds.has(id)), ids.some((id) => angerIds.has(id))], 1);
for (const name of ['tweets', 'amazonReviewSnippets'] as const)
  for (const [i, { text, mean }] of vaderRows(folder, name).entries())
    if (i % 2 === 0) add(text, [mean < -0.5, undefined], name === 'tweets' ? 3 : 5);
// a complaint in plain words is labelled as neutral there; only questions without a word of complaint are taken
for (const [i, text] of bankQueries(folder).entries()) if (i % 3 === 0 && handSums(text).valence >= 0) add(text, [false, false], 0.3);

const counts = new Map<string, number>();
for (const { features } of rows) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
const index = new Map([...counts].filter(([, count]) => count >= 12).map(([feature], i) => [feature, i]));
const names = [...index.keys()];

function fit(head: 0 | 1, l1: number): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1);
  let bias = -1.5;
  const order = rows.map((_, i) => i);
  let seed = 7;
  for (let epoch = 0; epoch < 12; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const at of order) {
      const { features, offsets, labels, weight } = rows[at] as Row;
      const label = labels[head];
      if (label === undefined) continue;
      const ids = features.map((feature) => index.get(feature)).filter((id) => id !== undefined);
      const z = bias + offsets[head] + ids.reduce((sum, id) => sum + (weights[id] as number), 0);
      const step = weight * (1 / (1 + Math.exp(-z)) - (label ? 1 : 0));
      bias -= 0.005 * step;
      for (const id of ids) {
        squares[id] = (squares[id] as number) + step * step;
        const rate = 0.25 / Math.sqrt(squares[id] as number);
        const moved = (weights[id] as number) - rate * step;
        weights[id] = Math.sign(moved) * Math.max(0, Math.abs(moved) - rate * l1);
      }
    }
  }
  return { weights, bias };
}

const unhappy = fit(0, 0.004);
const angry = fit(1, 0.004);
const strength = (i: number) =>
  (Math.abs(unhappy.weights[i] as number) + 0.7 * Math.abs(angry.weights[i] as number)) * Math.sqrt(counts.get(names[i] as string) ?? 0);
const chosen = names
  .map((_, i) => i)
  .sort((a, b) => strength(b) - strength(a))
  .slice(0, keep);
const letter = (weight: number) => String.fromCharCode(78 + Math.max(-13, Math.min(12, Math.round(weight * 5))));
const lines = chosen
  .map((i) => `${names[i]}${letter(unhappy.weights[i] as number)}${letter(angry.weights[i] as number)}`)
  .filter((line) => !line.endsWith('NN'));
lines.sort();
writeFileSync(
  new URL('../lib/facts/english-mood-model.ts', import.meta.url),
  `/**
 * Made by \`scripts/train-mood.ts\`; do not edit. Trained on GoEmotions (Apache-2.0, Google), VADER's ground truth (MIT,
 * C.J. Hutto) and banking77 (CC BY 4.0, PolyAI). Word or pair of words, then one letter for its weight towards unhappy
 * and one towards angry: (letter - N) / 5.
 */
export const unhappyBias = ${unhappy.bias.toFixed(3)};
export const angryBias = ${angry.bias.toFixed(3)};
export const wordWeights =
  '${lines.join(',')}';
`,
);
process.stdout.write(
  `${rows.length} texts, ${names.length} features, ${lines.length} kept; bias ${unhappy.bias.toFixed(2)} ${angry.bias.toFixed(2)}\n`,
);
