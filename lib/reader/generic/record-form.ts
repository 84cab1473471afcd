/** Trackers that show a ticket in the form that changes it: what its controls hold is what the ticket has, although a comment is typed there, too. */
import { isEmptyWord, type LabelMeaning } from '../labels.ts';
import type { ReadingDraft } from '../reading-draft.ts';
import { type FieldFindings, personFit } from './fields.ts';

const least = 5;
const sure = 0.8;

/**
 * Reads the form whose subject is the page's title; fields that the page shows elsewhere stay as they are. In a form for a reply or a new
 * ticket the subject is another one, or none.
 */
export function readRecordForm({ title }: Document, { pairs }: FieldFindings, draft: ReadingDraft): void {
  const formOf = ({ valueBox }: FieldFindings['pairs'][number]) => valueBox.element.closest('form');
  const subject = pairs.find(
    (p) => p.meaning === 'subject' && p.control && p.value.length >= least && title.includes(p.value) && !answer.test(p.value),
  );
  const form = subject && formOf(subject);
  if (!form) return;
  const only = (meaning: LabelMeaning) => {
    const found = pairs.filter((p) => p.meaning === meaning && p.control && formOf(p) === form);
    const [first] = found;
    return first && found.every((p) => p.value === first.value) && /^[\p{L}\p{N}].{0,39}$/u.test(first.value) && !isEmptyWord(first.value)
      ? first
      : undefined;
  };
  draft.set('subject', subject.value, 'subject:record-form', sure, subject.valueBox.element);
  const [status, priority, assignee, group, tags] = (['status', 'priority', 'assignee', 'group', 'tags'] as const).map(only);
  if (status) draft.status(status.value, 'form:status', undefined, sure, status.valueBox.element);
  if (priority) draft.set('priority', priority.value, 'form:priority', sure, priority.valueBox.element);
  if (assignee && personFit(assignee.value) > 0) draft.set('assignee', assignee.value, 'form:assignee', sure, assignee.valueBox.element);
  if (group) draft.set('group', group.value, 'form:group', sure, group.valueBox.element);
  if (tags) draft.tags(tags.value.split(/\s*[,;]\s*/), 'form:tags');
}

const answer = /^(?:re|aw|fw|fwd|sv|vs|odp|r|res|rif|antw|wg)\s?:/i;
