/** Reads the labelled data sets that moods are trained and measured on. They are not part of the repository. */
import { readFileSync } from 'node:fs';

/** GoEmotions: anger, annoyance. */
export const angerIds: ReadonlySet<number> = new Set([2, 3]);
/** GoEmotions: anger, annoyance, disappointment, disapproval, disgust, embarrassment, fear, grief, remorse, sadness. */
export const negativeIds: ReadonlySet<number> = new Set([2, 3, 9, 10, 11, 12, 14, 16, 24, 25]);

const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');

/** @param folder of the data sets; @param part which file */
export function goEmotions(folder: string, part: 'train' | 'dev'): { readonly text: string; readonly ids: readonly number[] }[] {
  return linesOf(`${folder}/goemotions/${part}.tsv`).map((line) => {
    const [text = '', ids = ''] = line.split('\t');
    return { text, ids: ids.split(',').map(Number) };
  });
}

/** VADER's ground truth: mean human valence, -4 to 4. */
export function vaderRows(folder: string, name: 'tweets' | 'amazonReviewSnippets'): { readonly text: string; readonly mean: number }[] {
  return linesOf(`${folder}/vader-groundtruth/${name}_GroundTruth.txt`).map((line) => {
    const [, mean, ...text] = line.split('\t');
    return { text: text.join(' '), mean: Number(mean) };
  });
}

/** banking77: questions to a bank, mostly in a neutral tone. */
export function bankQueries(folder: string): string[] {
  return linesOf(`${folder}/banking77/train.csv`)
    .slice(1)
    .map((line) =>
      line
        .replace(/,[^,]*$/, '')
        .replace(/^"|"$/g, '')
        .replaceAll('""', '"'),
    );
}
