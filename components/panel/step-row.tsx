/** One thing to do, with a box to tick and what it opens or copies. */
import type { StepView } from '../../lib/guidance/panel-view.ts';
import { listText } from '../../lib/text/format.ts';
import type { PanelActions } from './models.ts';
import { trusted } from './trusted.ts';

export interface StepRowProps {
  readonly step: StepView;
  /** Says which rules ask for the step. */
  readonly hint: boolean;
  /** Required sections of the handoff that are still empty. */
  readonly missing: readonly string[];
  readonly language: string;
  readonly on: PanelActions;
}

export function StepRow({ step, hint, missing, language, on }: StepRowProps) {
  const { action } = step;
  const open = action?.do === 'open-handoff' && !step.done ? missing : [];
  return (
    <li>
      <label>
        <input type="checkbox" checked={step.done} onChange={trusted(() => on.onStep(step.id, !step.done))} />
        <span>
          {step.text}
          {open.length > 0 && (
            <>
              : <span class="todo">{listText(open, { language })}</span>
            </>
          )}
          {step.why && <small>{step.why}</small>}
          {hint && step.because && <small>{step.because}</small>}
        </span>
      </label>
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
