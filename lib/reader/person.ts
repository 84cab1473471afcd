/** People as helpdesks print them. */
import type { Person } from '../ticket.ts';

const mail = /[A-Z0-9._%+'-]+@[A-Z0-9-]+(?:\.[A-Z0-9-]+)+/i;

/**
 * Reads `Name <mail>`, `"Name" <mail>`, `mail (Name)`, `login (Name)`, `Name, mail`, a bare name or a bare address.
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
  name = name
    .replace(/^[\s,;:·•|/()-]+|[\s,;:·•|/(-]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(name)) name = '';
  if (!name && !email) return undefined;
  return { ...(name && { name }), ...(email && { email }) };
}

/** Whether two mentions are the same human, going by address where both have one, else by folded name. */
export function samePerson(a: Person, b: Person): boolean {
  if (a.email && b.email) return a.email.toLowerCase() === b.email.toLowerCase();
  if (a.name && b.name) return foldName(a.name) === foldName(b.name);
  const [email, name] = a.email ? [a.email, b.name] : [b.email, a.name];
  return !!email && !!name && foldName(name) === foldName(email);
}

function foldName(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const comma = /^([^,]+), ([^,]+)$/.exec(folded);
  const words = (comma ? `${comma[2]} ${comma[1]}` : folded)
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()
    .split(' ');
  // "Brandt Hana" and "Hana Brandt": which name comes first is a setting.
  return words.sort().join(' ');
}
