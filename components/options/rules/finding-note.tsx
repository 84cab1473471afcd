/** What was proved about the rules taken together, in a sentence, with the ticket that shows it. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { type Finding, findingText } from '../../../lib/rules/prove.ts';

export interface FindingNoteProps {
  readonly t: PageTranslate;
  readonly finding: Finding;
  /** What people call a rule. */
  readonly ruleName: (id: string) => string;
  /** What people call a fact. */
  readonly factName: (fact: string) => string;
}

export function FindingNote({ t, finding, ruleName, factName }: FindingNoteProps) {
  return (
    <div class="finding">
      <p>{findingText(finding, t, ruleName)}</p>
      {'ticket' in finding && Object.keys(finding.ticket).length > 0 && (
        <details>
          <summary>{t('rules.showTicket')}</summary>
          <dl>
            {Object.entries(finding.ticket).map(([fact, value]) => (
              <div key={fact}>
                <dt>{factName(fact)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** The rules that a finding is about. */
export function rulesOfFinding(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'dead':
    case 'always':
    case 'shadowed':
    case 'not-monotone':
      return [finding.rule];
    case 'contradiction':
      return [finding.rule, finding.other];
    case 'uncovered':
    case 'too-large':
      return [];
  }
}
