/** One rule: at a glance, and opened as a form or as text. Over 250 lines: both share everything they show. */
import { Tabs, TabPanel } from '../../ui/tabs.tsx';
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import type { RuleFiring } from '../../../lib/metrics/rule-firing.ts';
import { HANDOFF_CATEGORIES, type Policy } from '../../../lib/policy/schema.ts';
import { ruleContext } from '../../../lib/rules/context.ts';
import type { Finding } from '../../../lib/rules/prove.ts';
import { localize } from '../../../lib/text.ts';
import type { PolicyEditor } from '../policy-editor.ts';
import { LocalizedField } from '../localized-field.tsx';
import { LockedPart, LockNote } from '../lock-note.tsx';
import { CheckField } from '../policy-fields.tsx';
import { Choose } from './choose.tsx';
import { FindingNote } from './finding-note.tsx';
import { RuleBuilder } from './rule-builder.tsx';
import { RuleExamplesForm } from './rule-examples-form.tsx';
import { type DraftRule, exampleResults, type RuleFacts, ruleFacts } from './rule-facts.ts';
import type { RuleNames } from './rule-names.ts';
import { RuleSentence } from './rule-sentence.tsx';
import { RuleText } from './rule-text.tsx';

export type RuleView = 'form' | 'text';

export interface RuleCardProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly editor: PolicyEditor;
  readonly names: RuleNames;
  readonly base: Policy;
  readonly rule: DraftRule;
  readonly index: number;
  readonly count: number;
  readonly firing: RuleFiring | undefined;
  readonly findings: readonly Finding[];
  /** How it is opened; undefined = closed. */
  readonly opened: RuleView | undefined;
  readonly onOpen: (view: RuleView | undefined) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

const obstacleTexts: Readonly<Record<NonNullable<RuleFacts['obstacle']>, PageTextKey>> = {
  unreadable: 'rules.obstacle.unreadable',
  'too-deep': 'rules.obstacle.tooDeep',
  'two-facts': 'rules.obstacle.twoFacts',
  'value-first': 'rules.obstacle.valueFirst',
  'mixed-list': 'rules.obstacle.mixedList',
  'no-form': 'rules.obstacle.noForm',
};

export function RuleCard(props: RuleCardProps) {
  const { t, language, base, rule, findings, opened, onOpen } = props;
  const facts = ruleFacts(rule, base);
  const results = exampleResults(rule, facts.compiled, base);
  const title = localize(rule.title, language) || rule.id;
  const mode = rule.mode ?? 'on';
  return (
    <article class={opened ? 'rule open' : 'rule'} id={`rule-${rule.id}`} aria-label={title}>
      <header>
        <span class={facts.tier === undefined ? 'tier tier-none' : `tier tier-${facts.tier}`}>
          {facts.tier === undefined ? '!' : t('tier.short', { tier: facts.tier })}
        </span>
        <h3>{title}</h3>
        <span class={`pill ${mode}`}>{t(`policy.mode.${mode}`)}</span>
        <LockNote id={`rule-${rule.id}`} editor={props.editor} path={['rules', props.index]} quiet />
      </header>
      {opened ? null : <RuleSentence text={rule.rule} />}
      {facts.problems.length > 0 && !opened && <p class="bad">{t('rules.hasProblems', { count: facts.problems.length })}</p>}
      <p class="soft under">
        {[examplesText(results, t), firingText(mode, props.firing, t)].filter(Boolean).map((text) => (
          <span key={text}>{text}</span>
        ))}
        {opened ? (
          <button type="button" class="link" onClick={() => onOpen(undefined)}>
            {t('rules.closeRule')}
          </button>
        ) : (
          <>
            {facts.obstacle === undefined && (
              <button type="button" class="link" aria-label={`${t('rules.editForm')}: ${title}`} onClick={() => onOpen('form')}>
                {t('rules.editForm')}
              </button>
            )}
            <button type="button" class="link" aria-label={`${t('rules.editText')}: ${title}`} onClick={() => onOpen('text')}>
              {t('rules.editText')}
            </button>
          </>
        )}
      </p>
      {findings.map((finding, place) => (
        <FindingNote key={place} t={t} finding={finding} ruleName={props.names.rule} factName={props.names.fact} />
      ))}
      {opened && <Opened {...props} opened={opened} facts={facts} results={results} title={title} />}
    </article>
  );
}

function examplesText(results: ReturnType<typeof exampleResults>, t: PageTranslate): string {
  if (results.length === 0) return '';
  const passed = results.filter((result) => result.passed).length;
  return t('rules.examplesPass', { passed, count: results.length });
}

function firingText(mode: string, firing: RuleFiring | undefined, t: PageTranslate): string {
  if (!firing) return '';
  const count = mode === 'shadow' ? firing.shadow : firing.fired;
  const form = count === 0 ? 'none' : count === 1 ? 'one' : 'other';
  return t(mode === 'shadow' ? `rules.wouldHaveFired.${form}` : `rules.fired.${form}`, { count });
}

interface OpenedProps extends RuleCardProps {
  readonly opened: RuleView;
  readonly facts: RuleFacts;
  readonly results: ReturnType<typeof exampleResults>;
  readonly title: string;
}

function Opened({
  t,
  language,
  editor,
  names,
  base,
  rule,
  index,
  count,
  opened,
  onOpen,
  onDuplicate,
  onDelete,
  onMove,
  facts,
  results,
  title,
}: OpenedProps) {
  const context = ruleContext(base);
  const path = ['rules', index] as const;
  const fixed = editor.lockedBy(path) !== undefined;
  const setText = (text: string): void => editor.set([...path, 'rule'], text);
  const view = facts.obstacle === undefined ? opened : 'text';
  const shared = { t, editor, language };
  return (
    <div class="rule-editor">
      <Tabs
        label={t('rules.views', { title })}
        tabs={[
          { id: 'form', label: t('rules.asForm') },
          { id: 'text', label: t('rules.asText') },
        ]}
        selected={opened}
        onSelect={onOpen}
      />
      <TabPanel id={opened}>
        {opened === 'form' && facts.obstacle !== undefined && <p class="note">{t(obstacleTexts[facts.obstacle])}</p>}
        {editor.lockedBy([...path, 'rule']) !== undefined ? (
          <RuleSentence text={rule.rule} />
        ) : view === 'form' && facts.read.ok ? (
          <>
            <RuleBuilder t={t} names={names} context={context} read={facts.read} onText={setText} />
            <RuleSentence text={rule.rule} />
            {facts.problems.length > 0 && <p class="bad">{t('rules.hasProblems', { count: facts.problems.length })}</p>}
          </>
        ) : (
          <RuleText
            t={t}
            label={t('rules.sentenceOf', { title })}
            text={rule.rule}
            context={context}
            problems={facts.problems}
            onText={setText}
            path={`rules[${index}].rule`}
          />
        )}
      </TabPanel>
      <LockedPart editor={editor} path={path}>
        <LocalizedField {...shared} path={[...path, 'title']} label={t('rules.title')} />
        <div class="row">
          <span class="field">
            <span class="label">{t('rules.mode')}</span>
            <Choose
              label={t('rules.mode')}
              value={rule.mode ?? 'on'}
              disabled={editor.lockedBy([...path, 'mode']) !== undefined}
              choices={(['on', 'shadow', 'off'] as const).map((value) => ({ value, label: t(`policy.mode.${value}`) }))}
              onChoose={(mode) => editor.set([...path, 'mode'], mode)}
            />
          </span>
          <span class="field">
            <span class="label">{t('rules.category')}</span>
            <Choose
              label={t('rules.category')}
              value={rule.category ?? 'Other'}
              disabled={editor.lockedBy([...path, 'category']) !== undefined}
              choices={HANDOFF_CATEGORIES.map((value) => ({ value, label: t(categoryTexts[value]) }))}
              onChoose={(category) => editor.set([...path, 'category'], category)}
            />
          </span>
          <CheckField {...shared} path={[...path, 'urgent']} label={t('rules.urgent')} optional />
          <CheckField {...shared} path={[...path, 'sentimentOnly']} label={t('rules.sentimentOnly')} optional />
        </div>
        <p class="soft">{t('rules.shadowHelp')}</p>
        <LocalizedField {...shared} path={[...path, 'why']} label={t('rules.why')} help={t('rules.whyHelp')} optional />
        <RuleExamplesForm
          t={t}
          names={names}
          base={base}
          examples={rule.examples ?? []}
          results={results}
          compiled={facts.compiled}
          onExamples={(examples, field) =>
            editor.change(
              (policy) => ({ ...policy, rules: (policy.rules ?? []).map((one, place) => (place === index ? { ...one, examples } : one)) }),
              field && `rules[${index}] ${field}`,
            )
          }
        />
      </LockedPart>
      <div class="actions">
        <button type="button" class="button" disabled={fixed || index === 0} onClick={() => onMove(-1)}>
          {t('rules.moveUp')}
        </button>
        <button type="button" class="button" disabled={fixed || index === count - 1} onClick={() => onMove(1)}>
          {t('rules.moveDown')}
        </button>
        <button type="button" class="button" onClick={onDuplicate}>
          {t('rules.duplicate')}
        </button>
        <button type="button" class="button" disabled={fixed} onClick={onDelete}>
          {t('rules.delete')}
        </button>
        <span class="soft">{t('rules.id', { id: rule.id })}</span>
      </div>
    </div>
  );
}

const categoryTexts = {
  SLA: 'doc.category.sla',
  Sentiment: 'doc.category.sentiment',
  'Legal or regulatory': 'doc.category.legal',
  'Repeated contact': 'doc.category.repeated',
  VIP: 'doc.category.vip',
  'Revenue impact': 'doc.category.revenue',
  Security: 'doc.category.security',
  Technical: 'doc.category.technical',
  Billing: 'doc.category.billing',
  'Manager requested': 'doc.category.manager',
  'Policy exception': 'doc.category.exception',
  'Other department': 'doc.category.department',
  'PR or reputation': 'doc.category.reputation',
  'Beyond knowledge or authority': 'doc.category.beyond',
  Other: 'doc.category.other',
} as const;
