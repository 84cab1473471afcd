/** Phrase lists: entries per language with their options, their examples judged by the product's own matcher, and a text to try them on. */
import { useMemo, useState } from 'preact/hooks';
import { textFacts, threatLists } from '../../lib/facts/conversation.ts';
import { renamePhraseList } from '../../lib/policy/rename.ts';
import { setAt } from '../../lib/policy/edit-at.ts';
import { localize } from '../../lib/text.ts';
import type { PhraseList } from '../../lib/policy/schema.ts';
import { LocalizedField } from './localized-field.tsx';
import { languageName } from './localized-field.tsx';
import { LockedPart } from './lock-note.tsx';
import { RenameField } from './rename-field.tsx';
import { PhraseEntry } from './phrase-entry.tsx';
import { newName } from './targets-table.tsx';
import type { PolicyPageProps } from './tier-card.tsx';

export function PhrasesPage({ t, language, editor }: PolicyPageProps) {
  const lists = editor.draft.phrases ?? {};
  const ids = Object.keys(lists);
  const [wanted, setWanted] = useState('');
  const [spoken, setSpoken] = useState('');
  const [fresh, setFresh] = useState('');
  const sought = /^phrases\.([^.[\]]+)/.exec(editor.sought ?? '')?.[1];
  const id = [wanted, sought, ids[0]].find((one) => one !== undefined && ids.includes(one)) ?? '';
  const list = lists[id];
  const team = editor.draft.organization?.languages ?? ['en'];
  const languages = [...new Set([...team, ...Object.keys(list?.entries ?? {})])];
  const inLanguage = [spoken, language.split('-')[0] ?? '', languages[0] ?? 'en'].find((one) => languages.includes(one)) ?? 'en';
  const entries = list?.entries[inLanguage] ?? [];
  const path = ['phrases', id, 'entries', inLanguage];
  const name = fresh
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '_');
  return (
    <div class="editor">
      <TryPhrases t={t} language={language} editor={editor} />
      <div class="add-row">
        <label>
          {t('phrases.which')}{' '}
          <select value={id} onChange={(event) => setWanted(event.currentTarget.value)}>
            {ids.map((one) => (
              <option key={one} value={one}>
                {lists[one]?.name === undefined ? one : `${localize(lists[one].name, language)} (${one})`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('phrases.language')}{' '}
          <select value={inLanguage} onChange={(event) => setSpoken(event.currentTarget.value)}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageName(one, language)} ({list?.entries[one]?.length ?? 0})
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button"
          disabled={!list}
          onClick={() => {
            editor.change((policy) => setAt(policy, ['phrases', id], undefined));
            setWanted('');
          }}
        >
          {t('phrases.remove')}
        </button>
      </div>
      <form
        class="add-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (!/^[a-z]/.test(name)) return;
          const made = newName(name, ids);
          editor.set(['phrases', made], { entries: {} });
          setWanted(made);
          setFresh('');
        }}
      >
        <input
          type="text"
          data-own-undo
          aria-label={t('phrases.newList')}
          placeholder={t('phrases.newListExample')}
          value={fresh}
          onInput={(event) => setFresh(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!/^[a-z]/.test(name)}>
          {t('phrases.newList')}
        </button>
      </form>
      {list && (
        <section class="plain" data-path={`phrases.${id}`} key={`${ids.indexOf(id)} ${inLanguage}`}>
          <h2>
            {list.name === undefined ? id : localize(list.name, language)}: {languageName(inLanguage, language)}
          </h2>
          <p>{t('phrases.useIt', { sentence: `contains_phrase(${id})` })}</p>
          {!threatLists.has(id) && (
            <div class="field">
              <span class="label">{t('phrases.nameInRules')}</span>
              <RenameField
                t={t}
                name={id}
                taken={ids}
                locked={editor.lockedBy(['phrases', id]) !== undefined}
                onRename={(to) => {
                  editor.change((policy) => renamePhraseList(policy, id, to));
                  setWanted(to);
                }}
              />
            </div>
          )}
          <LockedPart editor={editor} path={['phrases', id]}>
            <LocalizedField t={t} language={language} editor={editor} path={['phrases', id, 'name']} label={t('tiers.name')} optional />
            {entries.map((_, index) => (
              <PhraseEntry
                key={index}
                t={t}
                editor={editor}
                list={list}
                language={inLanguage}
                path={[...path, index]}
                onRemove={() =>
                  editor.set(
                    path,
                    entries.filter((__, other) => other !== index),
                  )
                }
              />
            ))}
            <button type="button" class="button" onClick={() => editor.set([...path, entries.length], '')}>
              {t('phrases.add')}
            </button>
          </LockedPart>
        </section>
      )}
    </div>
  );
}

function TryPhrases({ t, language, editor }: PolicyPageProps) {
  const [text, setText] = useState('');
  const lists: Readonly<Record<string, PhraseList>> = editor.checked?.policy.phrases ?? {};
  const hits = useMemo(() => (text.trim() === '' ? [] : textFacts(text, lists).phrases), [text, lists]);
  const pieces = useMemo(() => marked(text, hits), [text, hits]);
  const names = [...new Set(hits.map(({ list }) => list))];
  return (
    <section class="plain">
      <h2>{t('phrases.try')}</h2>
      <textarea
        data-own-undo
        class="try"
        rows={3}
        aria-label={t('phrases.tryLabel')}
        placeholder={t('phrases.tryPlaceholder')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        {text.trim() !== '' && (
          <>
            <p class="tried">{pieces.map(({ text: piece, found }, index) => (found ? <mark key={index}>{piece}</mark> : piece))}</p>
            <p>
              {names.length
                ? t('phrases.found', {
                    lists: names.map((one) => (lists[one]?.name === undefined ? one : localize(lists[one].name, language))).join(', '),
                  })
                : t('phrases.foundNone')}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function marked(text: string, hits: readonly { readonly start: number; readonly end: number }[]): { text: string; found: boolean }[] {
  const pieces: { text: string; found: boolean }[] = [];
  let at = 0;
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), found: false });
    pieces.push({ text: text.slice(Math.max(at, start), end), found: true });
    at = end;
  }
  return [...pieces, { text: text.slice(at), found: false }];
}
