/** Who judges a ticket: the background where it answers in time, else the page itself; and which of several answers is shown. */
import { expect, test } from 'vitest';
import { ticketJudge } from '../../entrypoints/page-loop/ticket-judge.ts';
import { manualClock } from '../../lib/clock.ts';
import { judgeTicket, type JudgedTicket, type JudgeRequest } from '../../lib/ledger/judge-ticket.ts';
import { ago, byDefault, calm, now, snapshotOf } from '../guidance/ticket-builder.ts';

const snapshot = snapshotOf({ ...calm, messages: [{ role: 'customer', at: ago(30), text: 'My lawyer will write to you.' }] });
const request = (key = 'desk|1'): JudgeRequest => ({
  key,
  snapshot,
  marks: {},
  escalations: [],
  earlierContacts: [],
  now,
  policyLoadedAt: byDefault.loadedAt,
});
const said = (news: string): JudgedTicket => ({ ...judgeTicket(request(), byDefault), news });

/** A background that answers when a test says so, and a page that judges at once. */
function desk() {
  const clock = manualClock(now);
  const life = new AbortController();
  const answers: ((answer: JudgedTicket | null | undefined) => void)[] = [];
  const judge = ticketJudge(
    clock,
    life.signal,
    () => new Promise((answer) => answers.push(answer)),
    () => Promise.resolve(said('here')),
  );
  return { clock, life, answers, judge, shown: () => judge.judged.value?.news };
}

test.each<[string, JudgedTicket | null | undefined, string]>([
  ['the background answers: its answer', said('background'), 'background'],
  ['it uses another policy: the page judges', null, 'here'],
  ['nobody is there: the page judges', undefined, 'here'],
])('%s', async (_, answer, shown) => {
  const { answers, judge, shown: news } = desk();
  const asked = judge.judge(request(), byDefault);
  answers[0]?.(answer);
  await asked;
  expect(news()).toBe(shown);
});

test('it takes too long: the page judges, and the late answer changes nothing', async () => {
  const { clock, answers, judge, shown } = desk();
  const asked = judge.judge(request(), byDefault);
  clock.advanceTo(now + 60_000);
  await asked;
  expect(shown()).toBe('here');
  answers[0]?.(said('late'));
  await Promise.resolve();
  expect(shown()).toBe('here');
  // it is not waited for again
  await judge.judge(request(), byDefault);
  expect(answers).toHaveLength(1);
});

test('an older answer that comes after a newer one is dropped; one that comes before it is shown meanwhile', async () => {
  const { answers, judge, shown } = desk();
  const [first, second, third] = [1, 2, 3].map(() => judge.judge(request(), byDefault));
  answers[0]?.(said('first'));
  await first;
  expect(shown()).toBe('first');
  answers[2]?.(said('third'));
  await third;
  answers[1]?.(said('second'));
  await second;
  expect(shown()).toBe('third');
});

test('after the ticket was left, or the extension has gone, no answer is shown', async () => {
  const { answers, judge, life, shown } = desk();
  const left = judge.judge(request(), byDefault);
  judge.leave();
  answers[0]?.(said('left'));
  await left;
  expect(shown()).toBeUndefined();
  const gone = judge.judge(request(), byDefault);
  life.abort();
  answers[1]?.(said('gone'));
  await gone;
  expect(shown()).toBeUndefined();
});
