/** Verdict first, then the clocks, why, what to do, and what only the agent can know. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PanelView, StepView } from '../../lib/guidance/panel-view.ts';
import type { Translate } from '../../lib/text.ts';
import { Chips } from '../ui/chips.tsx';
import { ClockRow } from './clock-row.tsx';
import { EscalateFlow } from './escalate-flow.tsx';
import type { PanelActions, PanelProps } from './models.ts';
import { ReasonRow } from './reason-row.tsx';
import { trusted } from './trusted.ts';

export interface GuideTabProps extends PanelProps {
  readonly view: PanelView;
  readonly t: Translate;
  readonly onCheck: () => void;
}

export function GuideTab({ view, t, guess, policyProblems, fields, on, onCheck }: GuideTabProps) {
  const notRead = fields?.filter((row) => row.value === undefined) ?? [];
  const asking = view.prompting === 'ask' && guess === undefined && view.verdict.verdict !== 'resolved';
  return (
    <>
      <Notices view={view} policyProblems={policyProblems ?? []} t={t} />
      {notRead.length > 0 && (
        <div class="notice" data-tone="warn">
          <span>{t('panel.partly', { fields: notRead.map((row) => row.label).join(', ') })}</span>
          <button type="button" class="link" onClick={onCheck}>
            {t('panel.typeOrTeach')}
          </button>
        </div>
      )}
      {asking ? (
        <section>
          <h2>{t('ask.question')}</h2>
          <Chips
            label={t('ask.question')}
            chips={view.tiers.map(({ tier, name }) => ({ id: tier, label: `T${tier} ${name}` }))}
            onChoose={on.onGuess}
          />
        </section>
      ) : (
        <VerdictSection view={view} t={t} guess={view.prompting === 'ask' ? guess : undefined} on={on} />
      )}
      <Section title={t('panel.clocks')} note={view.clocksNote}>
        {view.clocks.map((clock) => (
          <ClockRow key={clock.name} clock={clock} t={t} />
        ))}
      </Section>
      {!asking && <Reasons view={view} t={t} on={on} />}
      {!asking && view.steps.length > 0 && (
        <Section title={t('panel.doNext')} note={view.stepsNote}>
          <ul class="steps">
            {view.steps.map((step) => (
              <StepRow key={step.id} step={step} hint={view.prompting !== 'silent'} on={on} />
            ))}
          </ul>
        </Section>
      )}
      {view.marks.length > 0 && (
        <Section title={t('panel.onlyYou')}>
          <Chips
            label={t('panel.onlyYou')}
            chips={view.marks.map(({ id, label, help, on: pressed }) => ({ id, label, pressed, ...(help && { help }) }))}
            onChoose={on.onMark}
          />
        </Section>
      )}
    </>
  );
}

export function Section({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <section>
      <h2>
        {title}
        {note && <span>{note}</span>}
      </h2>
      {children}
    </section>
  );
}

function Notices({ view, policyProblems, t }: { readonly view: PanelView; readonly policyProblems: readonly string[]; readonly t: Translate }) {
  return (
    <>
      {policyProblems.length > 0 && (
        <div class="notice" data-tone="warn">
          <details>
            <summary>{t('panel.policyProblem')}</summary>
            <ul>
              {policyProblems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </details>
        </div>
      )}
      {view.notices.map((notice) => (
        <div key={notice.text} class="notice" data-tone={notice.tone}>
          {notice.text}
        </div>
      ))}
    </>
  );
}

function VerdictSection({
  view,
  t,
  guess,
  on,
}: {
  readonly view: PanelView;
  readonly t: Translate;
  readonly guess: number | undefined;
  readonly on: PanelActions;
}) {
  const { verdict } = view;
  return (
    <section>
      <div class="verdict" data-tone={verdict.tone} data-urgency={verdict.urgency}>
        <div class="badge" aria-hidden="true">
          {verdict.badge}
        </div>
        <div>
          <strong>{verdict.headline}</strong>
          <p>
            {verdict.sentence}
            {verdict.future && ` ${t('panel.next')} ${verdict.future}.`}
          </p>
        </div>
      </div>
      {guess !== undefined && <p class="after">{guess === verdict.tier ? t('ask.right') : t('ask.wrong', { n: guess })}</p>}
      {verdict.ask && (
        <div class="ask">
          <p>{verdict.ask.question}</p>
          <Chips
            label={verdict.ask.question}
            chips={verdict.ask.tiers.map(({ tier, name }) => ({ id: tier, label: `T${tier} ${name}` }))}
            onChoose={on.onCurrentTier}
          />
        </div>
      )}
      <EscalateFlow view={view} t={t} on={on} />
    </section>
  );
}

function Reasons({ view, t, on }: { readonly view: PanelView; readonly t: Translate; readonly on: PanelActions }) {
  const { reasons, nearMisses, unknown } = view;
  if (reasons.length + nearMisses.length + unknown.length === 0) return null;
  const hint = view.prompting !== 'silent';
  return (
    <Section title={t('panel.why')}>
      {reasons.length > 0 && (
        <ul class="why">
          {reasons.map((reason) => (
            <ReasonRow key={reason.rule} reason={reason} hint={hint} t={t} onShow={on.onShow} />
          ))}
        </ul>
      )}
      {[
        { rows: unknown, label: t('panel.unknowns', { n: unknown.length }) },
        { rows: nearMisses, label: t('panel.nearMisses', { n: nearMisses.length }) },
      ].map(
        ({ rows, label }) =>
          rows.length > 0 && (
            <details key={label} class="more">
              <summary>{label}</summary>
              <ul class="why">
                {rows.map((reason) => (
                  <ReasonRow key={reason.rule} reason={reason} hint={false} t={t} onShow={on.onShow} />
                ))}
              </ul>
            </details>
          ),
      )}
    </Section>
  );
}

function StepRow({ step, hint, on }: { readonly step: StepView; readonly hint: boolean; readonly on: PanelActions }) {
  const [open, setOpen] = useState(false);
  const { action } = step;
  return (
    <li>
      <label>
        <input type="checkbox" checked={step.done} onChange={trusted(() => on.onStep(step.id, !step.done))} />
        <span>
          {step.text}
          {step.why && (hint || open) && <small>{step.why}</small>}
        </span>
      </label>
      {step.why && !hint && (
        <button type="button" class="link quiet" aria-expanded={open} aria-label={`? ${step.text}`} onClick={() => setOpen(!open)}>
          ?
        </button>
      )}
      {action && (
        <button
          type="button"
          class="link"
          aria-label={`${action.label}: ${step.text}`}
          onClick={trusted(() => on.onStepAction(action.do, step.id, action.role))}
        >
          {action.label}
        </button>
      )}
    </li>
  );
}
