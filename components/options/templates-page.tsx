/** Texts of the handoff and of messages with a live preview; guidance steps; roles to notify; what only the agent can mark. */
import { useMemo, useState } from 'preact/hooks';
import { templateIds } from '../../lib/policy/default-templates.ts';
import { practiceSnapshot } from '../../lib/practice/practice-ticket.ts';
import { practiceWords } from '../../lib/practice/practice-words.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import { languageName } from './localized-field.tsx';
import { Criteria, Roles, Steps } from './member-cards.tsx';
import { TemplateField, templateName } from './template-field.tsx';
import type { PolicyPageProps } from './tier-card.tsx';

export interface TemplatesPageProps extends PolicyPageProps {
  /** ms since 1970 */
  readonly now: number;
}

export function TemplatesPage({ t, language, editor, now }: TemplatesPageProps) {
  const own = Object.keys(editor.draft.templates ?? {});
  const ids = [...new Set<string>([...templateIds, ...own])];
  const [wanted, setWanted] = useState<string>();
  const sought = /^templates\.([^.[\]]+)/.exec(editor.sought ?? '')?.[1];
  const id = [wanted, sought].find((one) => one !== undefined && ids.includes(one)) ?? ids[0] ?? 'handoff';
  const held = editor.draft.templates?.[id];
  const languages = [
    ...new Set([
      ...(editor.draft.organization?.languages ?? ['en']),
      ...(typeof held === 'object' ? Object.keys(held) : [editor.draft.language ?? 'en']),
    ]),
  ];
  const [spoken, setSpoken] = useState('');
  const inLanguage = [spoken, language.split('-')[0] ?? '', languages[0] ?? 'en'].find((one) => languages.includes(one)) ?? 'en';
  const policy = editor.checked?.policy;
  const sample = useMemo(() => sampleTicket(policy, inLanguage, now), [policy?.priorities, inLanguage, now]);
  return (
    <div class="editor">
      <section class="plain">
        <h2>{t('templates.title')}</h2>
        <div class="add-row">
          <label>
            {t('templates.which')}{' '}
            <select value={id} onChange={(event) => setWanted(event.currentTarget.value)}>
              {ids.map((one) => (
                <option key={one} value={one}>
                  {templateName(one, t)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('phrases.language')}{' '}
            <select value={inLanguage} onChange={(event) => setSpoken(event.currentTarget.value)}>
              {languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(one, language)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <TemplateField
          key={`${id} ${inLanguage}`}
          t={t}
          language={language}
          editor={editor}
          id={id}
          inLanguage={inLanguage}
          sample={sample}
          now={now}
        />
      </section>
      <section class="plain">
        <h2>{t('steps.title')}</h2>
        <p>{t('steps.lead')}</p>
        <Steps t={t} language={language} editor={editor} />
      </section>
      <section class="plain">
        <h2>{t('roles.title')}</h2>
        <p>{t('roles.lead')}</p>
        <Roles t={t} language={language} editor={editor} />
      </section>
      <section class="plain">
        <h2>{t('criteria.title')}</h2>
        <p>{t('criteria.lead')}</p>
        <Criteria t={t} language={language} editor={editor} />
      </section>
    </div>
  );
}

/** An angry third contact, in the language of the template. */
function sampleTicket(policy: Policy | undefined, language: string, now: number): TicketSnapshot {
  const words = practiceWords(pageTranslator(language));
  const priority = policy?.priorities[Math.min(1, policy.priorities.length - 1)]?.id ?? 'high';
  const made = {
    priority,
    status: 'open',
    says: [words.again, words.angry],
    contacts: 3,
    answered: false,
    fields: {},
    tags: [],
    marks: {},
    minutes: 60 * 26,
  };
  return practiceSnapshot(made, { language } as Policy, words, now);
}
