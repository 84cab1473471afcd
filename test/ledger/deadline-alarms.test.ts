/**
 * The background's own watch over deadlines, from the first alarm to the notification, in a browser whose clock is ours: it sleeps, its
 * worker dies, its clock is set, its nights lose or gain an hour. One notification for everything, none at night, none twice.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as Worker from '../../entrypoints/background/deadlines.ts';
import { manualClock } from '../../lib/clock.ts';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import type * as Store from '../../lib/ledger/ledger-store.ts';
import type { Settings } from '../../lib/storage.ts';
import { load } from '../guidance/ticket-builder.ts';
import { sight } from './ledger-builder.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();
const minute = 60_000;
const hour = 60 * minute;

const weekdays = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '18:00']]]));
const office = { timeZone: zone, hours: weekdays } as const;
const always = { timeZone: zone, alwaysOpen: true } as const;

const settings: Settings = { prompting: 'silent', toured: true, retentionDays: 180, notify: true };

/** Every notification that came up, and when. */
let shown: { readonly at: number; readonly title: string; readonly lines: readonly string[] }[];
let now: number;
let worker: typeof Worker;
let store: typeof Store;
/** The worker ends at this moment of the next notification. */
let dies: 'before the notification is up' | undefined;

vi.stubGlobal('chrome', {
  ...fakeBrowser,
  i18n: { getUILanguage: () => 'en' },
  permissions: { contains: () => Promise.resolve(true) },
  notifications: {
    ...fakeBrowser.notifications,
    create(_id: string, { title, message }: { readonly title: string; readonly message: string }) {
      if (dies) return new Promise(() => undefined);
      shown.push({ at: now, title, lines: message.split('\n') });
      return Promise.resolve('');
    },
  },
});

/** The browser ends the worker whenever it is idle; the next event starts another one, which knows only what is stored. */
async function newWorker(): Promise<void> {
  vi.resetModules();
  [worker, store] = await Promise.all([import('../../entrypoints/background/deadlines.ts'), import('../../lib/ledger/ledger-store.ts')]);
}

const policyWith = (calendar: typeof office | typeof always): object => {
  const policy = load({ calendars: { default: calendar } } as never);
  return { ...policy, policy: { ...policy.policy, rules: [], tests: [] }, rules: [] };
};

beforeEach(async () => {
  vi.stubEnv('TZ', zone);
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  shown = [];
  dies = undefined;
  await newWorker();
});
afterEach(() => vi.unstubAllEnvs());

interface Due {
  readonly dueAt: string;
  readonly warnAt?: string;
}
async function begin(start: string, calendar: typeof office | typeof always, dues: readonly Due[]): Promise<void> {
  now = at(start);
  await fakeBrowser.storage.local.set({ policy: policyWith(calendar), settings });
  const tickets = dues.map(({ dueAt, warnAt }, index) => {
    const clocks = [{ name: 'resolution' as const, state: 'running' as const, dueAt, ...(warnAt && { warnAt }) }];
    return foldSight(undefined, sight(String(index), { at: iso(now), clocks }), { subjectWords: [] });
  });
  await store.importLedger({ format: 'handrail-ledger', formatVersion: 1, exportedAt: iso(now), source: '', tickets });
  await look();
}

const look = (): Promise<void> => worker.lookAtDeadlines(manualClock(now));
const alarm = async (): Promise<number | undefined> => (await fakeBrowser.alarms.get(worker.deadlineAlarm))?.scheduledTime;
async function ring(): Promise<void> {
  await fakeBrowser.alarms.clear(worker.deadlineAlarm);
  await look();
}

/** Time passes and every alarm rings when it should. @param before each alarm: what happens to the worker */
async function awakeUntil(instant: string, before: () => Promise<void> | void = () => undefined): Promise<void> {
  for (;;) {
    const next = await alarm();
    if (next === undefined || next > at(instant)) break;
    now = Math.max(now, next);
    await before();
    await ring();
  }
  now = Math.max(now, at(instant));
}

/** The machine sleeps, or its clock is set forward: alarms that should have rung meanwhile ring late, in a new worker. */
async function sleepUntil(instant: string): Promise<void> {
  now = at(instant);
  const next = await alarm();
  if (next === undefined || next > now) return;
  await newWorker();
  await ring();
}

const times = (): string[] => shown.map((one) => iso(one.at));
const titles = (): string[] => shown.map(({ title }) => title);
const told = async (): Promise<string[]> => (await store.allTickets()).flatMap(({ notified }: LedgerTicket) => notified);

describe('one ticket', () => {
  const one = { dueAt: '2026-11-24T14:00:00Z', warnAt: '2026-11-24T12:00:00Z' };

  test('is told at its warning and at its end, to the minute', async () => {
    await begin('2026-11-24T09:00:00Z', always, [one]);
    await awakeUntil('2026-11-24T18:00:00Z');
    expect(times()).toEqual(['2026-11-24T12:00:00.000Z', '2026-11-24T14:00:00.000Z']);
    expect(titles()).toEqual(['Deadlines close by: 1', '1 deadline has passed']);
  });

  test.each([
    ['the machine slept over warning and end', '2026-11-24T15:00:00Z'],
    ['the clock was set forward by a quarter of a day', '2026-11-24T15:30:00Z'],
  ])('is told once, as what it is, when %s', async (_what, woken) => {
    await begin('2026-11-24T09:30:00Z', always, [one]);
    await awakeUntil('2026-11-24T11:00:00Z');
    await sleepUntil(woken);
    await awakeUntil('2026-11-24T19:00:00Z');
    expect(times()).toEqual([iso(at(woken))]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');
  });

  test('is not told again when the clock is set back and runs over both instants a second time', async () => {
    await begin('2026-11-24T09:00:00Z', always, [one]);
    await awakeUntil('2026-11-24T14:30:00Z');
    now = at('2026-11-24T08:00:00Z');
    await newWorker();
    await look();
    await awakeUntil('2026-11-24T16:00:00Z');
    expect(times()).toEqual(['2026-11-24T12:00:00.000Z', '2026-11-24T14:00:00.000Z']);
  });

  test('is left untold rather than told twice when the worker dies between writing it down and telling it', async () => {
    await begin('2026-11-24T09:00:00Z', always, [one]);
    await awakeUntil('2026-11-24T11:59:00Z');
    dies = 'before the notification is up';
    now = at('2026-11-24T12:00:00Z');
    void look();
    await vi.waitFor(async () => expect(await told()).toHaveLength(1));
    dies = undefined;
    await newWorker();
    await look();
    await awakeUntil('2026-11-24T18:00:00Z');
    expect(titles()).toEqual(['1 deadline has passed']);
  });

  test('asks for another look within ten minutes while its clock runs, since no timer knows of a clock that is set', async () => {
    await begin('2026-11-24T09:00:00Z', always, [one]);
    expect(await alarm()).toBe(now + 10 * minute);
    await awakeUntil('2026-11-24T14:00:00Z');
    expect(await alarm()).toBeUndefined();
  });
});

describe('at night and out of office', () => {
  test.each([
    ['in the evening, where work never stops', always, '2026-11-24T22:15:00+01:00', '2026-11-25T07:00:00+01:00'],
    ['in the night that has an hour twice, in the first of the two', always, '2026-10-25T02:30:00+02:00', '2026-10-25T07:00:00+01:00'],
    ['in the night that has an hour twice, in the second of the two', always, '2026-10-25T02:30:00+01:00', '2026-10-25T07:00:00+01:00'],
    ['in the night that loses an hour', always, '2027-03-28T03:10:00+02:00', '2027-03-28T07:00:00+02:00'],
    ['on a Friday night: on Monday', office, '2026-11-27T23:00:00+01:00', '2026-11-30T08:00:00+01:00'],
    ['on the Friday night before the hour comes twice: on Monday', office, '2026-10-23T22:00:00+02:00', '2026-10-26T08:00:00+01:00'],
    ['on a Saturday noon: on Monday', office, '2026-11-28T12:00:00+01:00', '2026-11-30T08:00:00+01:00'],
  ])('a breach %s', async (_what, calendar, dueAt, expected) => {
    await begin(iso(at(dueAt) - 3 * hour), calendar, [{ dueAt }]);
    let alarms = 0;
    // the worker of Friday is long gone on Monday
    await awakeUntil(iso(at(expected) + 3 * hour), () => (alarms++ % 60 ? undefined : newWorker()));
    expect(times()).toEqual([iso(at(expected))]);
    expect(titles()).toEqual(['1 deadline has passed']);
  });

  test('a Friday-night breach is told once when the machine is opened on Monday at ten', async () => {
    await begin('2026-11-27T17:00:00+01:00', office, [{ dueAt: '2026-11-27T23:00:00+01:00' }]);
    await sleepUntil('2026-11-30T10:00:00+01:00');
    await awakeUntil('2026-11-30T17:00:00+01:00');
    expect(times()).toEqual([iso(at('2026-11-30T10:00:00+01:00'))]);
  });

  test('a machine that is opened at night shows the badge and keeps silent until the morning', async () => {
    await begin('2026-11-24T17:00:00+01:00', always, [{ dueAt: '2026-11-24T19:00:00+01:00' }]);
    await sleepUntil('2026-11-25T02:00:00+01:00');
    expect([await fakeBrowser.action.getBadgeText({}), shown]).toEqual(['1', []]);
    await awakeUntil('2026-11-25T12:00:00+01:00');
    expect(times()).toEqual([iso(at('2026-11-25T07:00:00+01:00'))]);
  });
});

describe('a thousand tickets', () => {
  const many = (dueAt: (index: number) => string): Due[] => Array.from({ length: 1000 }, (_, index) => ({ dueAt: dueAt(index) }));

  test('that run out before dawn are one notification in the morning, by workers that died before each alarm', async () => {
    await begin(
      '2026-11-25T05:30:00+01:00',
      always,
      many((index) => iso(at('2026-11-25T05:35:00+01:00') + (index % 20) * 4 * minute)),
    );
    await awakeUntil('2026-11-25T09:00:00+01:00', newWorker);
    expect(times()).toEqual([iso(at('2026-11-25T07:00:00+01:00'))]);
    expect(titles()).toEqual(['1000 deadlines have passed']);
    // four of them by name and a line for the rest
    expect(shown[0]?.lines).toHaveLength(5);
    expect(shown[0]?.lines[4]).toContain('996');
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1000');
    const remembered = await told();
    expect([remembered.length, new Set(remembered).size]).toEqual([1000, 20]);
  });

  test('that run out in twenty waves by day are twenty notifications, each ticket in one of them', async () => {
    await begin(
      '2026-11-24T09:00:00Z',
      always,
      many((index) => iso(at('2026-11-24T10:00:00Z') + (index % 20) * 15 * minute)),
    );
    await awakeUntil('2026-11-24T16:00:00Z');
    expect(titles()).toEqual(Array.from({ length: 20 }, () => '50 deadlines have passed'));
    expect(new Set(times()).size).toBe(20);
    expect(await told()).toHaveLength(1000);
  });
});
