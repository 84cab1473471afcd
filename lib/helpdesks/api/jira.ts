/** Jira's `/rest/api/2/issue/{KEY}` and `/comment` (Cloud and Data Center) and Service Management's `/sla` (documented; developer.atlassian.com). */
import { byCodeUnit } from '../../text/by-code-unit.ts';
import { statusKindOf } from '../../reader/labels.ts';
import type { NativeSla, StatusKind, TicketReading } from '../../ticket.ts';
import { instant, type JsonObject, list, object, ownMember, person, startApiReading, tags, text } from './json-reading.ts';

/** Jira's own three categories; `done` covers resolved and closed alike, so the word decides there. */
const kinds: Readonly<Record<string, StatusKind>> = { new: 'new', indeterminate: 'open' };

/** All three answers as they came; `sla` is absent outside Service Management. */
export function jiraReading(issueAnswer: unknown, commentsAnswer: unknown, slaAnswer?: unknown): TicketReading {
  const issue = object(issueAnswer);
  const fields = object(issue.fields);
  const reading = startApiReading('jira');
  reading.put('id', text(issue.key));
  reading.put('subject', text(fields.summary));
  const status = object(fields.status);
  const category = text(object(status.statusCategory).key) ?? '';
  // The word first: Jira's categories file "Waiting for customer" under work in progress.
  reading.status(status.name, statusKindOf(text(status.name) ?? '') ?? kinds[category] ?? (category === 'done' ? 'resolved' : undefined));
  reading.put('priority', text(object(fields.priority).name));
  reading.put('createdAt', instant(fields.created));
  reading.put('updatedAt', instant(fields.updated));
  reading.put('resolvedAt', instant(fields.resolutiondate));
  reading.put('dueAt', text(fields.duedate));
  reading.put('tags', tags(fields.labels));
  const reporter = object(fields.reporter);
  reading.put('requester', person(reporter.displayName, reporter.emailAddress));
  reading.put('assignee', text(object(fields.assignee).displayName));
  const isReporter = (author: JsonObject): boolean => {
    const key = author.accountId ?? author.key ?? author.name;
    return key !== undefined && key === (reporter.accountId ?? reporter.key ?? reporter.name);
  };
  if (typeof fields.description === 'string')
    reading.message({
      author: person(reporter.displayName, reporter.emailAddress),
      role: 'customer',
      internal: false,
      at: instant(fields.created),
      text: text(fields.description),
    });
  for (const comment of list(object(commentsAnswer).comments)) {
    const author = object(comment.author);
    const marks = list(comment.properties).find((p) => p.key === 'sd.public.comment');
    reading.message({
      author: person(author.displayName, author.emailAddress),
      role: isReporter(author) ? 'customer' : text(author.accountType) === 'customer' ? 'customer' : undefined,
      internal: comment.jsdPublic === false || object(marks?.value).internal === true || comment.visibility !== undefined,
      at: instant(comment.created),
      text: typeof comment.body === 'string' ? text(comment.body) : documentText(comment.body),
    });
  }
  readChangelog(object(issue.changelog), instant(fields.created), text(status.name), reading);
  const total = object(commentsAnswer).total;
  const known = list(object(commentsAnswer).comments).length;
  if (typeof total === 'number' && total > known) reading.missing(total - known);
  const slas = list(object(slaAnswer).values).flatMap((sla): NativeSla[] => nativeSla(sla) ?? []);
  if (slas.length > 0) reading.put('nativeSla', slas);
  return reading.finish();
}

/** `expand=changelog`: every change with its old and new value; Jira cuts long ones and says how many there are. */
function readChangelog(
  changelog: JsonObject,
  created: string | undefined,
  present: string | undefined,
  reading: ReturnType<typeof startApiReading>,
): void {
  if (!Array.isArray(changelog.histories)) return;
  const histories = list(changelog.histories)
    .map((history) => ({ at: instant(history.created), items: list(history.items) }))
    .sort((a, b) => byCodeUnit(a.at ?? '', b.at ?? ''));
  const cut = typeof changelog.total === 'number' && changelog.total > histories.length;
  let first: string | undefined;
  let undated = false;
  for (const { at, items } of histories)
    for (const item of items) {
      const to = text(ownMember(item, 'toString'));
      if (item.field === 'status') {
        first ??= text(item.fromString);
        if (!at || !to) undated = true;
        reading.statusChange(at, to);
      } else if (item.field === 'priority') reading.priorityChange(at, to);
    }
  const beginning = first ?? (histories.some(({ items }) => items.some((i) => i.field === 'status')) ? undefined : present);
  const kind = beginning === undefined ? undefined : statusKindOf(beginning);
  if (created && beginning && !cut && !undated) reading.wholeHistory({ at: created, status: beginning, ...(kind && { kind }) });
}

function nativeSla(sla: JsonObject): NativeSla[] | undefined {
  const name = text(sla.name);
  const cycle = object(sla.ongoingCycle);
  const dueAt = instant(object(cycle.breachTime).iso8601);
  const left = object(cycle.remainingTime).millis;
  if (!name || sla.ongoingCycle === undefined) return undefined;
  const state = cycle.breached === true ? 'overdue' : cycle.paused === true ? 'paused' : 'running';
  const clock = /first response/i.test(name) ? 'firstResponse' : /resol/i.test(name) ? 'resolution' : undefined;
  return [{ name, ...(clock && { clock }), ...(dueAt && { dueAt }), ...(typeof left === 'number' && { remainingMs: left }), state }];
}

/** Plain text of Atlassian's document format: its text leaves, a line per block. */
function documentText(node: unknown, depth = 0): string | undefined {
  if (depth > 40) return undefined;
  const { type, text: own, content } = object(node);
  if (typeof own === 'string') return own;
  if (type === 'hardBreak') return '\n';
  const inner = list(content).map((child) => documentText(child, depth + 1) ?? '');
  return text(inner.join(type === 'paragraph' || type === 'heading' ? '' : '\n'));
}
