/** The rules of the draft: each at a glance, as a form and as text; what they come to is proved, tried and tested beside them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { RuleFiring } from '../../../lib/metrics/rule-firing.ts';
import { moved } from '../../../lib/policy/edit-at.ts';
import type { Policy, PolicyInput } from '../../../lib/policy/schema.ts';
import { localize } from '../../../lib/text.ts';
import type { PolicyEditor } from '../policy-editor.ts';
import type { Week } from '../metric-charts.tsx';
import { BacktestBanner, type BacktestProps, BacktestView } from './backtest-view.tsx';
import { type CheckState, ChecksTable } from './checks-table.tsx';
import { FindingNote, rulesOfFinding } from './finding-note.tsx';
import { RuleCard, type RuleView } from './rule-card.tsx';
import { type DraftRule, newRuleId } from './rule-facts.ts';
import { ruleNames } from './rule-names.ts';
import { TargetsTable } from './targets-table.tsx';
import { TryIt, type TryItProps } from './try-it.tsx';
import { WeeklyBars } from './weekly-bars.tsx';

export interface RulesPageProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly editor: PolicyEditor;
  /** The draft without its rules: the names that rules may use. */
  readonly base: Policy;
  /** By rule; undefined while the ledger cannot be read. */
  readonly firing: ReadonlyMap<string, RuleFiring> | undefined;
  readonly weeks: readonly Week[];
  readonly checks: CheckState;
  readonly backtest: Omit<BacktestProps, 't' | 'language' | 'titleOf'>;
  readonly onBacktest: () => void;
  readonly tryIt: Omit<TryItProps, 't'>;
  /** Id of the rule that the address names, or that a problem was found in. */
  readonly sought: string | undefined;
  /** For the gallery: what is open at the start. */
  readonly opened?: { readonly rule: string; readonly view: RuleView };
  readonly listOpen?: boolean;
}

export function RulesPage(props: RulesPageProps) {
  const { t, language, editor, base, firing, checks, backtest, sought } = props;
  const rules = editor.draft.rules ?? [];
  const names = ruleNames(editor.draft, language, t);
  const [opened, setOpened] = useState(props.opened);
  const [listOpen, setListOpen] = useState(props.listOpen ?? false);
  const [naming, setNaming] = useState(false);
  const [said, setSaid] = useState('');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sought === undefined) return;
    setOpened({ rule: sought, view: 'text' });
    place.current?.querySelector(`#rule-${CSS.escape(sought)}`)?.scrollIntoView({ block: 'nearest' });
  }, [sought]);
  const write = (make: (rules: readonly DraftRule[]) => readonly DraftRule[]): void =>
    editor.change((policy): PolicyInput => ({ ...policy, rules: [...make(policy.rules ?? [])] }));
  const on = rules.filter(({ mode }) => (mode ?? 'on') === 'on').length;
  const shadow = rules.filter(({ mode }) => mode === 'shadow').length;
  const titleOf = (id: string): string => {
    const rule = rules.find((one) => one.id === id) ?? editor.inUse.rules?.find((one) => one.id === id);
    return rule ? localize(rule.title, language) || id : id;
  };
  const findings = checks.state === 'done' ? checks.findings : [];
  const general = findings.filter((finding) => finding.kind === 'uncovered');
  return (
    <div class="rules" ref={place}>
      <div class="rules-head">
        <p class="lead">{t('rules.lead', { on, shadow })}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            setListOpen(true);
            props.onBacktest();
          }}
        >
          {t('rules.backtest')}
        </button>
        <button type="button" class="button" aria-expanded={naming} onClick={() => setNaming(!naming)}>
          {t('rules.new')}
        </button>
      </div>
      {naming && (
        <NewRule
          t={t}
          onCancel={() => setNaming(false)}
          onTitle={(title) => {
            const id = newRuleId(
              title,
              rules.map((rule) => rule.id),
            );
            // a plain text is in the language of the policy
            write((before) => [...before, { id, title, rule: firstSentence, mode: 'shadow' }]);
            setNaming(false);
            setOpened({ rule: id, view: 'form' });
            setSaid(t('rules.made', { title }));
          }}
        />
      )}
      <p role="status" class="hidden">
        {said}
      </p>
      <BacktestBanner t={t} backtest={backtest.backtest} older={backtest.older} open={listOpen} onOpen={setListOpen} />
      {listOpen && <BacktestView t={t} language={language} titleOf={titleOf} {...backtest} />}
      <div class="columns">
        <div>
          <h2>{t('rules.rulesTitle')}</h2>
          {rules.length === 0 && <p class="note">{t('rules.none')}</p>}
          {rules.map((rule, index) => (
            <RuleCard
              key={rule.id}
              t={t}
              language={language}
              editor={editor}
              names={names}
              base={base}
              rule={rule}
              index={index}
              count={rules.length}
              firing={firing && (firing.get(rule.id) ?? { fired: 0, shadow: 0 })}
              findings={findings.filter((finding) => rulesOfFinding(finding).includes(rule.id))}
              opened={opened?.rule === rule.id ? opened.view : undefined}
              onOpen={(view) => setOpened(view && { rule: rule.id, view })}
              onMove={(by) => {
                write((before) => moved(before, index, index + by));
                setSaid(t('rules.movedTo', { place: index + by + 1 }));
              }}
              onDuplicate={() => {
                const id = newRuleId(
                  `${rule.id}-copy`,
                  rules.map((one) => one.id),
                );
                write((before) => before.toSpliced(index + 1, 0, { ...rule, id, mode: 'shadow' }));
                setOpened({ rule: id, view: 'form' });
                setSaid(t('rules.duplicated', { id }));
              }}
              onDelete={() => {
                write((before) => before.filter((one) => one.id !== rule.id));
                setOpened(undefined);
                setSaid(t('rules.deleted', { title: titleOf(rule.id) }));
              }}
            />
          ))}
          {general.map((finding, index) => (
            <FindingNote key={index} t={t} finding={finding} ruleName={names.rule} factName={names.fact} />
          ))}
          <TryIt t={t} {...props.tryIt} />
        </div>
        <div>
          <TargetsTable t={t} language={language} editor={editor} />
          <WeeklyBars t={t} language={language} weeks={props.weeks} />
          <ChecksTable t={t} names={names} checks={checks} />
        </div>
      </div>
    </div>
  );
}

/** What a new rule says until somebody writes what it should say; it begins in shadow, so that nobody sees its advice. */
const firstSentence = 'IF ticket.status = "Open"\nTHEN flag for review';

function NewRule({ t, onTitle, onCancel }: { readonly t: PageTranslate; readonly onTitle: (title: string) => void; readonly onCancel: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="row new-rule"
      onSubmit={(event) => {
        event.preventDefault();
        const title = field.current?.value.trim();
        if (title) onTitle(title);
        else field.current?.focus();
      }}
    >
      <label class="field">
        <span class="label">{t('rules.newTitle')}</span>
        <input ref={field} type="text" size={40} required />
      </label>
      <button type="submit" class="button primary">
        {t('rules.make')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('rules.cancel')}
      </button>
    </form>
  );
}
