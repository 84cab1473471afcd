/**
 * For people: the clicks that set up Jira Service Management, which documents no import of SLAs or rules, and a plain table of rules and
 * targets for any other system.
 *
 * Jira: https://support.atlassian.com/jira-service-management-cloud/docs/create-service-level-agreements-slas/ (goals by JQL, calendars) and
 * https://support.atlassian.com/cloud-automation/docs/jira-automation-triggers/ (trigger "SLA threshold breached").
 */
import type { PageTranslate } from '../extension-text.ts';
import { outcomeText } from '../designer/design-document.ts';
import { hoursText } from '../designer/wording.ts';
import { escapeMarkdown } from '../documents/markup.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy } from '../policy/schema.ts';
import { parseDuration } from '../sla/duration.ts';
import { localize } from '../text.ts';
import { type ExportOptions, hasHours, Ledgered, rulesToExport } from './export-words.ts';
import type { HelpdeskExport } from './helpdesk-export.ts';
import { isMarkTag, markTag, type Term } from './terms.ts';

type Row = readonly string[];
const cell = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim(), false);
const markdownTable = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row, at) => `| ${row.map((one) => (at === 1 ? one : cell(one))).join(' | ')} |`).join('\n');

/** RFC 4180; a cell that a spreadsheet would run as a formula is kept a text. */
const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csv = (rows: readonly Row[]): string => `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

const target = (written: string | undefined, t: PageTranslate): string => {
  const ms = written === undefined ? undefined : parseDuration(written);
  return ms === undefined ? t('design.doc.noTarget') : ms === 0 ? t('design.doc.immediate') : hoursText(ms / 60_000, t);
};

/** Every rule as it stands, and the matrix: nothing is left out of a table. */
export function exportTable({ policy, rules }: LoadedPolicy, { t, language }: ExportOptions): HelpdeskExport {
  const matrix = policy.priorities.map((priority) => [
    localize(priority.name, language),
    target(priority.firstResponse, t),
    target(priority.nextResponse, t),
    target(priority.resolution, t),
    priority.calendar ?? policy.sla.calendar,
  ]);
  const matrixHead = [t('design.sla.priority'), t('design.sla.first'), t('design.sla.next'), t('design.sla.resolution'), t('design.sla.calendar')];
  const listed = policy.rules.flatMap((written) => {
    const compiled = rules.find(({ id }) => id === written.id);
    return compiled
      ? [
          [
            written.id,
            localize(written.title, language),
            t(`design.proposal.mode.${written.mode}`),
            written.category,
            written.rule.replace(/\s+/g, ' '),
            outcomeText(compiled.then, policy, language, t),
          ],
        ]
      : [];
  });
  const head = [
    'id',
    t('design.proposal.rule'),
    t('design.proposal.mode'),
    t('exports.table.category'),
    t('exports.table.sentence'),
    t('design.rules.outcome'),
  ];
  return {
    system: 'table',
    files: [
      {
        name: 'rules-and-targets.md',
        type: 'markdown',
        text: `# ${cell(localize(policy.name, language))}\n\n## ${t('design.doc.sla')}\n\n${markdownTable(matrixHead, matrix)}\n\n## ${t('design.doc.rules')}\n\n${markdownTable(head, listed)}\n`,
      },
      { name: 'rules.csv', type: 'csv', text: csv([head, ...listed]) },
      { name: 'sla-matrix.csv', type: 'csv', text: csv([matrixHead, ...matrix]) },
    ],
    ids: [],
    leftOut: [],
    notes: [],
  };
}

/** JQL names a priority in quotes; a quote or backslash in it is escaped. */
const jql = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

export function exportJira(loaded: LoadedPolicy, options: ExportOptions): HelpdeskExport {
  const ledger = new Ledgered('jira', options);
  const { t, language } = options;
  const { policy } = loaded;
  const goals = (part: 'firstResponse' | 'resolution'): Row[] =>
    policy.priorities.map((priority, at) => [
      String(at + 1),
      `priority = ${jql(localize(priority.name, 'en'))}`,
      target(priority[part], t),
      hasHours(policy, priority.calendar) ? (priority.calendar ?? policy.sla.calendar) : '24/7',
    ]);
  const head = ['#', t('exports.jira.goal'), t('exports.jira.time'), t('exports.jira.calendar')];
  const rules = rulesToExport(loaded, ledger).flatMap((rule): Row[] =>
    rule.alternatives.flatMap((terms): Row[] => {
      const steps = terms.map((term) => jiraStep(term, rule.title, policy, ledger));
      if (steps.includes(undefined)) return [];
      const when = steps as { readonly trigger: string; readonly condition?: string }[];
      const trigger = when.find((one) => one.condition === undefined)?.trigger ?? when[0]?.trigger ?? t('exports.jira.changed');
      return [
        [
          rule.title,
          trigger,
          when.flatMap(({ condition }) => (condition === undefined ? [] : [condition])).join(' AND ') || '–',
          outcomeText(rule.compiled.then, policy, language, t),
        ],
      ];
    }),
  );
  const pauses = policy.sla.pauses.includes('resolution') ? policy.sla.pauseStatuses.join(', ') : '–';
  const text = [
    `# ${cell(localize(policy.name, language))}: Jira Service Management`,
    `## ${t('exports.jira.sla')}`,
    t('exports.jira.slaHow', { pauses }),
    `### ${t('design.sla.first')} (Time to first response)`,
    markdownTable(head, goals('firstResponse')),
    `### ${t('design.sla.resolution')} (Time to resolution)`,
    markdownTable(head, goals('resolution')),
    `## ${t('exports.jira.automation')}`,
    t('exports.jira.automationHow'),
    rules.length > 0
      ? markdownTable([t('design.proposal.rule'), t('exports.jira.trigger'), t('exports.jira.condition'), t('design.rules.outcome')], rules)
      : t('design.doc.none'),
  ].join('\n\n');
  return {
    system: 'jira',
    files: [{ name: 'jira-steps.md', type: 'markdown', text: `${text}\n` }],
    ids: [],
    leftOut: ledger.leftOut,
    notes: ledger.notes,
  };
}

/** What to choose for a term; without a condition it is the rule's trigger. */
function jiraStep(
  term: Term,
  title: string,
  policy: Policy,
  ledger: Ledgered,
): { readonly trigger: string; readonly condition?: string } | undefined {
  const { t } = ledger.options;
  const changed = t('exports.jira.changed');
  const leave = (why: Parameters<Ledgered['leave']>[2]): undefined => ledger.leave(title, term.text, why) as undefined;
  switch (term.kind) {
    case 'other':
      return leave(term.reason);
    case 'overdue':
      return { trigger: t('exports.jira.breached', { sla: term.clock === 'resolution' ? 'Time to resolution' : 'Time to first response' }) };
    case 'tags':
      if (term.any.some(isMarkTag)) ledger.note('exports.note.marks', { tags: `${markTag('')}…` });
      return { trigger: changed, condition: `labels ${term.negated ? 'not in' : 'in'} (${term.any.map(jql).join(', ')})` };
    case 'priority':
      return {
        trigger: changed,
        condition: `priority in (${term.any.map((id) => jql(localize(policy.priorities.find((one) => one.id === id)?.name ?? id, 'en'))).join(', ')})`,
      };
    case 'status': {
      const isDone = term.any.includes('resolved');
      const allOpen = ['new', 'open', 'pending'].every((kind) => term.any.includes(kind as 'new'));
      if (isDone === allOpen) return leave('status');
      if (isDone && term.any.length > 2) return leave('status');
      return { trigger: changed, condition: `statusCategory ${isDone ? '=' : '!='} Done` };
    }
    case 'field':
      return { trigger: changed, condition: `${jql(term.label)} = ${jql(term.value)}` };
    case 'words':
    case 'group':
      return leave(term.kind === 'words' ? 'text' : 'fact');
    case 'reopened':
    case 'answers':
      return leave('count');
    case 'silence':
      return leave('silence');
  }
}
