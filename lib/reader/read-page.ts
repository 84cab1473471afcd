/**
 * From a page to a TicketSnapshot: chooses the adapter, reads, merges field by field, validates, stamps. Over 250 lines: the order of these steps is the rule.
 */
import type { AskApi } from '../helpdesks/api/api-rounds.ts';
import { helpdesks } from '../helpdesks/registry.ts';
import { part, PartMissing } from '../parts.ts';
import { matchesPattern } from '../site-permission.ts';
import {
  FIELD_SOURCES,
  type Field,
  type FieldName,
  type FieldSource,
  type Message,
  type TicketReading,
  type TicketSnapshot,
  type TicketValues,
} from '../ticket.ts';
import { readGeneric } from './generic/read-generic.ts';
import type { Adapter, Helpdesk } from './helpdesk.ts';
import { pageSpeaks } from './labels.ts';
import type { PageMemory } from './page-memory.ts';
import { textRange, visibleText } from './page-text.ts';
import type { FinishedReading, MessagePlace, ReadingContext } from './reading-draft.ts';
import { messageOptions, startDraft } from './start-draft.ts';
import type { TaughtField } from './taught/taught-field.ts';
import { validated } from './validate.ts';
import { oneLook } from './visibility.ts';

export interface ReadOptions {
  readonly url: string;
  /** ms since 1970. */
  readonly now: number;
  /** IANA zone of times printed without one. */
  readonly zone: string;
  /** BCP 47; left out = what the page declares. */
  readonly language?: string;
  /** Settles `05/06/2026` where the dates on the page do not. */
  readonly dayFirst?: boolean;
  readonly taught?: readonly TaughtField[];
  /** What the agent set right by hand, for this ticket only. */
  readonly corrections?: { readonly [K in FieldName]?: TicketValues[K] };
  /** The same for custom fields: label -> value. A label that the page does not have is added. */
  readonly customCorrections?: Readonly<Record<string, string>>;
  /** An adapter's id, or `generic` to switch adapters off. Left out = chosen by URL and proof. */
  readonly adapter?: string;
  /** Asks the product's own interface; left out = the person has not allowed it here. */
  readonly api?: AskApi;
  /**
   * The product's own pane has not been found for a long time: the generic reader may try. `since-navigation`: the page showed something
   * else before, which may still stand there, so it must show this ticket's number.
   */
  readonly rootMissing?: 'since-load' | 'since-navigation';
  /** What earlier readings of this document found; the same answer comes out sooner. */
  readonly memory?: PageMemory;
  /** A person said that this is a ticket: the generic reader does not ask for proof. */
  readonly forced?: boolean;
}

/** The way back from a snapshot to the page. Elements may have left the page since. */
export interface Places {
  /** Element behind a field; custom fields as `custom:<label>`. */
  field(name: string): Element | undefined;
  message(index: number): Element | undefined;
  /** `start` and `end` count UTF-16 units of the message's text. */
  range(index: number, start: number, end: number): Range | undefined;
}

export interface ReadResult {
  readonly snapshot: TicketSnapshot;
  readonly places: Places;
  /** The part of the page that shows this ticket; watch it alone. */
  readonly root: Element;
  /** What tells one drawn conversation from another, whatever the address says and whatever else is known of the ticket. */
  readonly drawn: string;
  /** Where no adapter knew the product: what spoke for and against a ticket page, with weights. */
  readonly hints: readonly string[];
}

/** `waiting`: the address is a ticket's, the page does not show it yet. */
export type ReadOutcome = ReadResult | 'waiting' | undefined;

/** Most sites have no fields that somebody pointed at. */
const taughtReader = part(async () => (await import('./taught/read-taught.ts')).readTaught);

/**
 * @returns `undefined` when the page is no ticket. Never throws for what a page contains.
 * @throws PartMissing when the page's product or language is not loaded yet; see `withParts`
 */
export function readPage(doc: Document, options: ReadOptions): ReadResult | undefined {
  const outcome = tryReadPage(doc, options);
  return outcome === 'waiting' ? undefined : outcome;
}

/** As `readPage`, telling "no ticket" from "not drawn yet". @throws PartMissing as `readPage` */
export function tryReadPage(doc: Document, options: ReadOptions): ReadOutcome {
  return oneLook(() => look(doc, options));
}

function look(doc: Document, options: ReadOptions): ReadOutcome {
  const language = options.language ?? pageLanguage(doc);
  /** What was found out with fewer words does not hold. */
  const findingsOf = `${language ?? ''} ${pageSpeaks(language)}`;
  const context: ReadingContext = {
    url: options.url,
    now: options.now,
    zone: options.zone,
    ...(language && { language }),
    ...(options.dayFirst !== undefined && { dayFirst: options.dayFirst }),
    ...(options.memory && { memory: options.memory }),
  };
  const url = new URL(options.url);
  const product = options.adapter === 'generic' ? undefined : chooseHelpdesk(doc, url, options.adapter, options.memory);
  const adapter = product?.adapter.take();
  const problems: string[] = [];
  const readings: FinishedReading[] = [];
  let root: Element | undefined;
  let helpdesk = 'generic';
  let hints: readonly string[] = [];
  if (product && adapter) {
    const ticketId = adapter.ticketId(url);
    // The product is known and this address is none of its tickets: a list, a dashboard, a form.
    if (ticketId === undefined) return options.forced ? readUnknown() : undefined;
    try {
      root = adapter.root(doc, ticketId);
      if (!root) return options.rootMissing ? readWithout(product, ticketId) : 'waiting';
      const draft = startDraft(context, 'adapter');
      adapter.read(root, draft, ticketId);
      // Where the adapter fails it is another part of the page that is remembered.
      options.memory?.begin(root, findingsOf);
      readings.push(draft.finish());
      helpdesk = adapter.id;
    } catch (error) {
      if (error instanceof PartMissing) throw error;
      problems.push(
        `The reader for ${product.name} failed (${error instanceof Error ? error.message : String(error)}); the page was read without it.`,
      );
      root = undefined;
    }
  }
  if (root) {
    const pane = root;
    const rest = guarded(() =>
      readGeneric(doc, context, {
        root: pane,
        trusted: true,
        messagesRead: readings.flatMap((r) => r.places.messages.map((m) => m.element)),
        identified: readings.some(({ reading }) => reading.fields.id && reading.fields.subject),
      }),
    );
    if (rest) readings.push(rest);
    return finish(root);
  }
  return readUnknown();

  /** The product has changed, or shows this ticket in a way that its adapter does not know. */
  function readWithout(known: Helpdesk, ticketId: string): ReadOutcome {
    const outcome = readUnknown();
    if (outcome === undefined || outcome === 'waiting') return 'waiting';
    if (options.rootMissing === 'since-navigation' && !showsNumber(outcome.snapshot.fields.id, ticketId)) return 'waiting';
    const problem = `${known.name} shows this ticket in a way that Handrail does not know; it was read as an unknown product's, so check what was read.`;
    return { ...outcome, snapshot: { ...outcome.snapshot, problems: [problem, ...outcome.snapshot.problems] } };
  }

  function readUnknown(): ReadOutcome {
    if (doc.body) options.memory?.begin(doc.body, findingsOf);
    const generic = guarded(() => readGeneric(doc, context, { trusted: options.forced ?? false }));
    if (!generic) return undefined;
    root = generic.root;
    readings.push(generic);
    hints = generic.hints;
    return finish(root);
  }

  function askApi(known: Adapter): TicketReading | undefined {
    const ticketId = known.ticketId(url);
    if (!options.api || !known.api || ticketId === undefined) return undefined;
    return options.api({ helpdesk: known, ticketId, page: url, stamp: stampOf(readings) });
  }

  function guarded<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (error instanceof PartMissing) throw error;
      problems.push(`The general reader failed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  function finish(pane: Element): ReadResult {
    const taught = options.taught?.length ? guarded(() => taughtReader.take()(options.taught ?? [], pane, context)) : undefined;
    const [own] = readings;
    const fields: { -readonly [K in FieldName]?: Field<unknown> } = {};
    const places = new Map<string, Element>();
    const offer = (from: FinishedReading['reading']['fields'], where?: ReadonlyMap<string, Element>) => {
      for (const [name, field] of Object.entries(from) as [FieldName, Field<unknown>][]) {
        const known = fields[name];
        if (known && rank(known.from) <= rank(field.from)) continue;
        fields[name] = field;
        const element = where?.get(name);
        if (element) places.set(name, element);
        else places.delete(name);
      }
    };
    const empty = own?.empty ?? new Set<FieldName>();
    for (const read of readings) {
      const trusted = Object.entries(read.reading.fields).filter(
        ([name, field]) => read === own || (!empty.has(name as FieldName) && field.sure >= besideAdapterSure),
      );
      offer(Object.fromEntries(trusted), read.places.fields);
    }
    const api = helpdesk === adapter?.id ? askApi(adapter) : undefined;
    if (api) offer(api.fields);
    if (taught) offer(taught.reading.fields, taught.places.fields);
    offer(agentFields(options.corrections));
    const customFields = Object.assign(
      {},
      own?.reading.customFields,
      api?.customFields,
      taught?.reading.customFields,
      agentFields(options.customCorrections),
    );
    for (const { places: where } of taught ? [taught, ...readings] : readings)
      for (const [name, element] of where.fields) if (name.startsWith('custom:') && !places.has(name)) places.set(name, element);
    const withMessages = readings.find((r) => (r.reading.messages?.length ?? 0) > 0) ?? own;
    const read = withMessages?.reading.messages ?? [];
    const messages = withApi(read, api?.messages);
    // Messages that only the interface for programs knows have no place on the page.
    const onPage = messages === read || messages.length === read.length;
    const missing = onPage
      ? ((withMessages ?? own)?.reading.missingMessages ??
        readings.find(({ reading }) => reading.missingMessages !== undefined)?.reading.missingMessages)
      : api?.missingMessages;
    // Whether it is complete only that reading knows which the history came from.
    const complete = (fields.statusHistory?.from === 'api' ? api : own?.reading)?.statusHistoryComplete;
    const checked = validated(fields as TicketSnapshot['fields'], messages, options.now);
    for (const name of checked.dropped) places.delete(name);
    const snapshot: TicketSnapshot = {
      url: options.url,
      helpdesk,
      readAt: new Date(options.now).toISOString(),
      zone: options.zone,
      ...(language && { language }),
      fields: checked.fields,
      customFields,
      messages: checked.messages,
      ...(missing !== undefined && { missingMessages: missing }),
      ...(complete && checked.fields.statusHistory && { statusHistoryComplete: true }),
      problems: [...problems, ...readings.flatMap((r) => r.problems), ...(taught?.problems ?? []), ...checked.problems],
    };
    return {
      snapshot,
      places: placesOf(places, onPage ? (withMessages?.places.messages ?? []) : []),
      root: pane,
      get drawn() {
        return JSON.stringify(
          read.length > 0 ? read.map(({ author, at, atErrorMs, text }) => [author, atErrorMs ? '' : at, text]) : [checked.fields.subject?.value],
        );
      },
      hints,
    };
  }
}

/**
 * What the page shows, with roles, times and visibility from the documented interface where both tell of the same messages;
 * else whichever has more. The text stays the page's, since evidence points into it.
 */
function withApi(page: readonly Message[], api: readonly Message[] | undefined): readonly Message[] {
  if (!api || api.length < page.length) return page;
  if (api.length > page.length) return api;
  return page.map((message, i) => ({ ...message, ...api[i], text: message.text, how: `${message.how} api` }));
}

/** Whether the page itself, not its address alone, names the number. */
function showsNumber(id: Field<string> | undefined, ticketId: string): boolean {
  const number = id?.value.replace(/^#/, '');
  return !!id && !!number && /id:(?:label|title|heading|hook)/.test(id.how) && (number === ticketId || ticketId.endsWith(`#${number}`));
}

/** The same as long as the page shows the same state of the ticket. Times that only move with the clock do not count. */
function stampOf(readings: readonly FinishedReading[]): string {
  const all = readings.map(({ reading }) => reading);
  const shown = (name: FieldName): unknown => {
    const field = all.map(({ fields }) => fields[name] as Field<unknown> | undefined).find(Boolean);
    return field?.errorMs === undefined ? field?.value : undefined;
  };
  const messages = Math.max(0, ...all.map((reading) => reading.messages?.length ?? 0));
  return JSON.stringify([...(['subject', 'status', 'priority', 'assignee', 'updatedAt'] as const).map((name) => shown(name)), messages]);
}

/** What the generic reader adds to an adapter's reading must be this sure. */
const besideAdapterSure = 0.8;

function rank(source: FieldSource): number {
  return FIELD_SOURCES.indexOf(source);
}

function agentFields<T>(corrections: Readonly<Record<string, T>> | undefined): Readonly<Record<string, Field<T>>> {
  return Object.fromEntries(
    Object.entries(corrections ?? {}).map(([name, value]) => [name, { value, from: 'agent' as const, how: 'agent', sure: 1 }]),
  );
}

function chooseHelpdesk(doc: Document, url: URL, wanted: string | undefined, memory: PageMemory | undefined): Helpdesk | undefined {
  if (wanted !== undefined) return helpdesks.find((h) => h.id === wanted);
  const fits = (helpdesk: Helpdesk): boolean => {
    const hosted = helpdesk.hosts.some((pattern) => matchesPattern(pattern, url));
    const marked = helpdesk.marks?.every((selector) => doc.querySelector(selector) !== null);
    return hosted ? (marked ?? true) || helpdesk.adapter.take().ticketId(url) !== undefined : (marked ?? false);
  };
  // Looking for what is not there costs a walk over the whole page for each product: only what is new is looked through.
  const known = memory?.product;
  if (known && fits(known)) return known;
  const news = memory?.news(doc);
  if (
    news &&
    known === null &&
    ![...news, ...doc.getElementsByTagName('head')].some((element) => element.matches(anyMark) || element.querySelector(anyMark) !== null)
  )
    return undefined;
  if (memory) memory.product = undefined;
  const found = helpdesks.find(fits);
  if (memory) memory.product = found ?? null;
  return found;
}

/** All of them: whichever comes last makes the page that product's. */
const anyMark = helpdesks.flatMap(({ marks = [] }) => marks).join();

function pageLanguage(doc: Document): string | undefined {
  const declared = doc.documentElement.getAttribute('lang') || doc.documentElement.getAttribute('xml:lang') || doc.body?.getAttribute('lang');
  const language = declared?.trim().replace(/_/g, '-');
  return language && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(language) ? language : undefined;
}

function placesOf(fields: ReadonlyMap<string, Element>, messages: readonly MessagePlace[]): Places {
  return {
    field: (name) => fields.get(name),
    message: (index) => messages[index]?.element,
    range(index, start, end) {
      const place = messages[index];
      if (!place) return undefined;
      const options = messageOptions(place.skip);
      let offset = 0;
      for (const body of place.bodies) {
        const length = visibleLength(body, options);
        if (length === 0) continue;
        if (start < offset + length) return textRange(body, options, start - offset, Math.min(end - offset, length));
        offset += length + 1;
      }
      return undefined;
    },
  };
}

function visibleLength(body: Element, options: Parameters<typeof visibleText>[1]): number {
  return visibleText(body, options).length;
}
