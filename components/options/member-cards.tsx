/** Guidance steps, roles and manual criteria: lists of named members, each a card. */
import type { ComponentChildren } from 'preact';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { localize } from '../../lib/text.ts';
import { LocalizedField } from './localized-field.tsx';
import { ListField, TextField, problemsAt } from './policy-fields.tsx';
import { RowActions } from './row-actions.tsx';
import { newName } from './targets-table.tsx';
import { type PolicyPageProps, ReachedFields } from './tier-card.tsx';

interface MembersProps extends PolicyPageProps {
  readonly part: 'steps' | 'roles' | 'criteria';
  /** Of a new member, and the stem of its id. */
  readonly make: (id: string) => object;
  readonly stem: string;
  readonly add: string;
  readonly body: (path: readonly (string | number)[]) => ComponentChildren;
}

interface Member {
  readonly id: string;
  readonly text?: string | Readonly<Record<string, string>>;
  readonly name?: string | Readonly<Record<string, string>>;
  readonly label?: string | Readonly<Record<string, string>>;
}

function Members({ t, language, editor, part, make, stem, add, body }: MembersProps) {
  const list = (editor.draft[part] ?? []) as readonly Member[];
  return (
    <>
      {list.map((member, index) => {
        const words = localize(member.text ?? member.name ?? member.label ?? member.id, language) || member.id;
        const wrong = problemsAt(editor, `${part}[${index}]`, true).length;
        return (
          <details class="card" key={index} data-path={`${part}[${index}]`}>
            <summary>
              <b>{words}</b> <span class="soft">{member.id}</span>
              {wrong > 0 && <span class="wrong">{t('edit.problems', { count: wrong })}</span>}
            </summary>
            <div class="card-body">
              {body([part, index])}
              <div class="two">
                <TextField editor={editor} path={[part, index, 'id']} label={t('edit.id')} help={t('edit.idHelp')} />
                <div class="field">
                  <span class="label">{t('edit.actions')}</span>
                  <RowActions
                    t={t}
                    name={words}
                    list={list}
                    index={index}
                    locked={editor.lockedBy([part, index])}
                    onChange={(next) => editor.set([part], next)}
                  />
                </div>
              </div>
            </div>
          </details>
        );
      })}
      <button
        type="button"
        class="button"
        disabled={editor.lockedBy([part]) !== undefined}
        onClick={() =>
          editor.set(
            [part, list.length],
            make(
              newName(
                stem,
                list.map(({ id }) => id),
              ),
            ),
          )
        }
      >
        {add}
      </button>
    </>
  );
}

export function Steps(props: PolicyPageProps) {
  const { t } = props;
  return (
    <Members
      {...props}
      part="steps"
      stem="step"
      add={t('steps.add')}
      make={(id): NonNullable<PolicyInput['steps']>[number] => ({ id, text: t('steps.new') })}
      body={(path) => (
        <>
          <LocalizedField {...props} path={[...path, 'text']} label={t('steps.text')} rows={2} />
          <LocalizedField {...props} path={[...path, 'why']} label={t('steps.why')} rows={2} optional />
        </>
      )}
    />
  );
}

export function Roles(props: PolicyPageProps) {
  const { t, editor } = props;
  return (
    <Members
      {...props}
      part="roles"
      stem="role"
      add={t('roles.add')}
      make={(id): NonNullable<PolicyInput['roles']>[number] => ({ id, name: id })}
      body={(path) => (
        <>
          <div class="two">
            <LocalizedField {...props} path={[...path, 'name']} label={t('tiers.name')} />
            <ListField editor={editor} path={[...path, 'aliases']} label={t('roles.aliases')} help={t('edit.onePerLine')} />
          </div>
          <ReachedFields t={t} editor={editor} path={path} />
        </>
      )}
    />
  );
}

export function Criteria(props: PolicyPageProps) {
  const { t } = props;
  return (
    <Members
      {...props}
      part="criteria"
      stem="mark"
      add={t('criteria.add')}
      make={(id): NonNullable<PolicyInput['criteria']>[number] => ({ id, label: t('criteria.new') })}
      body={(path) => (
        <div class="two">
          <LocalizedField {...props} path={[...path, 'label']} label={t('criteria.label')} />
          <LocalizedField {...props} path={[...path, 'short']} label={t('criteria.short')} optional />
          <LocalizedField {...props} path={[...path, 'help']} label={t('criteria.help')} optional />
          <LocalizedField {...props} path={[...path, 'asks']} label={t('criteria.asks')} optional />
        </div>
      )}
    />
  );
}
