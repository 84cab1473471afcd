/** Priorities and their targets as one table, and what helpdesks call each priority. */
import { localize } from '../../lib/text.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { LocalizedField } from './localized-field.tsx';
import { ListField, SelectField, TextField } from './policy-fields.tsx';
import { RowActions } from './row-actions.tsx';
import type { PolicyPageProps } from './tier-card.tsx';

const targets = ['firstResponse', 'nextResponse', 'resolution'] as const;

export function TargetsTable({ t, language, editor }: PolicyPageProps) {
  const { priorities } = editor.draft;
  return (
    <>
      <div class="wide">
        <table class="targets as-cards">
          <caption class="hidden">{t('policy.targets')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('policy.priority')}</th>
              {targets.map((target) => (
                <th scope="col" key={target}>
                  {t(`clock.${target}`)}
                </th>
              ))}
              <th scope="col">
                <span class="hidden">{t('edit.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {priorities.map((priority, index) => {
              const name = localize(priority.name, language);
              return (
                <tr key={index}>
                  <th scope="row">
                    {name}
                    {priority.description !== undefined && <small>{localize(priority.description, language)}</small>}
                  </th>
                  {targets.map((target) => (
                    <td key={target} class="third" data-column={t(`clock.${target}`)}>
                      <TextField
                        editor={editor}
                        path={['priorities', index, target]}
                        label={`${name}: ${t(`clock.${target}`)}`}
                        quiet
                        optional
                        size={6}
                      />
                    </td>
                  ))}
                  <td>
                    <RowActions
                      t={t}
                      name={name}
                      list={priorities}
                      index={index}
                      least={1}
                      locked={editor.lockedBy(['priorities', index])}
                      onChange={(list) => editor.set(['priorities'], list)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>{t('targets.lead')}</p>
      <h3>{t('targets.words')}</h3>
      {priorities.map((priority, index) => (
        <PriorityDetails
          key={index}
          t={t}
          language={language}
          editor={editor}
          index={index}
          name={localize(priority.name, language)}
          id={priority.id}
        />
      ))}
      <button
        type="button"
        class="button"
        disabled={priorities.length >= 10 || editor.lockedBy(['priorities']) !== undefined}
        onClick={() =>
          editor.set(['priorities', priorities.length], {
            id: newName(
              'priority',
              priorities.map(({ id }) => id),
            ),
            name: t('targets.newName'),
          })
        }
      >
        {t('targets.add')}
      </button>
    </>
  );
}

function PriorityDetails({
  t,
  language,
  editor,
  index,
  name,
  id,
}: PolicyPageProps & { readonly index: number; readonly name: string; readonly id: string }) {
  const path = ['priorities', index];
  return (
    <details class="card" data-path={`priorities[${index}]`}>
      <summary>
        <b>{name}</b> <span class="soft">{(editor.draft.priorities[index]?.aliases ?? []).slice(0, 4).join(', ') || id}</span>
      </summary>
      <div class="card-body">
        <div class="two">
          <LocalizedField t={t} language={language} editor={editor} path={[...path, 'name']} label={t('tiers.name')} />
          <LocalizedField t={t} language={language} editor={editor} path={[...path, 'description']} label={t('targets.description')} optional />
        </div>
        <div class="two">
          <ListField editor={editor} path={[...path, 'aliases']} label={t('targets.aliases')} help={t('edit.onePerLine')} />
          <div class="stack">
            <TextField editor={editor} path={[...path, 'id']} label={t('edit.id')} help={t('targets.idHelp')} />
            <SelectField
              editor={editor}
              path={[...path, 'calendar']}
              label={t('targets.calendar')}
              options={[{ value: '', label: t('targets.sameCalendar') }, ...calendarOptions(editor.draft, language)]}
            />
          </div>
        </div>
      </div>
    </details>
  );
}

export function calendarOptions(policy: PolicyInput, language: string): { value: string; label: string }[] {
  return Object.entries(policy.calendars).map(([id, { name }]) => ({
    value: id,
    label: name === undefined ? id : `${localize(name, language)} (${id})`,
  }));
}

/** `base`, or the first of `base-2`, `base-3` ... that is not taken. */
export function newName(base: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
