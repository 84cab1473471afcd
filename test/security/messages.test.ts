/** What the background takes in from a content script that a hostile page has got hold of: only what the open page may say. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageGate } from '../../lib/message-shapes.ts';
import type { MessageSender, MessageType } from '../../lib/messages.ts';
import { ago, byDefault, calm, now, snapshotOf } from '../guidance/ticket-builder.ts';
import { origin, sight } from '../ledger/ledger-builder.ts';

vi.stubGlobal('chrome', fakeBrowser);
const { handleMessages } = await import('../../lib/messages.ts');

const own = 'chrome-extension://abcdef';
const gate = messageGate(own);
const page: MessageSender = { origin, tabId: 7 };
const ownPage: MessageSender = { origin: own, tabId: 8 };
const popup: MessageSender = { origin: own };
const seen = (change: object) => ({ ...sight('1'), ...change });
const read = { ...snapshotOf({ ...calm, messages: [{ role: 'customer', at: ago(30), text: 'Where is it?' }] }), url: `${origin}/tickets/1` };
const asked = (change: object = {}, ofSnapshot: object = {}) => ({
  key: `${origin}|generic|1`,
  snapshot: { ...read, ...ofSnapshot },
  marks: { manager: true },
  escalations: [{ at: ago(10), toTier: 2, state: 'escalated', source: 'ledger' }],
  earlierContacts: [],
  now,
  policyLoadedAt: byDefault.loadedAt,
  ...change,
});

describe('the background', () => {
  test.each<[string, MessageType, unknown, MessageSender]>([
    ['a ticket of the page that asks', 'ledger.seen', sight('1'), page],
    ['a question about a ticket of the page that asks', 'ticket.judge', asked(), page],
    ['a page that is about to ask', 'worker.wake', {}, page],
    ['an options page by its name', 'options.open', { page: 'privacy' }, page],
    ['a part of an options page', 'options.open', { page: 'rules/vip-late' }, ownPage],
    ['a look at deadlines from the popup', 'deadlines.look', {}, popup],
    ['a look at deadlines from an options page', 'deadlines.look', {}, ownPage],
  ])('takes in %s', (_, type, request, sender) => {
    expect(gate(type, request, sender)).toBe(true);
  });

  test.each<[string, MessageType, unknown, MessageSender]>([
    ['a ticket of another site', 'ledger.seen', sight('1'), { origin: 'https://evil.example', tabId: 7 }],
    ['a ticket whose key names another site', 'ledger.seen', seen({ key: 'https://other.example|generic|1' }), page],
    ['a ticket whose key only starts like this site', 'ledger.seen', seen({ key: `${origin}.evil.example|generic|1` }), page],
    ['an address elsewhere, which the popup would open', 'ledger.seen', seen({ url: 'https://evil.example/tickets/1' }), page],
    ['an address that is code', 'ledger.seen', seen({ url: 'javascript:alert(1)' }), page],
    ['no address', 'ledger.seen', seen({ url: 'nowhere' }), page],
    ['a sender without an origin', 'ledger.seen', sight('1'), { tabId: 7 }],
    ['a sender without a tab', 'ledger.seen', sight('1'), { origin }],
    ['a sandboxed frame', 'ledger.seen', seen({ origin: 'null' }), { origin: 'null', tabId: 7 }],
    ['a question about a ticket of another site', 'ticket.judge', asked(), { origin: 'https://evil.example', tabId: 7 }],
    ['a question whose key names another site', 'ticket.judge', asked({ key: 'https://other.example|generic|1' }), page],
    ['a question whose ticket lies elsewhere', 'ticket.judge', asked({}, { url: 'https://evil.example/tickets/1' }), page],
    ['a question that brings its own policy', 'ticket.judge', asked({ policy: byDefault }), page],
    [
      'a question with a text of ten megabytes',
      'ticket.judge',
      asked({}, { messages: [{ ...read.messages[0], text: 'x'.repeat(10_000_000) }] }),
      page,
    ],
    [
      'a question with a hundred thousand messages',
      'ticket.judge',
      asked({}, { messages: Array.from({ length: 100_000 }, () => read.messages[0]) }),
      page,
    ],
    ['a question with a field that is no field', 'ticket.judge', asked({}, { fields: { subject: 'x' } }), page],
    ['a question from outside of a tab', 'ticket.judge', asked(), popup],
    ['a subject as long as a book', 'ledger.seen', seen({ subject: 'x'.repeat(2001) }), page],
    ['ten thousand rules', 'ledger.seen', seen({ rules: Array.from({ length: 10_000 }, () => 'r') }), page],
    ['a tier that no policy has', 'ledger.seen', seen({ tier: 1e9 }), page],
    ['a tier that is text', 'ledger.seen', seen({ tier: '2' }), page],
    ['a date that is none', 'ledger.seen', seen({ at: 'yesterday' }), page],
    ['members that nobody knows', 'ledger.seen', seen({ __handrail: true }), page],
    ['nothing at all', 'ledger.seen', null, page],
    ['an options page that is an address', 'options.open', { page: 'https://evil.example' }, page],
    ['an options page with a way out', 'options.open', { page: '../popup.html' }, page],
    ['a look at deadlines from a page', 'deadlines.look', {}, page],
    ['a message that is meant for a page', 'page.read', {}, page],
    ['a message that nobody knows', 'policy.save' as MessageType, {}, page],
    ['a name that every object has', 'constructor' as MessageType, {}, page],
  ])('refuses %s', (_, type, request, sender) => {
    expect(gate(type, request, sender)).toBe(false);
  });

  test('refuses 2,000 kinds of garbage without a throw (seed 9)', () => {
    const types: MessageType[] = ['ledger.seen', 'ticket.judge', 'options.open', 'deadlines.look'];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.anything({ withNullPrototype: true, withBigInt: true }), (type, request) => {
        // an empty object is what a look at deadlines is asked with, but not by a page
        expect(gate(type, request, page)).toBe(false);
      }),
      { numRuns: 2000, seed: 9 },
    );
  });

  test('with one member made garbage it is refused, or still a ticket of the same page (seed 9)', () => {
    const names = Object.keys(sight('1')) as (keyof ReturnType<typeof sight>)[];
    const slipped: unknown[] = [];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, garbage) => {
        const request = seen({ [name]: garbage });
        if (gate('ledger.seen', request, page) && (request.origin !== origin || !String(request.key).startsWith(`${origin}|`))) slipped.push(request);
      }),
      { numRuns: 2000, seed: 9 },
    );
    expect(slipped).toEqual([]);
  });
});

describe('whoever answers messages', () => {
  /** What a sender gets, and whether the handler was asked at all. */
  const answered = (message: unknown, senderId: string | undefined) => {
    const life = new AbortController();
    const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
    const handler = vi.fn<() => boolean>(() => true);
    handleMessages({ 'worker.wake': handler }, life.signal);
    const listener = add.mock.lastCall?.[0] as ((message: unknown, sender: object, answer: () => void) => unknown) | undefined;
    const waits = listener?.(message, { id: senderId, origin: own, url: `${own}/options.html` }, () => undefined);
    life.abort();
    add.mockRestore();
    return waits;
  };
  const right = { handrail: 'worker.wake', request: {} };

  test.each<[string, unknown, string | undefined, true | undefined]>([
    ['hears its own extension', right, fakeBrowser.runtime.id, true],
    ['does not hear another extension', right, 'another-extension', undefined],
    ['does not hear who has no name', right, undefined, undefined],
    ['does not hear a message without a request', { handrail: 'worker.wake' }, fakeBrowser.runtime.id, undefined],
    ['does not hear a request that is no object', { handrail: 'worker.wake', request: 'x' }, fakeBrowser.runtime.id, undefined],
    ['does not hear names that every object has', { handrail: 'toString', request: {} }, fakeBrowser.runtime.id, undefined],
    ['does not hear what is no message', 'worker.wake', fakeBrowser.runtime.id, undefined],
  ])('%s', (_, message, sender, answer) => {
    expect(answered(message, sender)).toBe(answer);
  });
});
