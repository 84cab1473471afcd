/** Rows of the panel that are rarely shown: what was read, and the handoff that another agent left on the ticket. */
import type { ReceivedModel } from '../../components/panel/models.ts';
import { toReceivedModel } from '../../components/panel/received-model.ts';
import { readFooter } from '../../lib/documents/footer.ts';
import { isNews, readBackId } from '../../lib/guidance/escalation-records.ts';
import { type FieldRow, toFieldRows } from '../../lib/guidance/field-rows.ts';
import type { TicketContext } from './ticket-view.ts';

export const fieldRows = ({ snapshot, language }: TicketContext, now: number): readonly FieldRow[] =>
  toFieldRows(snapshot, { language, now, zone: snapshot.zone });

export function receivedModel({ snapshot, loaded, notes, language }: TicketContext, now: number): ReceivedModel | undefined {
  const found = readFooter(snapshot);
  if (!found || !isNews(found.footer, notes.escalations)) return undefined;
  return toReceivedModel(found, {
    language,
    policy: loaded.policy,
    now,
    zone: snapshot.zone,
    confirmed: notes.doneSteps.includes(readBackId(found.footer)),
  });
}
