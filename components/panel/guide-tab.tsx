/** Verdict first, then the clocks, why, what to do, and what only the agent can know. */
import type { PanelView } from '../../lib/guidance/panel-view.ts';
import type { Translate } from '../../lib/text.ts';
import { Chips } from '../ui/chips.tsx';
import { ClockRow } from './clock-row.tsx';
import type { PanelActions, PanelProps } from './models.ts';
import { Folding } from './folding.tsx';
import { Reasons } from './reasons.tsx';
import { Section } from './section.tsx';
import { StepRow } from './step-row.tsx';

/** More rows than this hide the first ones' point. */
const stepsShown = 6;

export interface GuideTabProps extends PanelProps {
  readonly view: PanelView;
  readonly t: Translate;
  readonly onCheck: () => void;
}

/** Whether the answer waits for the new hire's own guess. */
export const asksFirst = (view: PanelView, guess: number | undefined): boolean =>
  view.prompting === 'ask' && guess === undefined && view.verdict.verdict !== 'resolved';

/** Whether there is an escalation to record. */
const escalatable = ({ verdict }: PanelView): boolean => verdict.verdict === 'escalate' && !verdict.notNow && !verdict.withReceiver;

/** A tier's name like "Management/Executive" breaks at the stroke, not within a word. */
const breakable = (text: string) => text.split('/').map((part, at) => (at === 0 ? part : ['/', <wbr />, part]));

export function GuideTab({
  view,
  t,
  language,
  guess,
  policyProblems,
  policyWaits,
  handoff,
  received,
  tour,
  teaching,
  later,
  on,
  onCheck,
}: GuideTabProps) {
  const missing = handoff?.sections.filter((section) => section.required && !section.filled).map((section) => section.title) ?? [];
  const asking = asksFirst(view, guess);
  return (
    <>
      {tour && later && <later.Tour t={t} onEnd={on.onTourEnd} />}
      {teaching && later && on.onTeachAnswer && (
        <later.TeachQuestion question={teaching} t={t} onAnswer={on.onTeachAnswer} {...(on.onTeachRetry && { onRetry: on.onTeachRetry })} />
      )}
      {policyWaits && on.onPolicyUpdate && (
        <div class="notice">
          {t('panel.policyWaits')}{' '}
          <button type="button" class="link" onClick={on.onPolicyUpdate}>
            {t('panel.policyWaitsSee')}
          </button>
        </div>
      )}
      <Notices view={view} policyProblems={policyProblems ?? []} t={t} />
      {view.notRead.length > 0 && (
        <div class="notice">
          <span>{t('panel.partly', { fields: view.notRead.join(', ') })}</span>
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
            onChoose={(tier) => on.onGuess(tier)}
          />
        </section>
      ) : (
        <VerdictSection view={view} t={t} guess={view.prompting === 'ask' ? guess : undefined} on={on} later={later} />
      )}
      {received && later && <later.ReceivedHandoff model={received} t={t} on={on} />}
      <Section title={t('panel.clocks')} note={view.clocksNote}>
        {view.clocks.map((clock) => (
          <ClockRow key={clock.name} clock={clock} t={t} />
        ))}
        {view.notices
          .filter((notice) => notice.tone === 'info')
          .map((notice) => (
            <p key={notice.text} class="aside">
              {notice.text}
            </p>
          ))}
      </Section>
      {!asking && <Reasons view={view} t={t} on={on} />}
      {!asking && (view.steps.length > 0 || escalatable(view)) && (
        <Section title={t('panel.doNext')} note={view.stepsNote}>
          <Folding
            rows={view.steps.map((step) => (
              <StepRow key={step.id} step={step} hint={view.prompting !== 'silent'} missing={missing} language={language} on={on} />
            ))}
            list="steps"
            shown={stepsShown}
            more={(n) => t('panel.moreSteps', { n })}
          />
          {escalatable(view) && later && <later.EscalateFlow view={view} t={t} on={on} />}
        </Section>
      )}
      {view.marks.length > 0 && <Marks view={view} t={t} onMark={on.onMark} />}
    </>
  );
}

/** What only the agent can know. Folded while all is quiet, since then it is rarely needed. */
function Marks({ view, t, onMark }: { readonly view: PanelView; readonly t: Translate; readonly onMark: PanelActions['onMark'] }) {
  const chips = (
    <Chips
      label={t('panel.onlyYou')}
      chips={view.marks.map(({ id, label, help, on: pressed }) => ({ id, label, pressed, ...(help && { help }) }))}
      onChoose={onMark}
    />
  );
  const folded = view.verdict.urgency === 'quiet' && !view.marks.some((mark) => mark.on);
  if (!folded) return <Section title={t('panel.onlyYou')}>{chips}</Section>;
  return (
    <section>
      <details class="fold">
        <summary>
          <h2>{t('panel.onlyYou')}</h2>
        </summary>
        {chips}
      </details>
    </section>
  );
}

function Notices({ view, policyProblems, t }: { readonly view: PanelView; readonly policyProblems: readonly string[]; readonly t: Translate }) {
  return (
    <>
      {policyProblems.length > 0 && (
        <div class="notice">
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
      {view.notices
        .filter((notice) => notice.tone === 'warn')
        .map((notice) => (
          <div key={notice.text} class="notice">
            {notice.text}
          </div>
        ))}
    </>
  );
}

function VerdictSection({ view, t, guess, on, later }: Pick<GuideTabProps, 'view' | 't' | 'on' | 'later'> & { readonly guess: number | undefined }) {
  const { verdict } = view;
  return (
    <section>
      <div class="verdict" data-tone={verdict.tone} data-urgency={verdict.urgency}>
        <div class="badge" aria-hidden="true">
          {verdict.badge}
        </div>
        <div>
          <strong>{breakable(verdict.headline)}</strong>
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
            onChoose={(tier) => on.onCurrentTier(tier)}
          />
        </div>
      )}
      {later && <later.HandoffState view={view} t={t} on={on} />}
    </section>
  );
}
