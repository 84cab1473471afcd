/** Practising on made-up tickets: the person decides first, then sees what the policy says and why. Fully by keyboard. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { PanelView } from '../../lib/guidance/panel-view.ts';

export interface PracticeTask {
  readonly key: string;
  /** Title of the rule it practises. */
  readonly rule: string;
  readonly subject: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly messages: readonly { readonly author: string; readonly at: string; readonly text: string; readonly ours: boolean }[];
  /** What the person is told that no page shows. */
  readonly marks: readonly string[];
  /** What the panel says of it. */
  readonly view: PanelView;
  readonly tier: number;
}

export interface PracticePageProps {
  readonly t: PageTranslate;
  /** The ticket to decide; undefined when the policy has no rule that can be practised. */
  readonly task: PracticeTask | undefined;
  readonly tiers: readonly { readonly tier: number; readonly name: string }[];
  readonly scores: readonly { readonly rule: string; readonly right: number; readonly asked: number }[];
  readonly onAnswer: (tier: number) => void;
  readonly onNext: () => void;
  readonly onForget: () => void;
  /** For the gallery: an answer that was given already. */
  readonly answered?: number;
}

export function PracticePage(props: PracticePageProps) {
  const { t, task, scores, onForget } = props;
  if (!task) return <p>{t('practice.none')}</p>;
  return (
    <>
      <p class="lead">{t('practice.lead')}</p>
      <Task key={task.key} {...props} task={task} />
      {scores.length ? (
        <>
          <h2>{t('practice.scores')}</h2>
          <div class="wide" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('practice.rule')}</th>
                  <th scope="col">{t('practice.right')}</th>
                </tr>
              </thead>
              <tbody>
                {scores.map(({ rule, right, asked }) => (
                  <tr key={rule}>
                    <th scope="row">{rule}</th>
                    <td>{t('practice.score', { right, asked })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <button type="button" class="button" onClick={onForget}>
            {t('practice.forget')}
          </button>
        </>
      ) : null}
    </>
  );
}

function Task({ t, task, tiers, onAnswer, onNext, answered }: PracticePageProps & { readonly task: PracticeTask }) {
  const [chosen, setChosen] = useState(answered);
  const question = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  // Whoever answers by keyboard goes on where the answer is, and from there to the next ticket.
  useLayoutEffect(() => (chosen === undefined ? question : answer).current?.focus({ preventScroll: true }), [chosen]);
  return (
    <div class="practice">
      <article aria-label={t('practice.ticketLabel')}>
        <h2>{task.subject}</h2>
        <dl>
          {task.fields.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {task.messages.map((message, index) => (
          <section key={index} class={message.ours ? 'ours' : 'theirs'}>
            <b>{message.author}</b> <small>{message.at}</small>
            <p>{message.text}</p>
          </section>
        ))}
        {task.marks.length ? (
          <p class="note">
            {t('practice.youKnow')} {task.marks.join('; ')}
          </p>
        ) : null}
      </article>
      <div>
        <h2 ref={question} tabIndex={-1}>
          {t('practice.question')}
        </h2>
        <div class="actions" role="group" aria-label={t('practice.question')}>
          {tiers.map(({ tier, name }) => (
            <button
              key={tier}
              type="button"
              class={chosen === tier ? 'button chosen' : 'button'}
              disabled={chosen !== undefined}
              onClick={() => {
                setChosen(tier);
                onAnswer(tier);
              }}
            >
              <span class={`tier tier-${tier}`}>{t('tier.short', { tier })}</span> {name}
            </button>
          ))}
        </div>
        {chosen === undefined ? null : (
          <section class="answer">
            <h2 ref={answer} tabIndex={-1} class={chosen === task.tier ? 'right' : 'wrong'}>
              {t(chosen === task.tier ? 'practice.isRight' : 'practice.isWrong', {
                tier: tiers.find(({ tier }) => tier === task.tier)?.name ?? String(task.tier),
              })}
            </h2>
            <p>{task.view.verdict.sentence}</p>
            <Reasons t={t} view={task.view} rule={task.rule} />
            <button type="button" class="button primary" onClick={onNext}>
              {t('practice.next')}
            </button>
          </section>
        )}
      </div>
    </div>
  );
}

function Reasons({ t, view, rule }: { readonly t: PageTranslate; readonly view: PanelView; readonly rule: string }) {
  const asked = view.reasons.length ? view.reasons : view.nearMisses.filter(({ title }) => title === rule);
  return (
    <ul class="reasons">
      {asked.map((reason) => (
        <li key={reason.rule}>
          <b>{reason.title}</b>
          {view.reasons.length ? null : <small>{t('practice.notFired')}</small>}
          <small>{reason.detail}</small>
          {reason.why ? <p>{reason.why}</p> : null}
          {reason.conditions.map((condition) => (
            <code key={condition}>{condition}</code>
          ))}
        </li>
      ))}
    </ul>
  );
}
