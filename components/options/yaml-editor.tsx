/** A text editor for the policy file: YAML with colours, line numbers, undo of its own, and problems underlined at their place. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'preact/hooks';

export interface TextProblem {
  /** Counted from 1; absent = about the whole text. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

export interface YamlEditorProps {
  readonly label: string;
  /** What to show; another object, even with the same text, takes the place of what is there. What is typed does not come back here. */
  readonly shown: { readonly text: string };
  readonly problems: readonly TextProblem[];
  readonly onText: (text: string) => void;
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--t2)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--t1)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--t3)' },
  { tag: [tags.separator, tags.punctuation, tags.bracket], color: 'var(--soft)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--bg)', border: '1px solid var(--edge)', borderRadius: '8px', maxHeight: '70vh' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { font: 'var(--mono)', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunk)', color: 'var(--soft)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)' },
  '.cm-tooltip': { backgroundColor: 'var(--bg)', color: 'var(--ink)', border: '1px solid var(--line)' },
});

/** In a shadow root, since only there its styles are made without inline style elements, which our own pages forbid. */
export function YamlEditor({ label, shown, problems, onText }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(onText);
  latest.current = onText;
  const named = useRef(new Compartment());
  useEffect(() => {
    if (!place.current) return undefined;
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' });
    const made = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: shown.text,
        extensions: [
          lineNumbers(),
          history(),
          highlightActiveLine(),
          lintGutter(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          yaml(),
          syntaxHighlighting(colours),
          theme,
          EditorView.lineWrapping,
          named.current.of(attributes(label)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('set'))) latest.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const now = view.current;
    if (!now || now.state.doc.toString() === shown.text) return;
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: shown.text }, userEvent: 'set' });
  }, [shown]);
  useEffect(() => {
    const now = view.current;
    if (now) now.dispatch(setDiagnostics(now.state, diagnostics(now.state, problems)));
  }, [problems, shown]);
  useEffect(() => {
    view.current?.dispatch({ effects: named.current.reconfigure(attributes(label)) });
  }, [label]);
  return <div ref={place} class="yaml" data-own-undo />;
}

/** The text takes the focus by itself; `tabindex` says so to tools that look for it, since the text scrolls. */
const attributes = (label: string) => EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' });

function diagnostics(state: EditorState, problems: readonly TextProblem[]): Diagnostic[] {
  return problems.flatMap(({ line, column, message }): Diagnostic[] => {
    if (line === undefined || line > state.doc.lines) return [];
    const at = state.doc.line(line);
    const from = Math.min(at.from + Math.max(0, (column ?? 1) - 1), at.to);
    // up to the end of the word or value that is wrong
    const length = /^[^\s,\]}]*/.exec(state.sliceDoc(from, at.to))?.[0].length ?? 0;
    return [{ from, to: Math.max(from + length, Math.min(from + 1, at.to)), severity: 'error', message }];
  });
}
