/**
 * One rule with the words that made it fire, and on demand its sentence and what each condition found. A class, since the first look at a
 * ticket loads no hooks.
 */
import { Component } from 'preact';
import type { Evidence } from '../../lib/guidance/assessment.ts';
import type { ReasonView } from '../../lib/guidance/panel-view.ts';
import type { Translate } from '../../lib/text.ts';

export interface ReasonRowProps {
  readonly reason: ReasonView;
  /** Says why the policy has this rule. */
  readonly hint: boolean;
  readonly t: Translate;
  readonly onShow: (evidence: Evidence) => void;
}

/** More quotations than this hide the verdict's point. */
const quotesShown = 3;

export class ReasonRow extends Component<ReasonRowProps, { readonly open: boolean }> {
  override state = { open: false };

  override render() {
    const { reason, hint, t, onShow } = this.props;
    const { open } = this.state;
    const turn = () => this.setState({ open: !open });
    const quotes = [...new Set(reason.evidence.flatMap((evidence) => evidence.quote ?? []))].slice(0, quotesShown);
    const hasRule = reason.ruleText !== undefined || reason.conditions.length > 0;
    const place = reason.evidence.find((evidence) => evidence.onPage)?.evidence;
    return (
      <li>
        <span class="dot" data-tone={reason.tone} />
        <span>
          {reason.title}
          {quotes.length > 0 && ': '}
          {quotes.map((quote, index) => (
            <>
              {index > 0 && ' '}
              <q key={quote}>{quote}</q>
            </>
          ))}
          {reason.detail && hasRule && (
            <button type="button" class="detail" aria-expanded={open} aria-label={`${reason.detail}. ${t('panel.rule')}`} onClick={turn}>
              {reason.detail}
            </button>
          )}
          {reason.detail && !hasRule && <small>{reason.detail}</small>}
          {hint && reason.why && <small>{reason.why}</small>}
          {open && (
            <div class="rule">
              {!hint && reason.why && <p>{reason.why}</p>}
              {reason.ruleText && <code>{reason.ruleText}</code>}
              <ul>
                {reason.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </div>
          )}
        </span>
        {place ? (
          <button type="button" class="link" aria-label={`${t('panel.show')}: ${reason.title}`} onClick={() => onShow(place)}>
            {t('panel.show')}
          </button>
        ) : (
          hasRule && (
            <button type="button" class="link" aria-expanded={open} aria-label={`${t('panel.rule')}: ${reason.title}`} onClick={turn}>
              {t('panel.rule')}
            </button>
          )
        )}
      </li>
    );
  }
}
