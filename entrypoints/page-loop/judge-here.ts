/** Facts, rules and clocks inside the page: a part that is loaded where the background does not answer, and for a policy that is only tried. */
export { judgeTicket } from '../../lib/ledger/judge-ticket.ts';
