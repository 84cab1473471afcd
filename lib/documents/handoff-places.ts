/**
 * A handoff template may be the document itself with its brackets, `[Number]`, `[Date/Time]` and so on, as leads know it. Here the
 * brackets become places and the example lines of a list become its section. Mustache in the same template stays as it is.
 */
import { languages, translator } from '../text.ts';

/** Fields that print one value each, with the text that stands for them in the document. */
const single = ['ticketId', 'customer', 'priority', 'escalatingTo', 'reason', 'summary', 'sentiment', 'expectation'] as const;
/** Lists whose every example line is one bracket. */
const listed = ['tried', 'nextSteps', 'attachments'] as const;

type Places = ReadonlyMap<string, (typeof single)[number] | (typeof listed)[number] | 'timeline'>;

let known: Places | undefined;

/** Every bracket in every language of the interface. Made when it is first needed: when this file is loaded, the words need not be there yet. */
function places(): Places {
  known ??= new Map(
    languages.flatMap((language) => {
      const t = translator(language);
      return [
        ...[...single, ...listed].map((name) => [t(`doc.place.${name}`).toLowerCase(), name] as const),
        [t('doc.place.at').toLowerCase(), 'timeline'] as const,
      ];
    }),
  );
  return known;
}

/** The words of every bracket that becomes a place, in every language of the interface. */
export function handoffBrackets(): string[] {
  return languages.flatMap((language) => [...single, ...listed, 'at' as const].map((name) => bare(translator(language)(`doc.place.${name}`))));
}

const bare = (words: string): string => words.replace(/^\[|\]$/g, '');

const bracket = /\[[^[\]\n]{1,80}\]/g;
const listLine = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;

/** The template with mustache places and sections in place of the document's brackets. Brackets with other words stay. */
export function withHandoffPlaces(template: string): string {
  const out: string[] = [];
  let open: string | undefined;
  for (const line of template.split('\n')) {
    const item = listLine.exec(line);
    const name = item ? listOf(item[3] ?? '') : undefined;
    if (name !== undefined && name === open) continue;
    open = name;
    if (item && name !== undefined) out.push(section(name, item[1] ?? '', item[2] ?? '-'));
    else out.push(line.replace(bracket, (words) => placeOf(words)));
  }
  return out.join('\n');
}

/** The list that an example line stands for. */
function listOf(content: string): string | undefined {
  const first = bracket.exec(content)?.[0];
  bracket.lastIndex = 0;
  const name = first === undefined ? undefined : places().get(first.toLowerCase());
  if (name === 'timeline') return content.startsWith(first ?? '') ? name : undefined;
  return name !== undefined && content.trim() === first && listed.some((list) => list === name) ? name : undefined;
}

function section(name: string, indent: string, marker: string): string {
  const bullet = /\d/.test(marker) ? `{{n}}${marker.slice(-1)}` : marker;
  const text = name === 'timeline' ? '{{at}} - {{label}}: {{text}}' : '{{text}}';
  return `{{#${name}}}\n${indent}${bullet} ${text}\n{{/${name}}}`;
}

function placeOf(words: string): string {
  const name = places().get(words.toLowerCase());
  return name !== undefined && single.some((field) => field === name) ? `{{${name}}}` : words;
}
