/** CodeMirror in a page: the part that every text with problems shares. */
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface TextEditor {
  /** Of the element that the editor is drawn in. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<EditorView | undefined>;
  /** Hidden words that the text is described by. */
  readonly about: RefObject<HTMLElement | undefined>;
  /** Puts words in the place of others, and the cursor behind them. @param end absent = in between */
  readonly replace: (start: number, end: number | undefined, words: string) => void;
}

/**
 * @param text what is to stand there; an undo of the page may change it
 * @param begin the editor's state, given the id of the element that describes it
 * @param remake the editor is made anew when one of these changes
 */
export function useTextEditor(text: string, begin: (describedBy: string) => EditorState, remake: readonly unknown[]): TextEditor {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const about = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    if (!place.current) return undefined;
    // The pages' content policy allows no style element. In a shadow root CodeMirror adopts its sheets instead.
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open', delegatesFocus: true });
    const described = document.createElement('p');
    described.hidden = true;
    described.id = 'about';
    const parent = document.createElement('div');
    root.replaceChildren(parent, described);
    about.current = described;
    const made = new EditorView({ parent, root, state: begin(described.id) });
    view.current = made;
    return () => made.destroy();
  }, remake);
  useLayoutEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() === text) return;
    made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text }, userEvent: 'set' });
  }, [text]);
  return {
    place,
    view,
    about,
    replace(start, end, words) {
      view.current?.dispatch({
        changes: { from: start, ...(end !== undefined && { to: end }), insert: words },
        selection: { anchor: start + words.length },
      });
      view.current?.focus();
    },
  };
}
