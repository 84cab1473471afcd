/** Who is who in the conversation. */
import type { Person, Role } from '../ticket.ts';
import { samePerson } from './person.ts';

export interface RoleGuess {
  readonly role: Role;
  readonly sure: number;
  readonly how: string;
}

/**
 * Whether an author is the customer: the requester is, the assignee and whoever writes internal notes are not.
 * @param agents people known to work for the helpdesk (assignee, authors of internal notes, the person signed in)
 */
export function roleOf(author: Person | undefined, requester: Person | undefined, agents: readonly Person[], internal: boolean): RoleGuess {
  if (internal) return { role: 'agent', sure: 0.97, how: 'role:internal' };
  if (!author || (!author.name && !author.email)) return { role: 'unknown', sure: 0, how: 'role:no-author' };
  const isRequester = requester !== undefined && samePerson(author, requester);
  const isAgent = agents.some((a) => samePerson(author, a));
  if (isRequester && !isAgent) return { role: 'customer', sure: 0.97, how: 'role:is-requester' };
  if (isAgent && !isRequester) return { role: 'agent', sure: 0.95, how: 'role:known-agent' };
  if (isRequester) return { role: 'customer', sure: 0.7, how: 'role:is-requester-and-agent' };
  // A mail address at the requester's own company is a colleague of theirs.
  const [theirs, company] = [domain(author.email), domain(requester?.email)];
  if (theirs && company && theirs === company && !freeMail.test(theirs)) return { role: 'customer', sure: 0.75, how: 'role:requester-domain' };
  if (theirs && agents.some((a) => domain(a.email) === theirs)) return { role: 'agent', sure: 0.85, how: 'role:agent-domain' };
  // An account's name and an address that share nothing can still be one human.
  const comparable = (author.name && requester?.name) || (author.email && requester?.email);
  if (requester && comparable) return { role: 'agent', sure: 0.7, how: 'role:not-requester' };
  if (requester) return { role: 'unknown', sure: 0, how: 'role:not-comparable' };
  return { role: 'unknown', sure: 0, how: 'role:no-requester' };
}

const freeMail = /^(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|gmx|web|proton|protonmail|aol|mail|qq|163|naver)\./;

function domain(email: string | undefined): string | undefined {
  return email?.split('@')[1]?.toLowerCase();
}
