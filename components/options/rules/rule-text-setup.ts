/** CodeMirror for one rule: colours, completion and problems, all from the tables and the parser of the rule language. */
import { autocompletion, completionKeymap, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, StateField, type Text, type TransactionSpec } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import { completeRule } from '../../../lib/rules/complete.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import { colourRule } from '../../../lib/rules/highlight.ts';

export interface RuleTextSetup {
  readonly label: string;
  /** Id of the element that says how to leave the field and what is wrong. */
  readonly describedBy: string;
  readonly context: () => RuleContext;
  readonly onText: (text: string) => void;
  /** CodeMirror's own English words -> ours. */
  readonly phrases: Readonly<Record<string, string>>;
}

const colours = StateField.define<DecorationSet>({
  create: ({ doc }) => coloured(doc),
  update: (before, { docChanged, newDoc }) => (docChanged ? coloured(newDoc) : before),
  provide: (field) => EditorView.decorations.from(field),
});

function coloured(doc: Text): DecorationSet {
  return Decoration.set(colourRule(doc.toString()).map(({ start, end, colour }) => Decoration.mark({ class: `w-${colour}` }).range(start, end)));
}

const mono = '12.5px / 1.6 ui-monospace, Menlo, Consolas, monospace';
/** The page's style sheets do not reach into the editor; its colours do. */
export const editorLook = EditorView.theme({
  '&': { border: '1px solid var(--edge)', borderRadius: '8px', background: 'var(--bg)', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { font: mono },
  '.cm-content': { caretColor: 'var(--ink)', minHeight: '72px', padding: '8px 4px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': {
    background: 'var(--bg)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
    maxWidth: '420px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: mono },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-completionInfo': { padding: '6px 10px' },
  '.cm-diagnosticAction': { background: 'var(--accent)', color: 'var(--accent-ink)' },
  '.w-keyword': { color: 'var(--accent)', fontWeight: '600' },
  '.w-text, .w-variable': { color: 'var(--warn)' },
  '.w-comment': { color: 'var(--soft)', fontStyle: 'italic' },
  '.w-wrong': { color: 'var(--bad)' },
});

const icons = { keyword: 'keyword', fact: 'variable', function: 'function', operator: 'operator', value: 'constant', action: 'method' } as const;

export function ruleTextState(text: string, { label, describedBy, context, onText, phrases }: RuleTextSetup): EditorState {
  const complete = ({ state, pos, explicit }: { state: EditorState; pos: number; explicit: boolean }): CompletionResult | null => {
    const { from, options } = completeRule(state.doc.toString(), pos, context());
    // between words only on request: a list that opens by itself while somebody reads is in the way
    if (!options.length || (from === pos && !explicit)) return null;
    return { from, options: options.map(({ label: word, kind, detail }) => ({ label: word, type: icons[kind], ...(detail && { info: detail }) })) };
  };
  return EditorState.create({
    doc: text,
    extensions: [
      history(),
      colours,
      autocompletion({ override: [complete], icons: false }),
      // Tab is not bound: it leaves the field, as everywhere
      keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      editorLook,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy,
        spellcheck: 'false',
        autocapitalize: 'off',
        translate: 'no',
      }),
      EditorState.phrases.of(phrases),
      EditorView.updateListener.of(({ docChanged, state }) => docChanged && onText(state.doc.toString())),
    ],
  });
}

/** A place to underline. */
export interface Underlined {
  readonly start: number;
  readonly end: number;
  readonly nearest?: string | undefined;
  /** Absent = error. */
  readonly severity?: 'error' | 'warning';
}

/** Underlines the problems at their places. @param say the sentence of a problem @param fix the words on the button that puts the nearest word in */
export function problemsTransaction<Problem extends Underlined>(
  state: EditorState,
  problems: readonly Problem[],
  say: (problem: Problem) => string,
  fix: (nearest: string) => string,
): TransactionSpec {
  const { length } = state.doc;
  return setDiagnostics(
    state,
    problems.map((problem): Diagnostic => {
      const { nearest } = problem;
      const from = Math.min(problem.start, Math.max(0, length - 1));
      const to = Math.min(Math.max(problem.end, from + 1), length);
      return {
        from,
        to,
        severity: problem.severity ?? 'error',
        message: say(problem),
        ...(nearest !== undefined && {
          actions: [
            {
              name: fix(nearest),
              apply: (view: EditorView) => view.dispatch({ changes: { from: problem.start, to: problem.end, insert: nearest } }),
            },
          ],
        }),
      };
    }),
  );
}
