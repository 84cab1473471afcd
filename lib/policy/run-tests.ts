/** Runs the tests that a policy carries. */
import type { Assessment, History, Marks } from '../guidance/assessment.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { LoadedPolicy } from './loaded-policy.ts';
import type { PolicyTest } from './schema.ts';
import { testTicket } from './test-ticket.ts';

/** `assess` itself, handed in since it lies above the policy. */
export type Assess = (
  snapshot: TicketSnapshot,
  loaded: LoadedPolicy,
  context: { readonly marks?: Marks | undefined; readonly history: History },
  now: number,
) => Assessment;

/** One expectation that did not hold. */
export interface Mismatch {
  readonly what: 'tier' | 'verdict' | 'priority' | 'notifies' | 'fires' | 'silent' | 'unknown' | 'outcome';
  readonly expected: string;
  readonly found: string;
}
export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly mismatches: readonly Mismatch[];
}

/** @returns one result for each test, in the order of the policy. Pure. */
export function runPolicyTests(loaded: LoadedPolicy, assess: Assess): TestResult[] {
  return loaded.policy.tests.map((test) => {
    const snapshot = testTicket(test.ticket, test.now);
    const history: History = { escalations: [], earlierContacts: [], ...(test.currentTier !== undefined && { currentTier: test.currentTier }) };
    const mismatches = compare(test, assess(snapshot, loaded, { marks: test.marks, history }, Date.parse(test.now)));
    return { name: test.name, passed: mismatches.length === 0, mismatches };
  });
}

function compare({ expect }: PolicyTest, assessment: Assessment): Mismatch[] {
  const fired = new Set([...assessment.reasons, ...assessment.shadow].map(({ rule }) => rule));
  const unknown = new Set(assessment.unknown.map(({ rule }) => rule));
  const outcome = (rule: string): string => (fired.has(rule) ? 'fires' : unknown.has(rule) ? 'unknown' : 'silent');
  const mismatches: Mismatch[] = [];
  const look = (what: Mismatch['what'], expected: string | number | undefined, found: string | number) => {
    if (expected !== undefined && expected !== found) mismatches.push({ what, expected: String(expected), found: String(found) });
  };
  look('tier', expect.tier, assessment.tier);
  look('verdict', expect.verdict, assessment.verdict);
  look('priority', expect.priority, assessment.priority.recommended ?? 'none');
  const notified = assessment.notify.map(({ role }) => role).sort();
  look('notifies', expect.notifies && expect.notifies.toSorted().join(', '), notified.join(', '));
  for (const rule of expect.fires) if (!fired.has(rule)) mismatches.push({ what: 'fires', expected: rule, found: outcome(rule) });
  for (const rule of expect.silent) if (fired.has(rule)) mismatches.push({ what: 'silent', expected: rule, found: outcome(rule) });
  for (const rule of expect.unknown) if (!unknown.has(rule)) mismatches.push({ what: 'unknown', expected: rule, found: outcome(rule) });
  return mismatches;
}
