/**
 * What a person sends along with "this page is read wrongly": the shape of a reading without the ticket. Every letter and digit that came from the
 * page is replaced, so that no word, name, number or address is left; how each value was found is kept, since that is what is looked for.
 */
import type { Field, Message, TicketSnapshot } from '../ticket.ts';
import { foldLabel, labelMeaning } from './labels.ts';

export interface ReportedField {
  readonly shape: string;
  readonly from: Field<unknown>['from'];
  readonly how: string;
  readonly sure: number;
}

export interface ReadingReport {
  readonly handrail: 'reading-report/1';
  readonly helpdesk: string;
  /** Path of the address: known words of helpdesk addresses are kept, everything else is a shape. */
  readonly address: string;
  readonly language?: string;
  readonly zone: string;
  readonly fields: Readonly<Record<string, ReportedField>>;
  /** In the page's order; labels are shapes too, since a label that was read wrongly may be a value. */
  readonly customFields: readonly (ReportedField & { readonly label: string })[];
  readonly messages: readonly {
    readonly author?: string;
    readonly role: Message['role'];
    readonly roleSure: number;
    readonly internal: boolean;
    readonly timed: 'exact' | 'rough' | 'no';
    readonly characters: number;
    readonly lines: number;
    /** Shape of the first 80 characters. */
    readonly begins: string;
    readonly attachments: number;
    readonly how: string;
  }[];
  readonly missingMessages?: number | 'some';
  readonly problems: readonly string[];
}

/** Words that addresses of helpdesks are made of. They say which kind of page it is, and nothing about whose. */
const addressWords = new Set(
  `a accounts activity agent app apps board boards browse case cases chat conversation conversations customer customers dashboard desk display.html edit
  front helpdesk home html http https inbox incident index issue issues list login mail merge_requests modules new object page php portal queue queues r record
  request requests search self service servicedesk show show_bug.cgi staff support thread threads ticket ticket.form.php tickets view work_items workspace zoom`
    .split(/\s+/)
    .filter(Boolean),
);

/** Letters become x, digits 0; spaces, punctuation and the case of letters stay, so that the kind of value can still be seen. */
export function shapeOf(text: string): string {
  return text
    .replace(/\p{M}/gu, '')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0');
}

/** Makes the report of a reading. Pure; nothing is sent anywhere. */
export function readingReport(snapshot: TicketSnapshot): ReadingReport {
  const { fields, customFields, messages, problems, helpdesk, language, zone, missingMessages } = snapshot;
  return {
    handrail: 'reading-report/1',
    helpdesk,
    address: addressShape(snapshot.url),
    ...(language === undefined ? {} : { language }),
    zone,
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, reported(field as Field<unknown>)])),
    customFields: Object.entries(customFields).map(([label, field]) => ({ label: shapeOf(label), ...reported(field) })),
    messages: messages.map(({ author, role, roleSure, internal, at, atErrorMs, text, attachments, how }) => ({
      ...(author === undefined ? {} : { author: shapeOf(author) }),
      role,
      roleSure,
      internal,
      timed: at === undefined ? 'no' : atErrorMs ? 'rough' : 'exact',
      characters: text.length,
      lines: text.split('\n').length,
      begins: shapeOf(text.slice(0, 80)),
      attachments: attachments.length,
      how: hint(how),
    })),
    ...(missingMessages === undefined ? {} : { missingMessages }),
    problems: problems.map(shapeOf),
  };
}

/** A kind from a closed list of ours is kept as it is. */
const ownWords = new Set(['new', 'open', 'pending', 'resolved', 'closed']);

function reported({ value, from, how, sure }: Field<unknown>): ReportedField {
  const text = typeof value === 'string' ? value : JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? shapeOf(inner) : inner));
  return { shape: ownWords.has(text) ? text : typeof value === 'string' ? shapeOf(text) : text, from, how: hint(how), sure };
}

/** A hint may name the label it stood beside. Labels that every helpdesk has are kept; others may be the page's own words. */
function hint(how: string): string {
  return how.replace(/label:(.+?)(?= \(|$)/, (_, label: string) => `label:${labelMeaning(foldLabel(label)) ? label : shapeOf(label)}`);
}

function addressShape(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  const kept = (part: string): string => part.replace(/[^/?&=#]+/g, (word) => (addressWords.has(word.toLowerCase()) ? word : shapeOf(word)));
  return kept(`${url.pathname}${url.search}${url.hash}`);
}
