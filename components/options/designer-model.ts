/** What the designer page shows and what it may ask for. */
import type { Decision, TierPlan } from '../../lib/designer/proposal.ts';
import type { AnswerProblem, DesignAnswers } from '../../lib/designer/answers.ts';
import type { EditProblem, Edits } from '../../lib/designer/apply-edits.ts';
import type { Block } from '../../lib/designer/design-document.ts';
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';

export const DESIGN_STEPS = [1, 2, 3, 4, 5, 6] as const;
export type DesignStep = (typeof DESIGN_STEPS)[number];
export type DesignExport = 'markdown' | 'html' | 'print' | 'copy' | 'policy';

export interface DesignerPageProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly step: DesignStep;
  readonly answers: DesignAnswers;
  readonly problems: readonly AnswerProblem[];
  /** There once the answers have no problems and the step shows it. */
  readonly proposal:
    | {
        readonly policy: PolicyInput;
        readonly decisions: readonly Decision[];
        readonly plan: readonly TierPlan[];
        readonly edits: Edits;
        readonly edited: number;
        readonly editProblems: readonly EditProblem[];
        /** Why the policy does not load, in sentences; empty when it does. */
        readonly troubles: readonly string[];
      }
    | undefined;
  readonly document: { readonly blocks: readonly Block[]; readonly language: string; readonly languages: readonly string[] } | undefined;
  readonly zones: readonly string[];
  /** Something that was just done, in words. */
  readonly said: string | undefined;
  readonly onStep: (step: DesignStep) => void;
  readonly onAnswers: (change: Partial<DesignAnswers>) => void;
  readonly onEdit: (cell: string, text: string) => void;
  readonly onUndoEdits: () => void;
  readonly onStartAgain: () => void;
  readonly onTake: () => void;
  readonly onLanguage: (language: string) => void;
  readonly onExport: (kind: DesignExport) => void;
}
