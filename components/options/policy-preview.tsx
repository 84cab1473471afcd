/** What a policy would change, in words, before it takes effect. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface PreviewModel {
  readonly name: string;
  readonly version: number;
  /** Fingerprint of the key whose signature was found good; absent = not signed. */
  readonly signedBy?: string;
  /** Sentences; empty = nothing would change. */
  readonly changes: readonly string[];
  /** Why it cannot be used here, although it is a good policy by itself. */
  readonly problems: readonly string[];
}

export interface PolicyPreviewProps {
  readonly t: PageTranslate;
  readonly preview: PreviewModel;
  /** It was asked for by a click: what is read and tabbed goes on from its start. */
  readonly asked?: true;
  /** The control that looked for it: whoever still waits there has asked for it too. */
  readonly askedBy?: RefObject<HTMLElement | null>;
}

export function PolicyPreview({ t, preview, asked, askedBy }: PolicyPreviewProps) {
  const { name, version, signedBy, changes, problems } = preview;
  const start = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asked || askedBy?.current?.matches(':focus')) start.current?.focus();
  }, []);
  return (
    <>
      <p ref={start} tabIndex={-1}>
        <b>{t('sharing.preview.title', { name, version })}</b>{' '}
        {signedBy === undefined ? t('sharing.preview.unsigned') : t('sharing.preview.signedBy', { fingerprint: signedBy })}
      </p>
      {problems.length > 0 ? <Sentences sentences={problems} /> : <Changes t={t} changes={changes} />}
    </>
  );
}

/** The first ones at once, the others on a click. */
export function Changes({ t, changes }: { readonly t: PageTranslate; readonly changes: readonly string[] }) {
  if (changes.length === 0) return <p>{t('sharing.preview.same')}</p>;
  const first = changes.slice(0, shownAtOnce);
  const more = changes.slice(shownAtOnce);
  return (
    <>
      <p>{t('sharing.preview.changes', { count: changes.length })}</p>
      <Sentences sentences={first} />
      {more.length > 0 && (
        <details>
          <summary>{t('sharing.preview.more', { count: more.length })}</summary>
          <Sentences sentences={more} />
        </details>
      )}
    </>
  );
}
const shownAtOnce = 8;

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
