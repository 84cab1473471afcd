/**
 * The panel beside the ticket: a pure function of its props plus what the person has open right now. It knows no storage, no browser
 * API and no page, and never takes the focus by itself. Mount it in a shadow root together with `panel.css`, and once a person comes to it
 * with `panel-later.css` and `keepPanelFocus` on what it is mounted in. A class, as `ReasonRow` is.
 */
import { Component, createRef } from 'preact';
import { translator } from '../../lib/text.ts';
import { Logo } from '../ui/logo.tsx';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { EdgeTab } from './edge-tab.tsx';
import { GuideTab, asksFirst } from './guide-tab.tsx';
import type { PanelProps, PanelTab } from './models.ts';
import { refusingScripts } from './trusted.ts';

export class Panel extends Component<PanelProps> {
  /** Whose focus goes where when what had it is gone. */
  #focusAfter: 'edge' | 'collapse' | 'check' | 'back' | undefined;
  readonly #frame = createRef<HTMLElement>();

  // The control that had the focus is gone after some changes: its counterpart gets it, and only then.
  override componentDidUpdate() {
    const next = this.#focusAfter && this.#frame.current?.querySelector<HTMLElement>(`[data-focus=${this.#focusAfter}]`);
    if (!next) return;
    next.focus();
    this.#focusAfter = undefined;
  }

  override render(props: PanelProps) {
    const { view, language, tab, collapsed, side, width, handoff, on, later } = props;
    const t = translator(language);
    const checking = tab === 'check' && view !== undefined;
    const asking = view !== undefined && asksFirst(view, props.guess);
    // How much a handoff needs tells that there is to be one.
    const openFields = asking ? 0 : (handoff?.sections.filter((section) => section.required && !section.filled).length ?? 0);

    const collapse = (next: boolean): void => {
      this.#focusAfter = next ? 'edge' : 'collapse';
      on.onCollapse(next);
    };
    const check = (next: boolean): void => {
      this.#focusAfter = next ? 'back' : 'check';
      on.onTab(next ? 'check' : 'guide');
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || collapsed || event.isComposing) return;
      event.preventDefault();
      if (checking) check(false);
      else collapse(true);
    };

    const announced = view && !asking ? view.announce : [];
    const move = t(side === 'right' ? 'panel.moveLeft' : 'panel.moveRight');
    const tabs: { id: PanelTab; label: string }[] = [
      { id: 'guide', label: t('panel.guide') },
      { id: 'handoff', label: t('panel.handoff') },
      { id: 'message', label: t('panel.message') },
    ];
    return (
      <aside
        ref={this.#frame}
        class="handrail"
        aria-label={t('panel.label')}
        lang={language}
        dir="ltr"
        data-side={side}
        data-collapsed={collapsed}
        style={{ '--width': `${width}px` }}
        onKeyDown={onKeyDown}
        {...refusingScripts}
      >
        <div class="live" role="status" aria-relevant="additions">
          {announced.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {props.said && <p key="said">{props.said}</p>}
        </div>
        {collapsed ? (
          <EdgeTab edge={asking ? undefined : view?.edge} label={t('panel.open')} onOpen={() => collapse(false)} />
        ) : (
          <div class="frame">
            {later && <later.ResizeHandle label={t('panel.resize')} side={side} width={width} onResize={on.onResize} />}
            <header>
              <Logo />
              <div class="title">
                <h1 title={view?.header.title}>{view?.header.title ?? t('app.name')}</h1>
                {view?.header.id && <span class="id">{view.header.id}</span>}
              </div>
              <button
                type="button"
                class="icon"
                data-focus="collapse"
                aria-label={t('panel.collapse')}
                title={t('panel.collapse')}
                onClick={() => collapse(true)}
              >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d={side === 'right' ? 'm6 4 4 4-4 4' : 'm10 4-4 4 4 4'} />
                </svg>
              </button>
            </header>
            {props.faults?.map((fault) => (
              <div key={fault} class="notice" role="alert">
                {fault}
              </div>
            ))}
            {checking ? (
              later && (
                <later.CheckView rows={props.fields ?? []} t={t} on={on} onBack={() => check(false)} {...(props.api ? { api: props.api } : {})} />
              )
            ) : view ? (
              <>
                <Tabs
                  label={t('panel.tabs')}
                  selected={tab}
                  onSelect={on.onTab}
                  tabs={tabs.map(({ id, label }) => ({
                    id,
                    label:
                      id === 'handoff' && openFields > 0 ? (
                        <>
                          {label}
                          <span class="count" aria-hidden="true">
                            {openFields}
                          </span>
                          <span class="hidden">{t('panel.openFields', { n: openFields })}</span>
                        </>
                      ) : (
                        label
                      ),
                  }))}
                />
                <div class="scroll">
                  <TabPanel id={tab} key={`${view.header.id} ${tab}`}>
                    {tab === 'guide' && <GuideTab {...props} view={view} t={t} onCheck={() => check(true)} />}
                    {tab === 'handoff' && later && <later.HandoffTab model={handoff} language={language} t={t} on={on} />}
                    {tab === 'message' && later && <later.MessageTab model={props.messages} t={t} on={on} />}
                  </TabPanel>
                </div>
              </>
            ) : props.faults?.length ? null : (
              <div class="scroll">
                <section class="reading">
                  <div class="shimmer" />
                  <p>{t('panel.reading')}</p>
                </section>
              </div>
            )}
            {props.said && (
              <div class="said" aria-hidden="true">
                {props.said}
              </div>
            )}
            {view && !checking && (
              <footer>
                <button type="button" class="icon" aria-label={move} title={move} onClick={() => on.onMove(side === 'right' ? 'left' : 'right')}>
                  <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d={side === 'right' ? 'M2.5 3v10M13 8H6m3-3L6 8l3 3' : 'M13.5 3v10M3 8h7M7 5l3 3-3 3'} />
                  </svg>
                </button>
                <span>{tab === 'guide' ? view.footer : t('panel.nothingLeaves')}</span>
                {tab === 'guide' ? (
                  <button type="button" class="link" data-focus="check" onClick={() => check(true)}>
                    {t('panel.check')}
                  </button>
                ) : (
                  <button type="button" class="link" onClick={on.onPrivacy}>
                    {t('panel.privacy')}
                  </button>
                )}
              </footer>
            )}
          </div>
        )}
      </aside>
    );
  }
}
