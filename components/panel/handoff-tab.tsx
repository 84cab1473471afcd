/** The handoff document: every section with its source, editable; what the next tier requires; copy, insert, save, print. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../lib/text.ts';
import { counted } from '../../lib/text/format.ts';
import { formKeys } from './form-keys.ts';
import { Section } from './section.tsx';
import type { HandoffModel, HandoffSection, PanelActions } from './models.ts';
import { trusted } from './trusted.ts';

export interface HandoffTabProps {
  readonly model: HandoffModel | undefined;
  readonly language: string;
  readonly t: Translate;
  readonly on: PanelActions;
}

export function HandoffTab({ model, language, t, on }: HandoffTabProps) {
  const [editing, setEditing] = useState<string | undefined>(undefined);
  if (!model) return <section class="empty">{t('handoff.none')}</section>;
  const required = model.sections.filter((section) => section.required);
  const open = required.filter((section) => !section.filled).length;
  return (
    <>
      <section>
        <pre tabIndex={0} role="region" aria-label={t('handoff.preview')}>
          {model.markdown}
        </pre>
        {required.length > 0 && (
          <p class="meter" data-open={open > 0}>
            {open > 0 ? counted('handoff.need', open, { t, language }) : t('handoff.complete')}
          </p>
        )}
        <div class="row">
          <button type="button" class="button primary" onClick={trusted(() => on.onCopyHandoff('all'))}>
            {t('handoff.copy')}
          </button>
          <button type="button" class="button" onClick={trusted(() => on.onInsertHandoff())}>
            {t('handoff.insert')}
          </button>
        </div>
        <details class="more">
          <summary>{t('handoff.more')}</summary>
          <div class="row">
            <button type="button" class="button" onClick={trusted(() => on.onCopyHandoff('markdown'))}>
              {t('handoff.copyMarkdown')}
            </button>
            <button type="button" class="button" onClick={trusted(() => on.onCopyHandoff('text'))}>
              {t('handoff.copyText')}
            </button>
            <button type="button" class="button" onClick={trusted(() => on.onSaveHandoff())}>
              {t('handoff.save')}
            </button>
            <button type="button" class="button" onClick={trusted(() => on.onPrintHandoff())}>
              {t('handoff.print')}
            </button>
          </div>
        </details>
      </section>
      {[
        { title: model.tier === undefined ? '' : t('handoff.required', { n: model.tier }), sections: required },
        { title: t(required.length > 0 ? 'handoff.alsoIn' : 'handoff.parts'), sections: model.sections.filter((section) => !section.required) },
      ].map(
        ({ title, sections }) =>
          sections.length > 0 && (
            <Section key={title} title={title}>
              <ul class="parts">
                {sections.map((section) => (
                  <SectionRow
                    key={section.id}
                    section={section}
                    editing={editing === section.id}
                    t={t}
                    onToggle={() => setEditing(editing === section.id ? undefined : section.id)}
                    onEdit={(text) => on.onEditHandoff(section.id, text)}
                    onShow={on.onShow}
                  />
                ))}
              </ul>
            </Section>
          ),
      )}
    </>
  );
}

interface SectionRowProps {
  readonly section: HandoffSection;
  readonly editing: boolean;
  readonly t: Translate;
  readonly onToggle: () => void;
  readonly onEdit: (text: string | undefined) => void;
  readonly onShow: PanelActions['onShow'];
}

function SectionRow({ section, editing, t, onToggle, onEdit, onShow }: SectionRowProps) {
  // The document leaves out white space at the ends, which whoever is still typing needs: the editor keeps what was typed.
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  // whoever opens an editor wants to write in it
  useLayoutEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  const toggle = useRef<HTMLButtonElement>(null);
  const edit = (text: string | undefined): void => {
    setTyped(text);
    onEdit(text);
  };
  const turn = (): void => {
    setTyped(undefined);
    onToggle();
  };
  // what was typed is kept as it is typed
  const close = (): void => {
    toggle.current?.focus();
    turn();
  };
  const place = section.evidence?.find((evidence) => evidence.kind === 'message');
  const state = t(section.filled ? 'handoff.done' : 'handoff.missing', { label: section.title });
  return (
    <li data-filled={section.filled}>
      <span class="box" role="img" aria-label={state} />
      <div onKeyDown={editing ? formKeys(close, close) : undefined}>
        <span aria-hidden="true">{section.title}</span>
        {section.missing && <small>{section.missing}</small>}
        {section.filled && !editing && (
          <small class="source">{section.edited ? t('handoff.edited') : section.source && t('handoff.source', { source: section.source })}</small>
        )}
        {editing && (
          <>
            {section.long ? (
              <textarea
                ref={field}
                aria-label={section.title}
                rows={5}
                value={typed ?? section.text}
                onInput={(event) => edit(event.currentTarget.value)}
              />
            ) : (
              <input
                ref={field}
                type="text"
                aria-label={section.title}
                value={typed ?? section.text}
                onInput={(event) => edit(event.currentTarget.value)}
              />
            )}
            <div class="row">
              {section.edited && (
                <button type="button" class="link" onClick={trusted(() => edit(undefined))}>
                  {t('handoff.reset')}
                </button>
              )}
              {place && (
                <button type="button" class="link" onClick={() => onShow(place)}>
                  {t('panel.show')}
                </button>
              )}
            </div>
          </>
        )}
      </div>
      <button
        ref={toggle}
        type="button"
        class="link"
        aria-expanded={editing}
        aria-label={`${t(section.filled ? 'handoff.edit' : 'handoff.fill')}: ${section.title}`}
        onClick={turn}
      >
        {t(section.filled ? 'handoff.edit' : 'handoff.fill')}
      </button>
    </li>
  );
}
