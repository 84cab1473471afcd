/** `handrail facts FILE`: one JSON object of facts per line of text, so that anyone can measure them on a labelled set. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { textFacts } from '../lib/facts/conversation.ts';
import { defaultPhraseLists } from '../lib/facts/phrase-lists/default-phrase-lists.ts';

/**
 * Prints facts line by line; an empty line of the file gives a line of output too, so that rows keep their numbers.
 * @param args `[FILE]`, UTF-8; `-` reads standard input
 * @returns 0, or 2 for a missing or unreadable file
 */
export async function facts(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (!file) {
    process.stderr.write('Usage: handrail facts FILE   (one text per line; "-" reads standard input)\n');
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    process.stderr.write(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  for (let from = 0; from < lines.length; from += 1000) {
    const printed = lines.slice(from, from + 1000).map((line) => `${JSON.stringify(factsOfLine(line))}\n`);
    if (!process.stdout.write(printed.join(''))) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

/** As printed: the offsets without the message index, which means nothing here. */
function factsOfLine(line: string): unknown {
  const { language, sentiment, phrases, money } = textFacts(line, defaultPhraseLists);
  return {
    language: language ?? null,
    sentiment: sentiment && {
      score: sentiment.score,
      label: sentiment.label,
      evidence: sentiment.evidence.map(({ text, weight, why }) => ({ text, weight, why })),
    },
    phrases: phrases.map(({ list, entry, text, start, end }) => ({ list, entry, text, start, end })),
    money: money.map(({ amount, currency, text, start, end }) => ({ amount, currency: currency ?? null, text, start, end })),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await facts(process.argv.slice(2));
