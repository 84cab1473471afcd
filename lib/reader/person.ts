/** People as helpdesks print them. */
import type { Person } from '../ticket.ts';

const mail = /[A-Z0-9._%+'-]+@[A-Z0-9-]+(?:\.[A-Z0-9-]+)+/i;

/**
 * Reads `Name <mail>`, `"Name" <mail>`, `mail (Name)`, `login (Name)`, `Name @login`, `Name, mail`, a bare name or a bare address.
 * @returns `undefined` when nothing is left (empty, a dash).
 */
export function readPerson(text: string): Person | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  const email = mail.exec(line)?.[0].toLowerCase();
  let name = email ? line.replace(mail, ' ') : line;
  name = name
    .replace(/mailto:/i, ' ')
    .replace(/[<>[\]"“”]/g, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // `login (Real Name)`: the login is for machines.
  const login = /^[\w.@+-]+ \(([^()]+)\)$/.exec(name);
  if (login?.[1] && !/^(?:\d+|you|me)$/i.test(login[1])) name = login[1].trim();
  // `Real Name @login`, as messengers print it.
  name = name.replace(/(?<=\p{L}\S*)[\s(]+@[\w.-]+\)?$/u, '');
  name = name
    .replace(/^[\s,;:·•|/()-]+|[\s,;:·•|/(-]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .trim();
  name = name.replace(/(?<=\p{L})\s?(?:様|さま|殿|님)$/u, '');
  if (!/[\p{L}\p{N}]/u.test(name)) name = '';
  if (!name && !email) return undefined;
  return { ...(name && { name }), ...(email && { email }) };
}

/** The one address that an element is linked to, or that links inside it are; lower case. */
export function mailtoOf(element: Element): string | undefined {
  const links = [element.closest('a[href]'), ...element.querySelectorAll('a[href]')].map(
    (a) => /^mailto:([^?]+)/i.exec(a?.getAttribute('href') ?? '')?.[1],
  );
  const mails = new Set(links.flatMap((link) => mail.exec(link?.replace(/%40/, '@') ?? '')?.[0].toLowerCase() ?? []));
  const [only] = mails;
  return mails.size === 1 ? only : undefined;
}

/** Whether two mentions are the same human, going by address where both have one, else by folded name. */
export function samePerson(a: Person, b: Person): boolean {
  if (a.email && b.email) return a.email.toLowerCase() === b.email.toLowerCase();
  if (a.name && b.name) return foldName(a.name) === foldName(b.name);
  const [email, name] = a.email ? [a.email, b.name] : [b.email, a.name];
  return !!email && !!name && (foldName(name) === foldName(email) || isAccountOf(name, email));
}

/** "garybrandt", as trackers name accounts, and "Gary Brandt" for gary.brandt@example.com. */
function isAccountOf(name: string, email: string): boolean {
  const letters = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const account = letters(email.split('@')[0] ?? '');
  return account.length >= 5 && letters(name) === account;
}

/** The same few people write most messages. */
const foldedNames = new Map<string, string>();
const mostNames = 500;

function foldName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  if (foldedNames.size >= mostNames) foldedNames.clear();
  const folded = foldAfresh(name);
  foldedNames.set(name, folded);
  return folded;
}

function foldAfresh(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const comma = /^([^,]+), ([^,]+)$/.exec(folded);
  const words = (comma ? `${comma[2]} ${comma[1]}` : folded)
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()
    .split(' ');
  // "Brandt Hana" and "Hana Brandt": which name comes first is a setting.
  return words.sort().join(' ');
}
