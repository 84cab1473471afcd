/** Undo, redo, save, discard and use of the draft, what state it is in, and its problems with links to their fields. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { pageOfPath } from './options-pages.ts';
import type { DraftReview, PolicyEditor } from './policy-editor.ts';

export interface DraftProps {
  readonly t: PageTranslate;
  readonly editor: PolicyEditor;
}

export function DraftBar({ t, editor }: DraftProps) {
  const [review, setReview] = useState<Extract<DraftReview, { ok: true }>>();
  const [failed, setFailed] = useState(false);
  const wrong = editor.problems.length > 0;
  const look = async (): Promise<void> => {
    setFailed(false);
    const found = await editor.review();
    if (found.ok) setReview(found);
  };
  return (
    <div class="draft-bar" role="group" aria-label={t('draft.label')}>
      <button
        type="button"
        class="button icon"
        disabled={!editor.canUndo}
        onClick={editor.undo}
        aria-label={t('draft.undo')}
        title={t('draft.undoKey')}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M8 4 4 8l4 4M4 8h7a5 5 0 0 1 0 9H8" />
        </svg>
      </button>
      <button
        type="button"
        class="button icon"
        disabled={!editor.canRedo}
        onClick={editor.redo}
        aria-label={t('draft.redo')}
        title={t('draft.redoKey')}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="m12 4 4 4-4 4M16 8H9a5 5 0 0 0 0 9h3" />
        </svg>
      </button>
      <button type="button" class="button" disabled={!editor.changed} onClick={editor.discard}>
        {t('draft.discard')}
      </button>
      <button type="button" class="button" disabled={!editor.unsaved} onClick={editor.saveDraft}>
        {t('draft.save')}
      </button>
      <button
        type="button"
        class="button primary"
        disabled={!editor.changed || wrong}
        aria-describedby={wrong ? 'draft-problems' : undefined}
        onClick={() => void look()}
      >
        {t('draft.use')}
      </button>
      {failed && (
        <p class="trouble" role="alert">
          {t('draft.notUsed')}
        </p>
      )}
      {review && (
        <ReviewDialog
          t={t}
          review={review}
          onUse={() => {
            setReview(undefined);
            void editor.use().then((used) => setFailed(!used));
          }}
          onClose={() => setReview(undefined)}
        />
      )}
    </div>
  );
}

export interface ReviewDialogProps {
  readonly t: PageTranslate;
  readonly review: Extract<DraftReview, { ok: true }>;
  readonly onUse: () => void;
  readonly onClose: () => void;
}

/** The differences in words, before anything takes effect. */
export function ReviewDialog({ t, review, onUse, onClose }: ReviewDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="review" aria-labelledby="review-title" onClose={onClose}>
      <h2 id="review-title">{t('draft.review')}</h2>
      <p>{t('draft.reviewVersion', { version: review.version })}</p>
      {review.changes.length ? (
        <ul>
          {review.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : (
        <p>{t('draft.reviewSame')}</p>
      )}
      {review.locked.length > 0 && <p class="note">{t('draft.reviewLocked', { paths: review.locked.join('; ') })}</p>}
      <div class="actions">
        <button type="button" class="button primary" onClick={onUse}>
          {t('draft.useNow')}
        </button>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {t('draft.cancel')}
        </button>
      </div>
    </dialog>
  );
}

/** So many are listed; the rest is a number. */
const mostListed = 8;

/** What is to know about the draft, above the page: its state, its problems, and what could be lost. */
export function DraftNotices({ t, editor }: DraftProps) {
  const { problems } = editor;
  const state = !editor.changed ? 'draft.state.same' : editor.unsaved ? 'draft.state.unsaved' : 'draft.state.saved';
  return (
    <div class="draft-notices">
      <p class="draft-state" role="status">
        {t(state, { version: editor.inUse.version })}
        {problems.length ? ` ${t('draft.state.problems', { count: problems.length })}` : ''}
      </p>
      {editor.storageProblem !== undefined && (
        <p class="trouble" role="alert">
          {t('draft.notKept', { problem: editor.storageProblem })}
        </p>
      )}
      {editor.behind && <p class="note">{t('draft.behind')}</p>}
      {editor.text !== undefined && (
        <p class="note">
          {t('draft.textAside')} <a href="#policy">{t('options.nav.policy')}</a>{' '}
          <button type="button" class="link" onClick={() => editor.setText(undefined)}>
            {t('draft.dropText')}
          </button>
        </p>
      )}
      {problems.length > 0 && (
        <div class="trouble" id="draft-problems">
          <b>{t('draft.problems', { count: problems.length })}</b>
          <ul>
            {problems.slice(0, mostListed).map(({ path, message, readable }) => (
              <li key={message}>
                <a
                  href={`#${pageOfPath(path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    editor.seek(path);
                  }}
                >
                  {readable}
                </a>{' '}
                {!readable.startsWith(path) && <code class="path">{path}</code>}
              </li>
            ))}
            {problems.length > mostListed && <li>{t('draft.moreProblems', { count: problems.length - mostListed })}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}
