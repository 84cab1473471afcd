/** Who the customer is: fields and tags of the helpdesk, and the lead's own list. */
import { valueAt } from '../../lib/policy/edit-at.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { CheckField, ListField, NumberField, TextField } from './policy-fields.tsx';
import { RowActions } from './row-actions.tsx';
import type { PolicyPageProps } from './tier-card.tsx';

const lists = ['tierFields', 'ltvFields', 'vipFields', 'revenueFields', 'vipTags', 'vipTiers'] as const;
type Known = NonNullable<NonNullable<PolicyInput['customer']>['lookup']>[number];

export function CustomerSettings({ t, editor }: Omit<PolicyPageProps, 'language'>) {
  const known = (valueAt(editor.draft, ['customer', 'lookup']) ?? []) as readonly Known[];
  return (
    <>
      <div class="two">
        {lists.map((list) => (
          <ListField key={list} editor={editor} path={['customer', list]} label={t(`customers.${list}`)} help={t('edit.onePerLine')} rows={3} />
        ))}
      </div>
      <h3>{t('customers.lookup')}</h3>
      <p>{t('customers.lookupHelp')}</p>
      {known.length > 0 && (
        <div class="wide">
          <table>
            <caption class="hidden">{t('customers.lookup')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('customers.match')}</th>
                <th scope="col">{t('customers.tier')}</th>
                <th scope="col">{t('customers.ltv')}</th>
                <th scope="col">{t('customers.vip')}</th>
                <th scope="col">
                  <span class="hidden">{t('edit.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {known.map((one, index) => {
                const path = ['customer', 'lookup', index];
                const of = (what: string): string => t('customers.ofNth', { what, n: index + 1 });
                return (
                  <tr key={index}>
                    <td>
                      <TextField editor={editor} path={[...path, 'match']} label={of(t('customers.match'))} quiet placeholder="bigbank.example" />
                    </td>
                    <td>
                      <TextField editor={editor} path={[...path, 'tier']} label={of(t('customers.tier'))} quiet optional />
                    </td>
                    <td>
                      <NumberField editor={editor} path={[...path, 'ltv']} label={of(t('customers.ltv'))} quiet optional min={0} step="any" />
                    </td>
                    <td>
                      <CheckField editor={editor} path={[...path, 'vip']} label={of(t('customers.vip'))} optional />
                    </td>
                    <td>
                      <RowActions
                        t={t}
                        name={one.match}
                        list={known}
                        index={index}
                        fixed
                        locked={editor.lockedBy(['customer', 'lookup'])}
                        onChange={(list: readonly Known[]) => editor.set(['customer', 'lookup'], list)}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <button
        type="button"
        class="button"
        disabled={editor.lockedBy(['customer', 'lookup']) !== undefined}
        onClick={() => editor.set(['customer', 'lookup', known.length], { match: '' })}
      >
        {t('customers.add')}
      </button>
    </>
  );
}
