/** What crosses from a page to the background and back is plain JSON: nothing of the question or the answer is lost on the way. */
import { expect, test } from 'vitest';
import { type JudgeRequest, judgeTicket } from '../../lib/ledger/judge-ticket.ts';
import { demoSnapshot } from '../demo-helpdesk/snapshot.ts';
import { demoTickets } from '../demo-helpdesk/tickets.ts';
import { byDefault, iso, now } from '../guidance/ticket-builder.ts';

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test.each(demoTickets(now).map((ticket) => [ticket.id, ticket] as const))('demo ticket %s is judged the same on either side', (id, ticket) => {
  const asked: JudgeRequest = {
    key: `https://desk.example|generic|${id}`,
    snapshot: demoSnapshot(ticket, iso(now)),
    marks: {},
    escalations: [],
    earlierContacts: [],
    now,
    policyLoadedAt: byDefault.loadedAt,
  };
  const answer = judgeTicket(asked, byDefault);
  expect(sent(answer)).toStrictEqual(answer);
  expect(judgeTicket(sent(asked), sent(byDefault))).toStrictEqual(answer);
});
