/** Which entries are internal and who wrote them, told by what sets entries of one conversation apart. */
import type { Person, Role } from '../../ticket.ts';
import { foldLabel, isInternalWord, labelMeaning, speaksOfNote } from '../labels.ts';
import { readPerson, samePerson } from '../person.ts';
import type { Entry } from './entry.ts';

export interface EntryKind {
  readonly internal: boolean;
  /** `undefined` = decided by comparing people. */
  readonly role: Role | undefined;
  readonly roleSure: number;
  readonly how: readonly string[];
}

const internalTokens = new Set([
  'internal',
  'private',
  'confidential',
  'isinternal',
  'isprivate',
  'privatenote',
  'internalnote',
  'staffonly',
  'techsonly',
  'agentsonly',
  'restricted',
  'intern',
  'interne',
  'interna',
  'interno',
  'privada',
  'privado',
  'privat',
]);
const customerTokens = new Set([
  'customer',
  'client',
  'enduser',
  'requester',
  'requestor',
  'contact',
  'incoming',
  'inbound',
  'received',
  'visitor',
  'external',
]);
const agentTokens = new Set(['agent', 'staff', 'operator', 'outgoing', 'outbound', 'sent', 'employee', 'technician', 'teammate', 'admin']);
const systemTokens = new Set(['system', 'bot', 'automation', 'activity', 'event', 'log', 'audit']);

/** One kind for each entry, in their order. */
export function kindsOf(entries: readonly Entry[], requester: Person | undefined): EntryKind[] {
  const people = entries.map((e) => (e.author ? readPerson(e.author) : undefined));
  const isRequester = (i: number) => !!requester && !!people[i] && samePerson(people[i] as Person, requester);
  // A mark that every entry wears, or the requester's own, marks nothing.
  const telling = (has: (e: Entry) => boolean) => {
    const marked = entries.map(has);
    return marked.some(Boolean) && !marked.every(Boolean) && !marked.some((m, i) => m && isRequester(i)) ? marked : undefined;
  };
  // "Comment" on every entry, or on one that the requester wrote, is an offer to write one.
  const offered = (notice: string) => entries.length > 1 && entries.every((e) => e.notices.includes(notice));
  const shared = new Set(entries.flatMap((e, i) => e.notices.filter((n) => isRequester(i) || offered(n))));
  const says = (e: Entry, fits: (notice: string) => boolean) => e.notices.some((n) => !shared.has(n) && fits(n));
  const token = (set: ReadonlySet<string>) => (e: Entry) => [...e.tokens].some((t) => set.has(t));
  const byToken = telling(token(internalTokens));
  const byNoteToken = telling((e) => e.tokens.has('note') || e.tokens.has('worknote'));
  const byWord = telling((e) => says(e, isInternalWord));
  const bySentence = telling((e) => says(e, (n) => n.length <= 60 && speaksOfNote(n) && !numbered.test(n)));
  const customer = apart(entries, customerTokens, agentTokens);
  const agent = apart(entries, agentTokens, customerTokens);
  return entries.map((entry, i) => {
    const how: string[] = [];
    const internal = byWord?.[i]
      ? 'internal:words'
      : byToken?.[i]
        ? 'internal:marker'
        : byNoteToken?.[i]
          ? 'internal:note-class'
          : bySentence?.[i]
            ? 'internal:sentence'
            : undefined;
    // Two-thirds of the marks of a badge are enough for one-entry pages: there is nothing to compare with.
    const alone = entries.length === 1 && entry.notices.some((n) => isInternalWord(n)) ? 'internal:words' : undefined;
    const isInternal = internal ?? alone;
    if (isInternal) how.push(isInternal);
    const badge = entry.notices.map((n) => badgeRole(n)).find(Boolean);
    if (isInternal) return { internal: true, role: 'agent', roleSure: 0.9, how };
    if (customer.has(entry) && !agent.has(entry))
      return {
        internal: false,
        role: 'customer',
        roleSure: 0.85,
        how: [...how, 'role:customer-class'],
      };
    if (agent.has(entry) && !customer.has(entry) && !isRequester(i))
      return {
        internal: false,
        role: 'agent',
        roleSure: 0.85,
        how: [...how, 'role:agent-class'],
      };
    if (badge && !(badge === 'agent' && isRequester(i)))
      return {
        internal: false,
        role: badge,
        roleSure: 0.8,
        how: [...how, 'role:badge'],
      };
    if ([...entry.ownTokens].some((t) => t === 'system'))
      return {
        internal: false,
        role: 'system',
        roleSure: 0.8,
        how: [...how, 'role:system-class'],
      };
    return { internal: false, role: undefined, roleSure: 0, how };
  });
}

/** "Comment 2", "comment:2": which one it is, and the first may be called something else. */
const numbered = /^\p{L}+[\s:#]*\d+$/u;

/** Entries whose own class is from `set`, when not all are. */
function apart(entries: readonly Entry[], set: ReadonlySet<string>, opposite: ReadonlySet<string>): Set<Entry> {
  const own = entries.filter((e) => [...e.ownTokens].some((t) => set.has(t)) && ![...e.ownTokens].some((t) => opposite.has(t)));
  if (own.length === entries.length && entries.length > 1) return new Set();
  // One entry alone proves nothing by a class that could be its frame's.
  return new Set(own);
}

function badgeRole(notice: string): Role | undefined {
  if (notice.length > 24 || /[:：]$/.test(notice)) return undefined;
  const folded = foldLabel(notice).replace(/^[([]|[)\]]$/g, '');
  if (agentWord.test(folded)) return 'agent';
  if (folded === 'khách hàng') return 'customer';
  const meaning = labelMeaning(folded);
  if (meaning === 'requester') return 'customer';
  return undefined;
}

/** What a desk's own people are called beside their names. */
const agentWord =
  /^(?:staff|agent|support|support agent|helpdesk|service desk|mitarbeiter|bearbeiter|techniker|technician|operator|team|nhân viên|kỹ thuật viên|agente|atendente|técnico|soporte|suporte|technicien|support technique|operatore|tecnico|medewerker|behandelaar|konsultant|оператор|сотрудник|инженер|担当者|スタッフ|サポート|客服|工程师|상담원|담당자|temsilci|موظف|فني|الدعم الفني)$/;

/** Tokens that mean an entry is the machine's. */
export function isSystemEntry(entry: Entry): boolean {
  return [...entry.ownTokens].some((t) => systemTokens.has(t)) && !entry.author;
}
