/** Request Tracker 4 and 5 in any interface language: ids and classes only, except where RT itself has nothing but words. */
import { readChangeLine } from '../reader/change-line.ts';
import { labelMeaning } from '../reader/labels.ts';
import { visibleText } from '../reader/page-text.ts';
import { shown } from '../reader/pane.ts';
import type { Adapter } from '../reader/helpdesk.ts';
import { readPerson } from '../reader/person.ts';
import type { ReadingDraft } from '../reader/reading-draft.ts';
import type { StatusKind } from '../ticket.ts';

/**
 * RT puts the same class on comments and on mail to the customer; only this sentence differs. Comments first, then what
 * the customer sees, from RT's own translations of `Comments added` and `Correspondence added`.
 */
const commentSentence =
  /comments? added|kommentar(?:e)? hinzugefügt|commentaires? ajoutés?|comentarios? añadidos?|comentários? adicionados?|comentário adicionado|commenti? aggiunt[oi]|commentaar toegevoegd|opmerking(?:en)? toegevoegd|dodano komentarz|komentarz dodany|комментари[йи] добавлен|добавлен комментарий|コメントを追加|コメントが追加|添加(?:了)?(?:评论|注释|备注)|kommentar(?:er)? tillagd|kommentar tilføjet|kommentti lisätty|yorum eklendi|thêm bình luận/i;

/** Words that RT translates itself and that a status may read in the languages of its catalogue. */
const rtStatus: Readonly<Record<string, StatusKind>> = {
  stalled: 'pending',
  rejected: 'closed',
  deleted: 'closed',
  stagnant: 'pending',
  zurückgestellt: 'pending',
  abgelehnt: 'closed',
  rejeté: 'closed',
  supprimé: 'closed',
};

export const requestTracker: Adapter = {
  id: 'request-tracker',
  evidence: { kind: 'live', date: '2026-11-23' },
  ticketId(url) {
    if (!/\/(?:Ticket|SelfService)\/(?:Display|History)\.html$/.test(url.pathname)) return undefined;
    const id = url.searchParams.get('id');
    return id && /^\d+$/.test(id) ? id : undefined;
  },
  root(doc, ticketId) {
    const body = doc.querySelector('body[id^="comp-Ticket-"]');
    if (!body) return undefined;
    const shown = row(body, 'id');
    // The History page has no basics box; its address is the only word on whose history it is.
    if (!shown) return doc.querySelector('.history-container') ? body : undefined;
    return visibleText(shown) === ticketId ? body : undefined;
  },
  read(root, draft, ticketId) {
    draft.set('id', ticketId, 'rt:id', 1, row(root, 'id'));
    const title = root.querySelector('#header h1, #header');
    draft.text('subject', title && visibleText(title).replace(/^\D{0,4}\d+\s?[:：]\s*/, ''), 'rt:header');
    const status = row(root, 'status');
    draft.status(status, 'rt:status', rtStatus[status ? visibleText(status).toLowerCase() : '']);
    draft.text(
      'priority',
      root.querySelector('.form-row.priority .current-value .Priority, .priority .value .Priority') ?? row(root, 'priority'),
      'rt:priority',
    );
    draft.text('group', row(root, 'queue'), 'rt:queue');
    readPeople(root, draft);
    draft.instant('createdAt', row(root, 'created'), 'rt:created');
    draft.instant('dueAt', row(root, 'due'), 'rt:due');
    draft.instant('resolvedAt', row(root, 'resolved'), 'rt:resolved');
    draft.instant('updatedAt', beforeAuthor(row(root, 'updated')), 'rt:updated');
    readCustomFields(root, draft);
    for (const name of ['dueAt', 'resolvedAt', 'organization', 'nativeSla'] as const) draft.none(name);
    for (const entry of root.querySelectorAll('.history-container .transaction.message')) readMessage(entry, draft);
    readChanges(root, draft);
    // RT fetches the history after the page, by parts while the person scrolls, or only on a click: every ticket has one.
    if (!root.querySelector('.history-container .transaction') || shown(root, '#LoadAllHistoryContainer')) draft.missing('some');
  },
  async api(ticketId, get, page) {
    // RT may be installed below a path.
    const base = page.pathname.replace(/\/(?:Ticket|SelfService)\/.*$/, '');
    const ticket = `${base}/REST/2.0/ticket/${ticketId}`;
    const people = 'fields%5BQueue%5D=Name&fields%5BRequestor%5D=RealName,EmailAddress';
    const { requestTrackerReading } = await import('./api/request-tracker.ts');
    return requestTrackerReading(
      await get(`${ticket}?${people}`),
      await get(`${ticket}/history?fields=Type,Field,OldValue,NewValue,Created&per_page=100`),
    );
  },
  composer: (root) => root.querySelector('textarea[name="UpdateContent"]') ?? undefined,
};

/** The shown value of a row, never the one in the folded edit form. */
function row(root: Element, name: string): Element | undefined {
  for (const found of root.querySelectorAll(`.form-row.${name}:not(.unset-field), tr.${name}`)) {
    if (found.closest('form.inline-edit')) continue;
    return found.querySelector('.current-value') ?? found.querySelector('.value') ?? undefined;
  }
  return undefined;
}

function readPeople(root: Element, draft: ReadingDraft): void {
  const requestor = row(root, 'requestors')?.querySelector('.user') ?? row(root, 'requestors');
  draft.requester(requestor, 'rt:requestors');
  const owner = row(root, 'owner');
  const user = owner?.querySelector('.user');
  // Nobody is a user of its own, the one with id 6 in every installation.
  if (!owner || user?.getAttribute('data-user-id') === '6') return draft.none('assignee');
  const person = readPerson(visibleText(owner));
  if (person?.name && !/^nobody\b/i.test(person.name)) draft.set('assignee', person.name, 'rt:owner', 0.95, owner);
}

/** `Mon Nov 23 06:42:43 2026 by Gary`: the date is the link's first text. */
function beforeAuthor(value: Element | undefined): string | undefined {
  if (!value) return undefined;
  const text = visibleText(value);
  return /^.*?\d{1,2}:\d{2}:\d{2}(?:\s\d{4})?/.exec(text)?.[0] ?? text;
}

function readCustomFields(root: Element, draft: ReadingDraft): void {
  for (const found of root.querySelectorAll('.custom-field:not(.unset-field)')) {
    if (found.closest('form.inline-edit, .ticket-info-requestor, .history-container')) continue;
    const label = found.querySelector('.label');
    const value = found.querySelector('.current-value') ?? found.querySelector('.value');
    if (!label || !value) continue;
    const name = visibleText(label).replace(/\s*[:：]$/, '');
    const items = [...value.querySelectorAll('li')];
    if (/^(?:tags?|labels?|schlagw[oö]rte?r?|étiquettes?|etiquetas?)$/i.test(name)) draft.tags(items.length > 0 ? items : [value], 'rt:custom-field');
    else draft.custom(name, items.length > 1 ? items.map((i) => visibleText(i)).join(', ') : value, 'rt:custom-field');
  }
}

/** RT puts every change of a field of the ticket itself under the class `basics`; the words are its own translations. */
function readChanges(root: Element, draft: ReadingDraft): void {
  const [first, ...later] = root.querySelectorAll('.history-container .transaction[data-transaction-id]');
  // Newest first when the person chose so.
  const ordered =
    first && later.length > 0 && idOf(first) > idOf(later.at(-1) as Element) ? [...later.reverse(), first] : first ? [first, ...later] : [];
  let understood = true;
  for (const entry of ordered) {
    if (!entry.matches('.basics')) continue;
    const sentence = sentenceOf(entry);
    const change = readChangeLine(sentence);
    if (change) {
      const kind = rtStatus[change.to.toLowerCase()] ?? change.kind;
      draft.change(
        entry.querySelector('.metadata .date'),
        { ...change, ...(change.field === 'status' && kind && { kind }) },
        'rt:transaction.basics',
      );
    } else if (!otherField(sentence)) understood = false;
  }
  const creation = ordered[0];
  const created = row(root, 'created');
  if (!creation || !created || !understood || root.querySelector('#LoadAllHistoryContainer, .end-of-history-list')) return;
  const at = creation.querySelector('.metadata .date');
  // A merged ticket brings a creation of its own, and with it changes that were another ticket's.
  const merged = ordered.slice(1).some((entry) => sentenceOf(entry) === sentenceOf(creation));
  if (at && creation.matches('.message') && !merged && visibleText(at) === visibleText(created)) draft.allChanges(at);
}

function idOf(entry: Element): number {
  return Number(entry.getAttribute('data-transaction-id'));
}

/** What happened, without who did it. */
function sentenceOf(entry: Element): string {
  const description = entry.querySelector('.metadata .description');
  const user = description?.querySelector('.user');
  const whole = description ? visibleText(description) : '';
  return whole.slice(user ? visibleText(user).length : 0).replace(/^\s*-\s*/, '');
}

/** A change of something that is known to be neither status nor priority, by the label that the sentence begins with. */
function otherField(sentence: string): boolean {
  const words = sentence.split(/[\s:：]+/);
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const meaning = labelMeaning(words.slice(0, count).join(' '));
    if (meaning !== undefined) return meaning !== 'status' && meaning !== 'priority';
  }
  return false;
}

function readMessage(entry: Element, draft: ReadingDraft): void {
  const bodies = [...entry.querySelectorAll('.messagebody')].filter(
    (b) => b.querySelector('.message-stanza') !== null || b.querySelector('p') === null,
  );
  if (bodies.length === 0) return;
  const description = entry.querySelector('.metadata .description');
  const author = description?.querySelector('.user');
  const sentence = description ? visibleText(description) : '';
  const files = [...entry.querySelectorAll('.downloadfilename')].map((f) => visibleText(f)).filter(Boolean);
  draft.message({
    element: entry,
    body: bodies,
    skip: (e) => e.classList.contains('message-stanza-folder'),
    author: author ?? '',
    internal: commentSentence.test(sentence.slice(author ? visibleText(author).length : 0)),
    at: entry.querySelector('.metadata .date'),
    attachments: files,
    how: 'rt:transaction.message',
  });
}
