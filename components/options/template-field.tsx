/** One template in one language, beside what comes of it on a sample ticket. */
import { useMemo } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { type DocumentId, isDocument, lookAtTemplate, placesOf, previewTemplate } from '../../lib/documents/preview-template.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { textIn, withText } from '../../lib/policy/localized-edit.ts';
import type { Localized } from '../../lib/policy/schema.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import { languageName } from './localized-field.tsx';
import type { PolicyEditor } from './policy-editor.ts';
import { LockNote } from './lock-note.tsx';
import { idOf } from './policy-fields.tsx';
import { TemplateText } from './template-text.tsx';

export interface TemplateFieldProps {
  readonly t: PageTranslate;
  /** Of the interface. */
  readonly language: string;
  readonly editor: PolicyEditor;
  readonly id: string;
  readonly inLanguage: string;
  readonly sample: TicketSnapshot;
  readonly now: number;
}

export function TemplateField({ t, language, editor, id, inLanguage, sample, now }: TemplateFieldProps) {
  const own = editor.draft.language ?? 'en';
  const value = editor.draft.templates?.[id];
  const text = textIn(value, inLanguage, own);
  const at = `templates.${id}`;
  const label = t('fields.inLanguage', { label: templateName(id, t), language: languageName(inLanguage, language) });
  const marks = useMemo(() => (isDocument(id) ? lookAtTemplate(id, text) : []), [id, text]);
  const preview = useMemo(
    () =>
      isDocument(id) && text !== '' && marks.every(({ severity }) => severity !== 'error') && editor.checked
        ? shown(id, inLanguage, editor.checked, value, sample, now)
        : '',
    [id, inLanguage, text, editor.checked, sample],
  );
  return (
    <div class="two template" data-path={at}>
      <div class="field">
        <span class="label">{label}</span>
        <TemplateText
          t={t}
          label={label}
          language={inLanguage}
          text={text}
          marks={marks}
          locked={editor.lockedBy(['templates', id]) !== undefined}
          onText={(typed) =>
            editor.change((policy) => {
              const next = withText(policy.templates?.[id], inLanguage, typed, own);
              const { [id]: _, ...others } = policy.templates ?? {};
              return { ...policy, templates: next === undefined ? others : { ...policy.templates, [id]: next } };
            }, `${at}.${inLanguage}`)
          }
        />
        <LockNote id={idOf(at)} editor={editor} path={['templates', id]} />
        {isDocument(id) && (
          <details>
            <summary>{t('templates.places')}</summary>
            <p class="places">
              {placesOf(id, inLanguage).map((place) => (
                <code key={place}>{place}</code>
              ))}
            </p>
          </details>
        )}
      </div>
      <div class="field">
        <span class="label" id={`template-${id}-preview`}>
          {t('templates.preview')}
        </span>
        {isDocument(id) ? (
          <pre class="preview" lang={inLanguage} tabIndex={0} role="region" aria-labelledby={`template-${id}-preview`}>
            {preview || t(text === '' ? 'templates.builtIn' : 'templates.noPreview')}
          </pre>
        ) : (
          <p>{t('templates.unused')}</p>
        )}
      </div>
    </div>
  );
}

/** The draft's own text on top of the last policy that works. */
function shown(id: DocumentId, language: string, loaded: LoadedPolicy, value: Localized | undefined, sample: TicketSnapshot, now: number): string {
  const templates = { ...loaded.policy.templates, ...(value !== undefined && { [id]: value }) };
  return previewTemplate(id, language, { ...loaded, policy: { ...loaded.policy, templates } }, sample, now);
}

export function templateName(id: string, t: PageTranslate): string {
  return isDocument(id) ? t(`templates.name.${id}`) : id;
}
