/**
 * A run over tickets of every kind in the demo helpdesk, in three languages, under a policy that was subscribed to and a rule that the
 * company sets (where this user may write its file, which is root's), with a site's own settings, a value that was pointed at, and the counts for a collector switched on: whatever this browser keeps or sends is made of ids, times, numbers and words of closed lists. Only an agent's own drafts
 * and corrections and a lead's lookup list hold more, and the privacy page deletes them. Over 250 lines: everything that is kept is read
 * at one place.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { FACTS, markFact } from '../../lib/rules/fact-table.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { makeKeys, readPrivateKey } from '../../lib/sharing/keys.ts';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';
import { demoAgents, demoTickets } from '../demo-helpdesk/tickets.ts';
import { policyText, signed } from '../sharing/published.ts';
import type { SiteSettings } from '../../lib/storage.ts';
import { ClosedPanel } from './closed-panel.ts';
import { type PolicyHost, startPolicyHost } from './policy-host.ts';

declare const chrome: {
  readonly storage: Record<'local' | 'session' | 'sync', { get(): Promise<Record<string, unknown>>; set(items: object): Promise<void> }>;
};

interface Kept {
  readonly local: Record<string, unknown>;
  readonly session: Record<string, unknown>;
  readonly sync: Record<string, unknown>;
  /** Store of IndexedDB -> its rows with their keys; a key that cannot be read is only `{}`. */
  readonly databases: Record<string, unknown>;
  readonly caches: readonly string[];
  readonly web: readonly string[];
}

const now = Date.now();
/** Tickets that bring a trigger, a language, a status or a channel that none before them had, and one whose tier the policy does not name. */
const met = new Set<string>();
const tickets = demoTickets(now).filter(({ expect: { triggers }, language, status, channel, customFields, messages }) => {
  const kinds = [...triggers, language, status, channel, customFields.Plan ?? '', ...messages.map(({ internal }) => `internal ${internal}`)];
  const fresh = kinds.filter((kind) => !met.has(kind));
  for (const kind of fresh) met.add(kind);
  return fresh.length > 0;
});
const sent: string[] = [];
const outside: string[] = [];
const zone = 'Europe/Lisbon';
const managed = '/etc/chromium/policies/managed';
const managedFile = join(managed, `handrail-privacy-${process.pid}.json`);
const root = process.getuid?.() === 0;
if (!root) console.warn('SKIPPED in part: what a company sets is not in test/e2e/privacy.test.ts, since that file needs root.');
let desk: DemoHelpdesk;
let host: PolicyHost;
let collector: Server;
let launched: Launched;
let page: Page;
let options: Page;
let before: Kept;
let after: Kept;

beforeAll(async () => {
  // requests of the service worker are told too
  process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1';
  desk = await startDemoHelpdesk({ now });
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      sent.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  options = await launched.context.newPage();
  if (root) setByCompany();
  await subscribe(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/metrics`);
  if (root) await companyHeeded();
  before = await kept();
  launched.context.on('request', (request) => {
    const to = request.url();
    if (to.startsWith('chrome-extension://') || to.startsWith('data:') || to.startsWith('blob:')) return;
    // the helpdesk's own pages talk to the helpdesk
    if (request.serviceWorker() === null && to.startsWith(desk.url)) return;
    // what these two were asked is read word by word
    if (to.startsWith(new URL(host.url).origin) || to.endsWith('/v1/metrics')) return;
    outside.push(`${request.method()} ${to}`);
  });
});
afterAll(async () => {
  await launched?.close();
  await desk?.close();
  await host?.close();
  collector?.close();
  rmSync(managedFile, { force: true });
});

/** A rule of the company, in the file that a managed browser reads; it comes some seconds later, while the policy is subscribed to. */
function setByCompany(): void {
  const rules = [{ id: 'company-rule', title: 'Rule of the company', rule: 'IF ticket.status != "Resolved" THEN escalate to Tier 2' }];
  const given = { policy: JSON.stringify({ rules }), locked: ['rules.company-rule'] };
  mkdirSync(managed, { recursive: true });
  writeFileSync(managedFile, JSON.stringify({ '3rdparty': { extensions: { [launched.extensionId]: given } } }));
}

/** A lead's signed policy, which names a collector and knows a customer. @param url of the collector */
async function subscribe(url: string): Promise<void> {
  host = await startPolicyHost();
  const keys = await makeKeys();
  const signing = await readPrivateKey(keys.privatePem);
  if (!signing.ok) throw new Error(signing.problem);
  const policy = policyText(1, {
    customer: { ...defaultPolicy.customer, lookup: [{ match: 'zenobia@customer.example', tier: 'Enterprise' }] },
    metrics: { individual: true, push: { url, every: '1h', headers: {} } },
  });
  const issued = Date.now() - 1000;
  const dates = { issued: new Date(issued).toISOString(), expires: new Date(issued + 30 * 86_400_000).toISOString() };
  host.serve(await signed(policy, [signing.key], dates));
  await openOptions('publish');
  await options.getByLabel('Address of the policy').fill(host.url);
  await options.getByLabel('Public key of your lead').fill(keys.publicPem);
  await options.getByRole('button', { name: 'Preview', exact: true }).click();
  await options.getByRole('button', { name: 'Subscribe and use it' }).click();
  await options.getByText('Version 1 is in use', { exact: false }).waitFor();
  // a look of its own follows the subscription
  await vi.waitFor(() => expect(host.asked.at(-1)?.headers['if-none-match']).toMatch(/^"/), { timeout: 45_000 });
}

/** The browser reads the file some seconds after it was written, and does not always tell: a look for news has it asked for. No ticket is opened yet. */
const companyHeeded = (): Promise<void> =>
  vi.waitFor(
    async () => {
      await options.getByRole('button', { name: 'Check now' }).click();
      expect(JSON.stringify((await kept()).local.policy)).toContain('company-rule');
    },
    { timeout: 45_000, interval: 1000 },
  );

async function openOptions(id: string): Promise<void> {
  await options.goto('about:blank');
  await options.goto(`chrome-extension://${launched.extensionId}/options.html#${id}`);
}

/** Everything that this browser keeps for the extension, wherever an extension can keep anything. */
function kept(): Promise<Kept> {
  return options.evaluate(async () => {
    const wait = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const found: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const place = database.transaction(store).objectStore(store);
        const rows = await wait(place.getAll());
        // summaries lie in texts of JSON
        found[`${name} ${store}`] = [
          await wait(place.getAllKeys()),
          rows.map((row: unknown) => (typeof row === 'string' && row.startsWith('[') ? JSON.parse(row) : row)),
        ];
      }
      database.close();
    }
    return {
      local: await chrome.storage.local.get(),
      session: await chrome.storage.session.get(),
      sync: await chrome.storage.sync.get(),
      databases: found,
      caches: await caches.keys(),
      web: [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie],
    };
  });
}

/** Words of people: in names, addresses and messages; of a ticket's subject too where it is not the popup's. */
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}@.'’-]{4,}/gu) ?? [];
const wordSet = (texts: readonly string[]): Set<string> => new Set(texts.flatMap(words));
const people = [...tickets.map(({ requester }) => requester), ...Object.values(demoAgents)];
const names = wordSet(people.flatMap(({ name, email }) => [name, email, ...name.split(' ')]));
const said = wordSet(
  tickets.flatMap(({ messages, organization }) => [
    ...messages.map(({ text }) => text),
    ...messages.flatMap((one) => one.attachments),
    organization ?? '',
  ]),
);
const subjects = wordSet(tickets.map(({ subject }) => subject));

/** Words that stand in what is kept and that a ticket used too. @param known words that were there before any ticket was seen */
const leaks = (text: string, from: ReadonlySet<string>, known: ReadonlySet<string>): string[] => {
  const there = new Set(words(text));
  return [...from].filter((word) => there.has(word) && !known.has(word));
};

/** What the message to the collector says of its own: names, units and descriptions of OpenTelemetry, and that it was sent. */
const pushShape = (local: Record<string, unknown>): string =>
  (local['push-log'] as { readonly body: string }[])
    .map(({ body }) => body)
    .join()
    .replaceAll(/"stringValue":"[^"]*"/g, '')
    .concat(' sent');

/** Every text in a value, with the names of its members. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...texts(member)]);
}

/** What a text of the ledger may be when it is no word of a closed list. */
const forms: readonly RegExp[] = [
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/,
  /^[0-9a-f]{24}$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  /^http:\/\/127\.0\.0\.1:\d+$/,
  /^http:\/\/127\.0\.0\.1:\d+\|[a-z-]+\|\d+$/,
  /^\d+$/,
  /^(firstResponse|nextResponse|resolution|tierResponse|updateOwed):(warning|breach):[\dT:.Z+-]+$/,
  /^\["handrail\.[a-z_.]+",\{[^{}]*\}\]$/,
];

/** What this browser keeps of the demo helpdesk as a site: one place, whether it was set beside the ticket or on the page of sites, which knows no ports. */
const siteKey = 'site:http://127.0.0.1';
const siteSettings = (local: Record<string, unknown>): SiteSettings | undefined => local[siteKey] as SiteSettings | undefined;
/** Labels of the page that was pointed at. */
let labels: ReadonlySet<string>;

/** Teaches the cell with the customer's name and address as a field of one's own. */
async function pointAtTheCustomer(): Promise<void> {
  await page.goto(`${desk.url}/tickets/${tickets[0]?.id}?skin=classic`);
  await panelShown(page);
  const panel = await ClosedPanel.of(page);
  labels = wordSet(await page.locator('td.label').allInnerTexts());
  await panel.says('Check');
  await panel.click('Check');
  await panel.run((root) => root.querySelector<HTMLInputElement>('input[placeholder="Customer tier"]')?.focus());
  await page.keyboard.type('Whoever');
  await panel.run((root) =>
    [...root.querySelectorAll<HTMLElement>('.form button')].find(({ textContent }) => textContent === 'Point at it')?.focus(),
  );
  await page.keyboard.press('Enter');
  const box = await page.locator('td.value', { hasText: tickets[0]?.requester.email ?? '' }).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 3, (box?.y ?? 0) + 3);
  await panel.says(/Whoever on this page: /);
  await panel.click('That is right');
  await panel.says('Handrail will look for it');
  await expect.poll(async () => siteSettings((await kept()).local)?.taught.length).toBe(1);
}

const seenCount = (): Promise<number> => options.evaluate(async () => Object.keys(await chrome.storage.session.get()).length);

test('a run over tickets of every kind, and a message to the collector', async () => {
  expect([...met]).toEqual(expect.arrayContaining(['en', 'vi', 'de', 'legal', 'security', 'resolved', 'internal true', 'Enterprise', 'Starter']));
  await pointAtTheCustomer();
  for (const { id } of tickets) {
    await page.goto(`${desk.url}/tickets/${id}`, { waitUntil: 'commit' });
    await panelShown(page);
  }
  await expect.poll(seenCount).toBe(tickets.length);
  await openOptions('sites');
  await options.getByLabel('Time zone of http://127.0.0.1').selectOption(zone);
  await expect.poll(async () => siteSettings((await kept()).local)).toMatchObject({ zone });
  await openOptions('metrics');
  await options.locator('.push').getByRole('checkbox').check();
  await options.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => sent.length).toBe(1);
  // and that it arrived is written down
  await expect.poll(async () => (await kept()).local['push-log']).toMatchObject([{ state: 'sent' }]);
  after = await kept();
});

test('the ledger is made of ids, times and words of closed lists', () => {
  const { databases, local } = after;
  expect(Object.keys(databases).sort()).toEqual([
    'handrail-ledger counted',
    'handrail-ledger meta',
    'handrail-ledger summaries',
    'handrail-ledger tickets',
  ]);
  const { policy } = (local as { policy: LoadedPolicy }).policy;
  // names of members of records, states and verdicts: a closed list, written down so that a new word is looked at
  const closed = new Set([
    ...(`key origin helpdesk ticketId firstSeenAt lastSeenAt createdAt resolvedAt statusKind priority customerTier currentTier policy id version requester
     subjectWords contacts agentReplies recommendations escalations clocks facts openFacts csat snoozedUntil notified nextDueAt at tier verdict rules shadow
     name state dueAt warnAt values phrases phrasesSoFar amount currency ms percent fromTier toTier reasonCode endedAt updateDueAt updatedAt
     new open pending resolved closed keep escalate already-there above unknown-tier running paused met missed overdue
     firstResponse nextResponse resolution tierResponse updateOwed generic none calm frustrated angry threatening up down flat en vi de USD EUR VND
     hash-key source outbox waiting sending counts mark fresh default`.match(/\S+/g) ?? []),
    ...FACTS.map(({ name }) => name),
    ...policy.criteria.map(({ id }) => markFact(id)),
  ]);
  const ofPolicy = new Set(
    texts([policy.id, policy.priorities, policy.rules.map(({ id }) => id), Object.keys(policy.phrases), policy.customer.vipTiers]),
  );
  const odd = texts(Object.values(databases)).filter((text) => !closed.has(text) && !ofPolicy.has(text) && !forms.some((form) => form.test(text)));
  expect([...new Set(odd)]).toEqual([]);
  const rows = (databases['handrail-ledger tickets'] as [unknown, { readonly customerTier?: string }[]])[1];
  expect(new Set(rows.map(({ customerTier }) => customerTier))).toEqual(new Set(['Enterprise', undefined]));
});

/** Items of the local area that are not as they were before any ticket was seen. */
const changedKeys = (local: Record<string, unknown>): string[] =>
  Object.keys(local)
    .filter((key) => JSON.stringify(local[key]) !== JSON.stringify(before.local[key]))
    .sort();

test('a team’s policy, a site’s settings and a value that was pointed at were among what is kept', () => {
  const { local } = after;
  expect(Object.keys(local)).toEqual(expect.arrayContaining(['policy', 'subscription', 'subscription-status:team']));
  expect(local.policy).toMatchObject({ policy: { id: 'acme', customer: { lookup: [{ match: 'zenobia@customer.example' }] } } });
  expect(siteSettings(local)).toMatchObject({ zone, taught: [{ field: { name: 'custom:Whoever' } }] });
  // a look for a newer policy may be written down at any time
  expect(changedKeys(local).filter((key) => key !== 'subscription-status:team')).toEqual(['push-log', 'settings', siteKey]);
});

/** A member of a site's settings, and the shape of an address that was pointed at. */
const siteWords = ['side', 'mail'];

test('no word of a message, no name and no address is kept, but the subjects of this session', () => {
  const { databases, session, local, ...rest } = after;
  // words of texts that were there before stand in the policy: they are no licence for what came later
  const old = new Set(texts(before.local));
  // labels of the page, and the ledger's closed lists, which the last test but one looked at one by one
  const structure = new Set([
    ...labels,
    ...siteWords,
    ...wordSet([...texts(Object.values(databases)), JSON.stringify(changedKeys(local)), pushShape(local)]),
  ]);
  for (const [key, seen] of Object.entries(session)) {
    expect(key).toMatch(/^seen:/);
    expect(Object.keys(seen as object).sort()).toEqual(['subject', 'url']);
    expect(tickets.map(({ subject }) => subject)).toContain((seen as { subject: string }).subject);
  }
  const urls = Object.values(session).map((seen) => (seen as { url: string }).url);
  const everything = [...texts({ databases, ...rest, urls }), ...texts(local).filter((text) => !old.has(text))].join('\n');
  // names are looked for in all of it; of words those are left out that name a member or a member of a closed list
  expect(leaks(everything, names, new Set())).toEqual([]);
  expect(leaks(everything, said, structure)).toEqual([]);
  expect(leaks(everything, subjects, structure)).toEqual([]);
  for (const { email, name } of people) {
    expect(everything.toLowerCase()).not.toContain(email);
    expect(everything.toLowerCase()).not.toContain(name.toLowerCase());
  }
});

test('nothing was sent but the counts and the look for a newer policy, and they say nothing of anybody', () => {
  expect(outside).toEqual([]);
  expect(sent).toHaveLength(1);
  for (const { method, headers } of host.asked) {
    expect(method).toBe('GET');
    expect(headers.cookie ?? headers.referer ?? headers.authorization ?? headers['content-length']).toBeUndefined();
  }
  const text = [...sent, ...host.asked.map((request) => JSON.stringify(request))].join('\n');
  expect(leaks(text, names, new Set())).toEqual([]);
  for (const { id, requester } of tickets) {
    expect(text).not.toContain(`"${id}"`);
    expect(text).not.toContain(requester.email);
  }
  expect(text).not.toContain(desk.url);
});

test('an agent’s own drafts and corrections and a lead’s lookup list are deleted on the privacy page', async () => {
  const key = `ticket:${desk.url}|generic|${tickets[0]?.id}`;
  await options.evaluate(async (place) => {
    const { policy: loaded } = await chrome.storage.local.get();
    const { policy } = loaded as { policy: { customer: object } };
    await chrome.storage.local.set({
      policy: {
        ...(loaded as object),
        policy: { ...policy, customer: { ...policy.customer, lookup: [{ match: 'zenobia@customer.example', tier: 'Gold' }] } },
      },
      [place]: {
        marks: {},
        doneSteps: [],
        corrections: { organization: 'Zenobia Works' },
        handoff: { summary: 'Zenobia waits' },
        messages: {},
        escalations: [],
        savedAt: Date.now(),
      },
    });
  }, key);
  await openOptions('privacy');
  await expect.poll(async () => JSON.stringify(await kept())).toMatch(/Zenobia Works.*|zenobia@customer/);
  await options.getByRole('button', { name: 'Delete them all' }).click();
  await options.getByRole('button', { name: 'Delete the lookup list from this browser' }).click();
  await expect.poll(async () => JSON.stringify(await kept())).not.toMatch(/zenobia/i);
  await options.getByRole('button', { name: 'Delete all seen tickets' }).click();
  await expect.poll(async () => Object.keys((await kept()).session).length).toBe(0);
  await expect.poll(async () => ((await kept()).databases['handrail-ledger tickets'] as [unknown[]])[0]).toEqual([]);
});

/** Kinds of what a person wrote, chose or was shown that hold words: button -> what is put where. */
const kinds: readonly (readonly [button: string, area: 'local' | 'session', value: Record<string, unknown>])[] = [
  ['Forget them now', 'session', { 'seen:https://zen.example|generic|1': { url: 'https://zen.example/1', subject: 'Zenobia asks' } }],
  ['Forget where they are', 'local', { 'site:https://zen.example': { taught: [{ field: 'priority', label: 'zenobia', shape: 'word' }] } }],
  ['Delete the draft and the text', 'local', { published: { id: 'zenobia', version: 1, text: 'name: Zenobia' } }],
  ['Delete the answers', 'local', { designer: { answers: { company: 'Zenobia Works' }, edits: {}, step: 1 } }],
  ['Forget the answers', 'local', { practice: { zenobia: { asked: 1, right: 1 } } }],
  ['Delete this list', 'local', { 'push-log': [{ at: new Date(now).toISOString(), url: 'https://zen.example', state: 'sent', body: 'zenobia' }] }],
];

test.each(kinds)('“%s” deletes what it names', async (button, area, value) => {
  await options.evaluate(([area, value]) => chrome.storage[area].set(value), [area, value] as const);
  expect(JSON.stringify(await kept())).toMatch(/zenobia/i);
  await openOptions('privacy');
  await options.getByRole('button', { name: button }).click();
  await expect.poll(async () => JSON.stringify(await kept())).not.toMatch(/zenobia/i);
});

test('after every button of the page nothing of any ticket is left', async () => {
  const text = texts(await kept())
    .join('\n')
    .toLowerCase();
  for (const { email, name } of people) expect([text.includes(email), text.includes(name.toLowerCase())]).toEqual([false, false]);
  for (const { subject, id } of tickets) expect([text.includes(subject.toLowerCase()), text.includes(id)]).toEqual([false, false]);
});
