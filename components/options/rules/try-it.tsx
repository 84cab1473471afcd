/** The draft tried on a ticket: one that is open in a tab, a made-up one, or one of the policy's own tests. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { PanelView } from '../../../lib/guidance/panel-view.ts';
import type { TestResult } from '../../../lib/policy/run-tests.ts';
import { mismatchText } from './checks-table.tsx';
import { VerdictView } from './verdict-view.tsx';

export interface OpenTicket {
  readonly tab: number;
  readonly title: string;
}
export interface SampleTicket {
  /** `sample 3` or `test 0`. */
  readonly key: string;
  readonly title: string;
}
export type Trial =
  | { readonly state: 'idle' | 'running' }
  /** silent: the page did not answer. no-ticket: it shows none. */
  | { readonly state: 'silent' | 'no-ticket' }
  | { readonly state: 'done'; readonly view: PanelView; readonly test?: TestResult };

export interface TryItProps {
  readonly t: PageTranslate;
  /** undefined: not looked for yet. */
  readonly open: readonly OpenTicket[] | undefined;
  readonly samples: readonly SampleTicket[];
  readonly tests: readonly SampleTicket[];
  /** What is tried: `tab 7`, or the key of a sample. */
  readonly chosen: string | undefined;
  readonly trial: Trial;
  /** The draft has problems, so the last one without is tried. */
  readonly older: boolean;
  readonly onLook: () => void;
  readonly onChoose: (key: string) => void;
}

export function TryIt({ t, open, samples, tests, chosen, trial, older, onLook, onChoose }: TryItProps) {
  return (
    <section class="try-it">
      <h2>{t('rules.tryIt')}</h2>
      <p class="soft">{t('rules.tryItHelp')}</p>
      {older && <p class="note">{t('rules.triesOlder')}</p>}
      <div class="row">
        <label class="field">
          <span class="label">{t('rules.tryOn')}</span>
          <select value={chosen ?? ''} onFocus={onLook} onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)}>
            <option value="">{t('rules.chooseTicket')}</option>
            <optgroup label={t('rules.openTickets')}>
              {(open ?? []).map(({ tab, title }) => (
                <option key={tab} value={`tab ${tab}`}>
                  {title}
                </option>
              ))}
              {open?.length === 0 && <option disabled>{t('rules.noOpenTickets')}</option>}
            </optgroup>
            <optgroup label={t('rules.sampleTickets')}>
              {samples.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </optgroup>
            {tests.length > 0 && (
              <optgroup label={t('rules.testTickets')}>
                {tests.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
        <button type="button" class="button" onClick={onLook}>
          {t('rules.lookForTickets')}
        </button>
      </div>
      <div role="status">
        {trial.state === 'running' && <p>{t('rules.trying')}</p>}
        {trial.state === 'silent' && <p class="trouble">{t('rules.tabSilent')}</p>}
        {trial.state === 'no-ticket' && <p class="trouble">{t('rules.tabNoTicket')}</p>}
        {trial.state === 'done' && trial.test && (
          <p class={trial.test.passed ? 'good' : 'bad'}>
            {trial.test.passed ? t('rules.testPasses') : trial.test.mismatches.map((mismatch) => mismatchText(mismatch, t)).join(' ')}
          </p>
        )}
      </div>
      {trial.state === 'done' && <VerdictView t={t} view={trial.view} />}
    </section>
  );
}
