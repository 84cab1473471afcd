/** ServiceNow: the classic form (in its frame or alone) by element ids, the workspaces through open shadow roots by the general reader. */
import type { Adapter } from '../reader/helpdesk.ts';
import { attribute, allShown, deepAll, shown } from '../reader/pane.ts';
import { frameDocument, visibleText } from '../reader/page-text.ts';
import { isVisible } from '../reader/visibility.ts';

/** Records that are tickets; other tables (users, catalog, scripts) are not. */
const tables = 'incident|sn_customerservice_case|sn_hr_core_case(?:_\\w+)?|sc_request|sc_req_item|sc_task|problem|change_request|interaction|task';
const sysId = '[0-9a-f]{32}';

export const servicenow: Adapter = {
  id: 'servicenow',
  evidence: { kind: 'facts', date: '2026-11-23' },
  ticketId(url) {
    const address = decode(decode(`${url.pathname}${url.search}`));
    const inWorkspace = new RegExp(`^/now/(?:workspace/)?[\\w-]+(?:/agent)?/(?:.*/)?record/(?:${tables})/(${sysId})`).exec(lastRecord(address));
    if (inWorkspace) return inWorkspace[1];
    return new RegExp(`(?:^|[/=])(?:${tables})\\.do\\?(?:[^#]*&)?sys_id=(${sysId})`).exec(address)?.[1];
  },
  root(doc, ticketId) {
    const frame = shown(doc, 'iframe#gsft_main') ?? deepAll(doc, 'iframe#gsft_main').find((f) => isVisible(f));
    const form = frame ? frameDocument(frame as HTMLIFrameElement) : doc;
    const unique = form?.querySelector('input#sys_uniqueValue')?.getAttribute('value');
    if (unique && unique !== ticketId) return undefined;
    if (form?.body && form.querySelector('[id$=".short_description"], [id$=".number"]')) return form.body;
    if (frame) return undefined;
    const workspace = deepAll(doc, 'sn-form-data-connected, sn-record-form-connected, sn-workspace-content').find((e) => isVisible(e));
    return workspace && visibleText(workspace, { atMost: 80 }).length >= 40 ? workspace : undefined;
  },
  read(root, draft) {
    const control = root.querySelector('[id$=".short_description"]:not([id^="element."]):not([id^="label."]):not([id^="sys_"])');
    const table = control?.id.replace(/\.short_description$/, '');
    if (!table) return;
    const field = (name: string) =>
      shown(root, ...['sys_display.', 'sys_readonly.', ''].map((prefix) => attribute('id', `${prefix}${table}.${name}`)));
    draft.text('id', field('number'), 'servicenow:number');
    draft.text('subject', field('short_description'), 'servicenow:short_description', 1);
    draft.status(field('state') ?? field('incident_state'), 'servicenow:state');
    draft.text('priority', field('priority'), 'servicenow:priority');
    draft.requester(field('caller_id') ?? field('contact') ?? field('requested_for'), 'servicenow:caller_id');
    draft.text('group', field('assignment_group'), 'servicenow:assignment_group');
    draft.text('assignee', field('assigned_to'), 'servicenow:assigned_to');
    draft.text('organization', field('company') ?? field('account'), 'servicenow:company');
    draft.instant('createdAt', field('opened_at') ?? field('sys_created_on'), 'servicenow:opened_at');
    draft.instant('updatedAt', field('sys_updated_on'), 'servicenow:sys_updated_on');
    draft.instant('resolvedAt', field('resolved_at'), 'servicenow:resolved_at');
    draft.instant('dueAt', field('due_date'), 'servicenow:due_date');
    for (const name of ['impact', 'urgency', 'category']) draft.custom(labelOf(root, table, name), field(name), `servicenow:${name}`);
    for (const card of allShown(root, 'li.h-card')) {
      const body = shown(card, '.sn-widget-textblock-body');
      if (!body) continue;
      const kind = shown(card, '.sn-card-component-time span');
      draft.message({
        element: card,
        body,
        author: shown(card, '.sn-card-component-createdby'),
        // Work notes are told from comments by a translated word, and by the class of the entry where a skin gives one.
        internal: /work[_-]?notes/i.test(card.className) || (kind !== undefined && workNotes.test(visibleText(kind))),
        at: shown(card, '.date-calendar', 'time'),
        how: 'servicenow:h-card',
      });
    }
  },
  composer: (root) => shown(root, '#activity-stream-textarea', '[id$=".comments"]', '[id$=".work_notes"]'),
};

const workNotes =
  /work notes?|arbeitsnotizen|notes de travail|notas de trabajo|notas de trabalho|note di lavoro|werknotities|作業メモ|工作注释|작업 노트|notatki robocze|рабочие заметки/i;

function labelOf(root: Element, table: string, name: string): Element | undefined {
  return shown(root, attribute('id', `label.${table}.${name}`), attribute('for', `${table}.${name}`));
}

/** Of `/record/a/1/sub/record/b/2` the part that is on top. */
function lastRecord(address: string): string {
  const at = address.lastIndexOf('/sub/record/');
  return at < 0 ? address : `${/^\/now\/[^/]+/.exec(address)?.[0] ?? ''}${address.slice(at + '/sub'.length)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
