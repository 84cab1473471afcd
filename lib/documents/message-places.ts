/** The places of message templates: `[Tier]` and its like, in any language's template, and how they are filled. */
import { languages, type TextKey, textsLoaded, type Translate, translator } from '../text.ts';
import { renderTemplate } from './template.ts';

/** The places a message template may use: the bracket's words (any case) and, for mustache, the name. */
export const messagePlaces = {
  tier: 'Tier',
  issueType: 'issue type',
  timeframe: 'timeframe',
  id: 'ID',
  to: 'Person/Team',
  oneSentence: '1-sentence summary',
  mood: 'sentiment',
  urgency: 'Urgency note if applicable',
  resolution: 'Summary of resolution',
  customer: 'Customer',
  category: 'Category',
  priority: 'Level',
  agent: 'Agent',
} as const;
export type MessagePlace = keyof typeof messagePlaces;

/** Names that a message template may use. */
export const knownNames: ReadonlySet<string> = new Set(Object.keys(messagePlaces));

/** The brackets of each language whose words are there -> the names. Not kept: words of a language may come later. */
function namesByBracket(): ReadonlyMap<string, string> {
  const names = new Map<string, string>(Object.entries(messagePlaces).map(([name, bracket]) => [bracket.toLowerCase(), name]));
  for (const language of languages.filter(textsLoaded)) {
    for (const bracket of bracketsIn(language)) {
      const words = bracket.words.toLowerCase();
      if (!names.has(words)) names.set(words, bracket.name);
    }
  }
  return names;
}

/** The places as a template in this language writes them, without their brackets. */
export function bracketsIn(language: string): readonly { readonly name: MessagePlace; readonly words: string }[] {
  const t = translator(language);
  return (Object.keys(messagePlaces) as MessagePlace[]).map((name) => ({ name, words: t(placeholderKeys[name]).replace(/^\[|\]$/g, '') }));
}

/** `[Tier]` becomes `{{tier}}`, in whichever language of the interface it is written; brackets with other words are the lead's own and stay. */
export function withNames(template: string): string {
  const names = namesByBracket();
  return template.replace(/\[([^[\]\n]{1,40})\]/g, (bracket, words: string) => {
    const name = names.get(words.trim().toLowerCase());
    return name === undefined ? bracket : `{{${name}}}`;
  });
}

export type PlaceValues = Readonly<Record<MessagePlace, string | undefined>>;

/** What an open place prints, in the message's language. */
const placeholderKeys: Readonly<Record<MessagePlace, TextKey>> = {
  tier: 'doc.place.tier',
  issueType: 'doc.place.issueType',
  timeframe: 'doc.place.timeframe',
  id: 'doc.place.id',
  to: 'doc.place.to',
  oneSentence: 'doc.place.oneSentence',
  mood: 'doc.place.mood',
  urgency: 'doc.place.urgency',
  resolution: 'doc.place.resolution',
  customer: 'doc.place.customer',
  category: 'doc.place.reason',
  priority: 'doc.place.priority',
  agent: 'doc.place.agent',
};

const mark = /\uE000(\d+)\uE001/g;

/**
 * Puts the values into a checked template. An `undefined` one leaves its placeholder, which is listed in `open`; an empty one vanishes
 * with its full stop.
 */
export function fillPlaces(template: string, values: PlaceValues, t: Translate): { text: string; open: string[] } {
  const aside: { readonly text: string; readonly open: boolean }[] = [];
  const put = (text: string, open: boolean) => `\uE000${aside.push({ text, open }) - 1}\uE001`;
  const data = Object.fromEntries(
    (Object.keys(messagePlaces) as MessagePlace[]).map((name) => {
      const value = values[name];
      return [name, value === undefined ? put(t(placeholderKeys[name]), true) : value && put(clean(value), false)];
    }),
  );
  const rendered = renderTemplate(template.replace(/[\uE000\uE001]/g, ''), data, (marked) => marked);
  if (!rendered.ok) return { text: '', open: [] };
  const open = new Set<string>();
  const endsItself = (index: string) => /[.!?…]$/.test(aside[Number(index)]?.text ?? '');
  const text = rendered.text
    // A place with nothing to say goes with its full stop; a sentence that ends itself needs no second one.
    .replace(/([.!?…:])\s+\.(?!\.)/g, '$1')
    .replace(/\uE000(\d+)\uE001\./g, (place, index: string) => (endsItself(index) ? place.slice(0, -1) : place))
    .replace(/[ \t]{2,}/g, ' ')
    .replace(mark, (_, index: string) => {
      const value = aside[Number(index)];
      if (value?.open) open.add(value.text);
      return value?.text ?? '';
    })
    .trim();
  return { text, open: [...open] };
}

/** One line, without controls. */
function clean(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|[\u202A-\u202E\u2066-\u2069\uE000\uE001]/gu, '')
    .trim();
}
