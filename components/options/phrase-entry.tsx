/** One entry of a phrase list: the phrase, how it matches, and the sentences that prove it. */
import { useMemo, useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { phraseExamples } from '../../lib/facts/phrase-examples.ts';
import { valueAt } from '../../lib/policy/edit-at.ts';
import { type PolicyPath, pathText } from '../../lib/policy/policy-problem.ts';
import type { PhraseList } from '../../lib/policy/schema.ts';
import type { PolicyEditor } from './policy-editor.ts';
import { CheckField, ListField, TextField } from './policy-fields.tsx';

export interface PhraseEntryProps {
  readonly t: PageTranslate;
  readonly editor: PolicyEditor;
  readonly list: PhraseList;
  readonly language: string;
  readonly path: PolicyPath;
  readonly onRemove: () => void;
}

type Entry = PhraseList['entries'][string][number];

/** A plain text becomes an entry with options as soon as one is wanted. */
export function PhraseEntry({ t, editor, list, language, path, onRemove }: PhraseEntryProps) {
  const entry = valueAt(editor.draft, path) as Entry;
  const phrase = typeof entry === 'string' ? entry : (entry?.phrase ?? '');
  const [open, setOpen] = useState(phrase === '');
  const examples = useMemo(() => (entry === undefined ? [] : phraseExamples(list, language, entry)), [list, language, entry]);
  const failing = examples.filter(({ passes }) => !passes);
  return (
    <details class="card" data-path={pathText(path)} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b class="phrase">{phrase || t('phrases.empty')}</b>{' '}
        {examples.length > 0 && (
          <span class={failing.length ? 'wrong' : 'soft'}>
            {t('phrases.pass', { passed: examples.length - failing.length, count: examples.length })}
          </span>
        )}
      </summary>
      {open && (
        <div class="card-body">
          {typeof entry === 'string' ? (
            <>
              <TextField editor={editor} path={path} label={t('phrases.phrase')} help={t('phrases.phraseHelp')} rows={2} />
              <button type="button" class="button small" onClick={() => editor.set(path, { phrase: entry })}>
                {t('phrases.options')}
              </button>
            </>
          ) : (
            <>
              <TextField editor={editor} path={[...path, 'phrase']} label={t('phrases.phrase')} help={t('phrases.phraseHelp')} rows={3} />
              <CheckField editor={editor} path={[...path, 'inflect']} label={t('phrases.inflect')} optional />
              <CheckField editor={editor} path={[...path, 'foldDiacritics']} label={t('phrases.foldDiacritics')} optional />
              <CheckField editor={editor} path={[...path, 'evenNegated']} label={t('phrases.evenNegated')} optional />
              <ListField editor={editor} path={[...path, 'notIn']} label={t('phrases.notIn')} help={t('edit.onePerLine')} />
              <div class="two">
                <ListField editor={editor} path={[...path, 'yes']} label={t('phrases.yes')} help={t('edit.onePerLine')} />
                <ListField editor={editor} path={[...path, 'no']} label={t('phrases.no')} help={t('edit.onePerLine')} />
              </div>
              <div role="status">
                {failing.length > 0 && (
                  <ul class="failing">
                    {failing.map(({ sentence, wanted }) => (
                      <li key={sentence}>{t(wanted ? 'phrases.notFound' : 'phrases.wronglyFound', { sentence })}</li>
                    ))}
                  </ul>
                )}
              </div>
            </>
          )}
          <div>
            <button type="button" class="button small" onClick={onRemove}>
              {t('phrases.removeEntry')}
            </button>
          </div>
        </div>
      )}
    </details>
  );
}
