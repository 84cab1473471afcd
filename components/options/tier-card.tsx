/** One tier of the draft, with everything that can be said of it. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { setAt } from '../../lib/policy/edit-at.ts';
import type { Localized, PolicyInput } from '../../lib/policy/schema.ts';
import { localize } from '../../lib/text.ts';
import { ChoiceField } from './choice-field.tsx';
import { LocalizedField } from './localized-field.tsx';
import type { PolicyEditor } from './policy-editor.ts';
import { ListField, NumberField, TextField, problemsAt } from './policy-fields.tsx';
import { RowActions } from './row-actions.tsx';

export interface PolicyPageProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly editor: PolicyEditor;
}

const handoffParts = ['summary', 'timeline', 'tried', 'sentiment', 'expectation', 'nextSteps', 'attachments', 'stakeholders'] as const;

/** Numbers stay in their order: what moves is what stands at a number, since rules name tiers by number. */
export function reorderTiers(tiers: PolicyInput['tiers'], next: readonly PolicyInput['tiers'][number][]): PolicyInput['tiers'] {
  if (next.length !== tiers.length) return [...next];
  return next.map((tier, index) => ({ ...tier, tier: tiers[index]?.tier ?? index + 1 }));
}

export function TierCard({ t, language, editor, index }: PolicyPageProps & { readonly index: number }) {
  const { tiers } = editor.draft;
  const tier = tiers[index];
  if (!tier) return null;
  const path = ['tiers', index];
  const name = localize(tier.name, language);
  const wrong = problemsAt(editor, `tiers[${index}]`, true).length;
  const steps = (editor.draft.steps ?? []).map(({ id, text }) => ({ value: id, label: localize(text, language) }));
  const handles = tier.handles ?? [];
  return (
    <details class="card" data-path={`tiers[${index}]`}>
      <summary>
        <span class={`tier tier-${tier.tier}`}>{t('tier.short', { tier: tier.tier })}</span> <b>{name}</b>{' '}
        <span class="soft">{tier.respondsWithin === 'immediate' ? t('design.doc.immediate') : tier.respondsWithin}</span>
        {wrong > 0 && <span class="wrong">{t('edit.problems', { count: wrong })}</span>}
      </summary>
      <div class="card-body">
        <div class="two">
          <LocalizedField t={t} language={language} editor={editor} path={[...path, 'name']} label={t('tiers.name')} />
          <TextField editor={editor} path={[...path, 'respondsWithin']} label={t('policy.responds')} help={t('edit.duration')} />
        </div>
        <div class="field" data-path={`tiers[${index}].handles`}>
          <span class="label">{t('policy.handles')}</span>
          {handles.map((one, place) => (
            <div class="list-row" key={place}>
              <LocalizedField
                t={t}
                language={language}
                editor={editor}
                path={[...path, 'handles', place]}
                label={t('tiers.handlesNth', { n: place + 1 })}
                quiet
              />
              <RowActions
                t={t}
                name={localize(one, language)}
                list={handles}
                index={place}
                locked={editor.lockedBy(path)}
                onChange={(list: readonly Localized[]) => editor.set([...path, 'handles'], list)}
              />
            </div>
          ))}
          <button
            type="button"
            class="button small"
            disabled={editor.lockedBy(path) !== undefined}
            onClick={() => editor.set([...path, 'handles', handles.length], '')}
          >
            {t('tiers.addHandles')}
          </button>
        </div>
        <div class="two">
          <ListField editor={editor} path={[...path, 'groups']} label={t('tiers.groups')} help={t('edit.onePerLine')} />
          <ListField editor={editor} path={[...path, 'assignees']} label={t('tiers.assignees')} help={t('edit.onePerLine')} />
        </div>
        <div class="two">
          <ChoiceField
            editor={editor}
            path={[...path, 'requires']}
            label={t('tiers.requires')}
            options={handoffParts.map((part) => ({ value: part, label: t(`doc.field.${part}`) }))}
          />
          <LocalizedField t={t} language={language} editor={editor} path={[...path, 'requiresText']} label={t('tiers.requiresText')} optional />
        </div>
        <ChoiceField editor={editor} path={[...path, 'steps']} label={t('tiers.steps')} options={steps} empty={t('tiers.noSteps')} />
        <ReachedFields t={t} editor={editor} path={path} />
        <div class="two">
          <div class="field">
            <span class="label">{t('tiers.resolvesPercent')}</span>
            {tier.resolvesPercent ? (
              <span class="pair">
                <NumberField editor={editor} path={[...path, 'resolvesPercent', 0]} label={t('tiers.resolvesFrom')} quiet min={0} max={100} />
                <NumberField editor={editor} path={[...path, 'resolvesPercent', 1]} label={t('tiers.resolvesTo')} quiet min={0} max={100} />
                <button type="button" class="button small" onClick={() => editor.set([...path, 'resolvesPercent'], undefined)}>
                  {t('tiers.noPercent')}
                </button>
              </span>
            ) : (
              <button type="button" class="button small" onClick={() => editor.set([...path, 'resolvesPercent'], [70, 80])}>
                {t('tiers.setPercent')}
              </button>
            )}
          </div>
          <div class="field">
            <span class="label">{t('edit.actions')}</span>
            <RowActions
              t={t}
              name={name}
              list={tiers}
              index={index}
              least={1}
              locked={editor.lockedBy(path)}
              onChange={(list) => editor.change((policy) => setAt(policy, ['tiers'], reorderTiers(tiers, list)))}
            />
          </div>
        </div>
      </div>
    </details>
  );
}

/** Where a tier or a role is reached. An emptied member leaves, and with the last one the whole. */
export function ReachedFields({
  t,
  editor,
  path,
}: {
  readonly t: PageTranslate;
  readonly editor: PolicyEditor;
  readonly path: readonly (string | number)[];
}) {
  return (
    <fieldset class="choices">
      <legend>{t('tiers.reached')}</legend>
      <div class="four">
        {(['group', 'channel', 'person', 'hours'] as const).map((member) => (
          <TextField key={member} editor={editor} path={[...path, 'reached', member]} label={t(`tiers.reached.${member}`)} optional />
        ))}
      </div>
    </fieldset>
  );
}
