/** How clocks run, what counts as a contact, and how far mood alone may go. */
import { localize } from '../../lib/text.ts';
import { ChoiceField } from './choice-field.tsx';
import { ListField, NumberField, SelectField, TextField } from './policy-fields.tsx';
import { calendarOptions } from './targets-table.tsx';
import type { PolicyPageProps } from './tier-card.tsx';

const clocks = ['firstResponse', 'nextResponse', 'resolution', 'tierResponse', 'updateOwed'] as const;
const contacts = ['customer-initiated', 'after-answer', 'distinct-days', 'reopened'] as const;

export function ClockSettings({ t, language, editor }: PolicyPageProps) {
  const { priorities, tiers } = editor.draft;
  return (
    <>
      <div class="two">
        <SelectField editor={editor} path={['sla', 'calendar']} label={t('clocks.calendar')} options={calendarOptions(editor.draft, language)} />
        <NumberField editor={editor} path={['sla', 'warnAtPercent']} label={t('clocks.warn')} min={1} max={99} help={t('clocks.warnHelp')} />
        <SelectField
          editor={editor}
          path={['defaultPriority']}
          label={t('clocks.defaultPriority')}
          options={[
            { value: '', label: t('clocks.unknownPriority') },
            ...priorities.map(({ id, name }) => ({ value: id, label: localize(name, language) })),
          ]}
        />
        <SelectField
          editor={editor}
          path={['assumedTier']}
          label={t('clocks.assumedTier')}
          options={[
            { value: '', label: t('clocks.askTier') },
            ...tiers.map(({ tier, name }) => ({ value: String(tier), label: `${t('tier.short', { tier })} ${localize(name, language)}` })),
          ]}
          write={(value) => (value === '' ? undefined : Number(value))}
        />
        <ListField editor={editor} path={['sla', 'pauseStatuses']} label={t('clocks.pauseStatuses')} help={t('clocks.pauseHelp')} />
        <ChoiceField
          editor={editor}
          path={['sla', 'pauses']}
          label={t('clocks.pauses')}
          options={clocks.map((clock) => ({ value: clock, label: t(`clock.${clock}`) }))}
        />
        <SelectField
          editor={editor}
          path={['sla', 'prefer']}
          label={t('clocks.prefer')}
          options={(['policy', 'helpdesk', 'earliest'] as const).map((value) => ({ value, label: t(`clocks.prefer.${value}`) }))}
        />
        <SelectField
          editor={editor}
          path={['sla', 'priorityChange']}
          label={t('clocks.priorityChange')}
          options={(['recount', 'restart'] as const).map((value) => ({ value, label: t(`clocks.priorityChange.${value}`) }))}
        />
        <SelectField
          editor={editor}
          path={['sla', 'reopen']}
          label={t('clocks.reopen')}
          options={(['continue', 'restart'] as const).map((value) => ({ value, label: t(`clocks.reopen.${value}`) }))}
        />
        <TextField editor={editor} path={['sla', 'updateOwed']} label={t('clocks.updateOwed')} help={t('edit.duration')} />
        <SelectField
          editor={editor}
          path={['contacts']}
          label={t('clocks.contacts')}
          options={contacts.map((value) => ({ value, label: t(`clocks.contacts.${value}`) }))}
        />
        <NumberField editor={editor} path={['limits', 'sentimentMaxTier']} label={t('clocks.sentimentMaxTier')} min={1} max={6} />
      </div>
    </>
  );
}
