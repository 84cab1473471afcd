/** The draft tried on tickets: those of open tabs, which their pages read anew, made-up ones, and those of the policy's tests. */
import { browser } from 'wxt/browser';
import type { OpenTicket, SampleTicket, Trial } from '../../components/options/rules/try-it.tsx';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { assess } from '../../lib/guidance/assess.ts';
import type { Assessment, Marks } from '../../lib/guidance/assessment.ts';
import { lowestTier } from '../../lib/guidance/current-tier.ts';
import { toPanelView } from '../../lib/guidance/view.ts';
import { viewDetails } from '../../lib/guidance/view-details.ts';
import { askTab } from '../../lib/messages.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { runPolicyTests } from '../../lib/policy/run-tests.ts';
import { testTicket } from '../../lib/policy/test-ticket.ts';
import type { PracticeCase } from '../../lib/practice/practice-cases.ts';
import { localize } from '../../lib/text.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';

export interface TryContext {
  readonly t: PageTranslate;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Tabs that show a ticket now. */
export async function openTickets(t: PageTranslate): Promise<OpenTicket[]> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const asked = await Promise.all(
    tabs.map(async ({ id }): Promise<OpenTicket[]> => {
      const status = id === undefined ? undefined : await askTab(id, 'page.status', {});
      if (id === undefined || status?.state !== 'ticket' || !status.ticket) return [];
      const { id: ticketId, subject } = status.ticket;
      return [{ tab: id, title: [ticketId && `#${ticketId}`, subject ?? t('header.noSubject')].filter(Boolean).join(' ') }];
    }),
  );
  return asked.flat();
}

/** @param cases made by the worker, since there are many to try */
export function sampleTickets(cases: readonly PracticeCase[], { policy }: LoadedPolicy, { t, language }: TryContext): SampleTicket[] {
  return cases.map(({ rule, fires }, index) => ({
    key: `sample ${index}`,
    title: t(fires ? 'rules.sampleFires' : 'rules.sampleSilent', {
      rule: localize(policy.rules.find(({ id }) => id === rule)?.title ?? rule, language),
    }),
  }));
}

export const testTickets = ({ policy }: LoadedPolicy): SampleTicket[] =>
  policy.tests.map(({ name }, index) => ({ key: `test ${index}`, title: name }));

/** @param key as `OpenTicket` and `SampleTicket` give it */
export async function tryOn(key: string, loaded: LoadedPolicy, cases: readonly PracticeCase[], context: TryContext): Promise<Trial> {
  const [kind, number] = key.split(' ');
  const place = Number(number);
  if (kind === 'tab') {
    const answer = await askTab(place, 'page.read', { policy: loaded });
    if (!answer) return { state: 'silent' };
    if (!answer.snapshot || !answer.assessment) return { state: 'no-ticket' };
    return { state: 'done', view: viewOf(answer.snapshot, answer.assessment, undefined, loaded, context) };
  }
  if (kind === 'sample') {
    const one = cases[place];
    if (!one) return { state: 'idle' };
    const now = Date.parse(one.assessment.at);
    // the draft may have changed since the ticket was made
    const assessment = assess(
      one.snapshot,
      loaded,
      { marks: one.marks, history: { escalations: [], earlierContacts: [], currentTier: lowestTier(loaded.policy) } },
      now,
    );
    return { state: 'done', view: viewOf(one.snapshot, assessment, one.marks, loaded, { ...context, now }) };
  }
  const test = loaded.policy.tests[place];
  if (!test) return { state: 'idle' };
  const [result] = runPolicyTests({ ...loaded, policy: { ...loaded.policy, tests: [test] } }, assess);
  const snapshot = testTicket(test.ticket, test.now);
  const now = Date.parse(test.now);
  const history = { escalations: [], earlierContacts: [], ...(test.currentTier !== undefined && { currentTier: test.currentTier }) };
  const assessment = assess(snapshot, loaded, { marks: test.marks, history }, now);
  return { state: 'done', view: viewOf(snapshot, assessment, test.marks, loaded, { ...context, now }), ...(result && { test: result }) };
}

function viewOf(snapshot: TicketSnapshot, assessment: Assessment, marks: Marks | undefined, { policy }: LoadedPolicy, { language, now }: TryContext) {
  return toPanelView(assessment, {
    language,
    now: Math.max(now, Date.parse(assessment.at)),
    policy,
    snapshot,
    details: viewDetails,
    zone: snapshot.zone,
    ...(marks && { marks }),
  });
}
