/** The workflow designer: six steps from a few questions to a policy and the document that explains it. */
import { useEffect, useRef } from 'preact/hooks';
import { DesignDocument } from './designer-document.tsx';
import { DESIGN_STEPS, type DesignerPageProps } from './designer-model.ts';
import { DesignerProposal } from './designer-proposal.tsx';
import { DesignerQuestions } from './designer-questions.tsx';

export function DesignerPage(props: DesignerPageProps) {
  const { t, step, onStep, problems, said } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // a new step is announced and read from its top
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <div class="designer">
      <p class="quiet lead">{t('design.lead')}</p>
      <ol class="stepper" aria-label={t('design.steps')}>
        {DESIGN_STEPS.map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-current={one === step ? 'step' : undefined}
              disabled={one > 4 && problems.length > 0}
              onClick={() => onStep(one)}
            >
              <i aria-hidden="true">{one}</i>
              {t(`design.step.${one}`)}
            </button>
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1}>
        {t(`design.step.${step}`)}
      </h2>
      {step <= 4 && <DesignerQuestions {...props} />}
      {step === 5 && <DesignerProposal {...props} />}
      {step === 6 && <DesignDocument {...props} />}
      <p role="status" class="said">
        {said}
      </p>
      {problems.length > 0 && step >= 4 && (
        <div class="trouble" role="alert">
          <b>{t('design.problem.title')}</b>
          <ul>
            {problems.map((problem) => (
              <li key={problem.answer + problem.problem}>
                {t(`design.problem.${problem.problem}`, { answer: t(askOf[problem.answer]), found: problem.found })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions">
        {step > 1 && (
          <button type="button" class="button" onClick={() => onStep((step - 1) as typeof step)}>
            {t('design.back')}
          </button>
        )}
        {step < 6 && (
          <button type="button" class="button primary" disabled={step >= 4 && problems.length > 0} onClick={() => onStep((step + 1) as typeof step)}>
            {t(step === 4 ? 'design.toProposal' : step === 5 ? 'design.toDocument' : 'design.next')}
          </button>
        )}
        <button type="button" class="button plain-link" onClick={props.onStartAgain}>
          {t('design.startAgain')}
        </button>
      </div>
    </div>
  );
}

/** The question that asked for each answer. */
const askOf = {
  company: 'design.ask.company',
  product: 'design.ask.product',
  ticketsPerMonth: 'design.ask.tickets',
  structure: 'design.ask.structure',
  teamSize: 'design.ask.teamSize',
  shifts: 'design.ask.shifts',
  categories: 'design.ask.categories',
  pains: 'design.ask.pains',
  currency: 'design.ask.currency',
  revenueThreshold: 'design.ask.revenue',
  ltvThreshold: 'design.ask.ltv',
  hours: 'design.ask.hours',
  timeZone: 'design.ask.zone',
  languages: 'design.ask.languages',
  handlingMinutes: 'design.ask.handling',
} as const;
