/** Tiers and targets: where tickets go, how soon they are answered, how clocks run, and who the customer is. */
import { renameVariable } from '../../lib/policy/rename.ts';
import { ClockSettings } from './clock-settings.tsx';
import { CustomerSettings } from './customer-settings.tsx';
import { TextField } from './policy-fields.tsx';
import { RecordRows } from './record-rows.tsx';
import { TargetsTable } from './targets-table.tsx';
import { type PolicyPageProps, TierCard } from './tier-card.tsx';

export function TiersPage({ t, language, editor }: PolicyPageProps) {
  const { tiers } = editor.draft;
  return (
    <div class="editor">
      <section class="plain">
        <h2>{t('policy.tiers')}</h2>
        {tiers.map((_, index) => (
          <TierCard key={index} t={t} language={language} editor={editor} index={index} />
        ))}
        <button
          type="button"
          class="button"
          disabled={tiers.length >= 6 || editor.lockedBy(['tiers']) !== undefined}
          onClick={() => {
            const free = [1, 2, 3, 4, 5, 6].filter((n) => !tiers.some(({ tier }) => tier === n));
            const highest = Math.max(0, ...tiers.map(({ tier }) => tier));
            const tier = free.find((n) => n > highest) ?? free[0] ?? 6;
            const all = [...tiers, { tier, name: t('tiers.newName', { tier }), respondsWithin: '4h' }];
            editor.set(
              ['tiers'],
              all.toSorted((a, b) => a.tier - b.tier),
            );
          }}
        >
          {t('tiers.add')}
        </button>
      </section>
      <section class="plain">
        <h2>{t('policy.targets')}</h2>
        <TargetsTable t={t} language={language} editor={editor} />
      </section>
      <section class="plain">
        <h2>{t('clocks.title')}</h2>
        <ClockSettings t={t} language={language} editor={editor} />
      </section>
      <section class="plain">
        <h2>{t('customers.title')}</h2>
        <CustomerSettings t={t} editor={editor} />
      </section>
      <section class="plain">
        <h2>{t('values.title')}</h2>
        <p>{t('values.lead')}</p>
        <RecordRows
          t={t}
          editor={editor}
          path={['variables']}
          caption={t('values.title')}
          nameHead={t('values.name')}
          valueHead={t('values.value')}
          value="text"
          add={t('values.add')}
          first=""
          onRename={(from, to) => editor.change((policy) => renameVariable(policy, from, to))}
        />
        <h3>{t('values.currencies')}</h3>
        <TextField editor={editor} path={['currency']} label={t('values.currency')} help={t('values.currencyHelp')} size={4} />
        <RecordRows
          t={t}
          editor={editor}
          path={['rates']}
          caption={t('values.rates')}
          nameHead={t('values.code')}
          valueHead={t('values.rate', { currency: editor.draft.currency ?? 'USD' })}
          value="number"
          add={t('values.addRate')}
          first={1}
        />
      </section>
    </div>
  );
}
