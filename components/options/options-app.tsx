/** The frame of the options app: navigation beside one page; the draft's bar stands above pages that edit the policy. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { DraftBar, DraftNotices } from './draft-bar.tsx';
import { OPTIONS_PAGES, type OptionsPage, type OptionsPageId } from './options-pages.ts';
import type { PolicyEditor } from './policy-editor.ts';

export interface OptionsAppProps {
  readonly t: PageTranslate;
  readonly page: OptionsPageId;
  /** Pages that are there; absent = all. */
  readonly pages?: readonly string[];
  /** Given to pages that edit the draft. */
  readonly editor?: PolicyEditor;
  readonly children: ComponentChildren;
}

const groups = [
  { id: undefined, title: undefined },
  { id: 'policy', title: 'options.group.policy' },
  { id: 'team', title: 'options.group.team' },
  { id: 'browser', title: 'options.group.browser' },
] as const;
const all: readonly OptionsPage[] = OPTIONS_PAGES;

export function OptionsApp({ t, page, pages, editor, children }: OptionsAppProps) {
  // the page whose links are unfolded: another page begins folded; on a wide window they always show
  const [unfoldedOn, setUnfoldedOn] = useState<OptionsPageId>();
  const unfolded = unfoldedOn === page;
  const title = OPTIONS_PAGES.find(({ id }) => id === page)?.title;
  return (
    <div class="app">
      <nav aria-label={t('options.nav.label')} data-unfolded={unfolded}>
        <b>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M2 17h4v-4h4V9h4V5h4" />
          </svg>
          {t('app.name')}
        </b>
        <button type="button" class="button fold" aria-expanded={unfolded} onClick={() => setUnfoldedOn(unfolded ? undefined : page)}>
          {t('options.nav.menu')}
        </button>
        {groups.map((group) => (
          <div key={group.id ?? ''} class="pages" role={group.title && 'group'} aria-label={group.title && t(group.title)}>
            {group.title && <small>{t(group.title)}</small>}
            {all
              .filter((one) => one.group === group.id && (pages?.includes(one.id) ?? true))
              .map((one) => (
                <a key={one.id} href={`#${one.id}`} aria-current={one.id === page ? 'page' : undefined}>
                  {t(one.title)}
                </a>
              ))}
          </div>
        ))}
      </nav>
      <main>
        <div class="page-head">
          <h1>{title && t(title)}</h1>
          {editor && <DraftBar key={page} t={t} editor={editor} />}
        </div>
        {editor && <DraftNotices t={t} editor={editor} />}
        {children}
      </main>
    </div>
  );
}
