// @vitest-environment happy-dom
/** The judge of the DOM fuzz is judged: readers that lie are found out, and what is no lie is let pass. */
import { beforeEach, describe, expect, test } from 'vitest';
import { readPage, type ReadResult } from '../../lib/reader/read-page.ts';
import { ticketPage } from '../e2e/ticket-page.ts';
import { begin, type Change, run } from './in-page.ts';

const options = { url: 'https://desk.example/ticket/77', now: Date.parse('2026-11-03T09:00:00Z'), zone: 'UTC' };
type Reader = typeof readPage;
/** Changes that leave the words alone, all over the page. */
const harmless: readonly (readonly Change[])[] = [0.1, 0.3, 0.5, 0.7, 0.9].map((at) => [{ kind: 'comment', at, to: 0 }]);

beforeEach(() => {
  document.documentElement.innerHTML = ticketPage().replace(/^<!doctype html>\s*<html[^>]*>|<\/html>$/g, '');
});

/** Reads the saved page as it is, and lies about every changed one. */
function lying(lie: (result: ReadResult) => ReadResult): Reader {
  let first = true;
  return (doc, given) => {
    const result = readPage(doc, given);
    const honest = first;
    first = false;
    return honest || !result ? result : lie(result);
  };
}
const heading = (): Element => document.querySelector('h1') as Element;
/** Says another subject. @param sure how sure it says it is, beside how sure it was */
const otherSubject =
  (sure: (was: number) => number, place: () => Element | undefined = heading) =>
  (result: ReadResult): ReadResult => {
    const { subject } = result.snapshot.fields;
    if (!subject) throw new Error('The page has no subject.');
    return {
      ...result,
      snapshot: {
        ...result.snapshot,
        fields: { ...result.snapshot.fields, subject: { ...subject, value: 'Parcel found', sure: sure(subject.sure) } },
      },
      places: { ...result.places, field: (name) => (name === 'subject' ? place() : result.places.field(name)) },
    };
  };
const swappedRoles = (result: ReadResult): ReadResult => ({
  ...result,
  snapshot: {
    ...result.snapshot,
    messages: result.snapshot.messages.map((message) => ({ ...message, role: message.role === 'customer' ? 'agent' : 'customer' })),
  },
});

test('the page is a ticket with fields and messages, and the reader that ships passes', () => {
  const { fields, messages } = begin(document, options);
  expect(fields).toBeGreaterThan(5);
  expect(messages).toBe(3);
  expect(run(harmless)).toEqual([]);
});

describe('it finds out a reader that', () => {
  test.each<[string, Reader, string]>([
    ['says another value, as surely as before', lying(otherSubject((was) => was)), 'subject: "Parcel lost for the third week"'],
    [
      'takes the value from another place',
      lying(
        otherSubject(
          (was) => was,
          () => document.querySelector('dd') ?? undefined,
        ),
      ),
      'subject:',
    ],
    ['takes a customer for an agent', lying(swappedRoles), 'a message of a'],
    [
      'throws',
      lying(() => {
        throw new Error('no such element');
      }),
      'threw Error: no such element',
    ],
    [
      'fails inside',
      lying((result) => ({ ...result, snapshot: { ...result.snapshot, problems: ['The general reader failed: x'] } })),
      'The general reader failed',
    ],
  ])('%s', (_, reader, says) => {
    begin(document, options, reader);
    const found = run(harmless);
    expect(found).toHaveLength(harmless.length);
    for (const { what } of found) expect(what).toContain(says);
  });
});

describe('it lets pass a reader that', () => {
  test.each<[string, Reader]>([
    ['says another value less surely', lying(otherSubject((was) => was - 0.1))],
    ['says no value', lying((result) => ({ ...result, snapshot: { ...result.snapshot, fields: {} } }))],
    [
      'cannot say where the value stands',
      lying(
        otherSubject(
          (was) => was,
          () => undefined,
        ),
      ),
    ],
  ])('%s', (_, reader) => {
    begin(document, options, reader);
    expect(run(harmless)).toEqual([]);
  });

  test('says what a changed place now says', () => {
    begin(document, options, lying(otherSubject((was) => was)));
    const all = [...document.body.querySelectorAll('*')];
    const at = (all.indexOf(heading()) + 0.5) / all.length;
    expect(run([[{ kind: 'hide', at, to: 0 }]])).toEqual([]);
  });
});

test('of several changes it keeps those that show the fault', () => {
  const notes = (page: Document): boolean => page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT).nextNode() !== null;
  begin(document, options, (doc, given) => {
    const result = readPage(doc, given);
    return result && notes(doc) ? otherSubject((was) => was)(result) : result;
  });
  const [found] = run([
    [
      { kind: 'duplicate', at: 0.95, to: 0 },
      { kind: 'comment', at: 0.5, to: 0 },
      { kind: 'translate', at: 0.99, to: 0 },
    ],
  ]);
  expect(found?.changes).toEqual([{ kind: 'comment', at: 0.5, to: 0 }]);
});
