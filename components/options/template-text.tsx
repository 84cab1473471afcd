/** The text of one template in CodeMirror: what is no valid place is underlined where it stands and listed below, each with the place that was meant. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { problemWords } from '../../lib/documents/choose-template.ts';
import type { TemplateMark } from '../../lib/documents/preview-template.ts';
import type { PageTextKey, PageTranslate } from '../../lib/extension-text.ts';
import { editorLook, problemsTransaction } from './rules/rule-text-setup.ts';
import { useTextEditor } from './text-editor.ts';

export interface TemplateTextProps {
  readonly t: PageTranslate;
  readonly label: string;
  /** Of the template. */
  readonly language: string;
  readonly text: string;
  /** Of exactly this text. */
  readonly marks: readonly TemplateMark[];
  readonly locked: boolean;
  readonly onText: (text: string) => void;
}

export function TemplateText({ t, label, language, text, marks, locked, onText }: TemplateTextProps) {
  const latest = useRef(onText);
  latest.current = onText;
  const say = (mark: TemplateMark): string => markWords(mark, t);
  const { place, view, about, replace } = useTextEditor(
    text,
    (describedBy) =>
      EditorState.create({
        doc: text,
        extensions: [
          history(),
          // Tab is not bound: it leaves the field, as everywhere
          keymap.of([...historyKeymap, ...defaultKeymap]),
          editorLook,
          EditorView.lineWrapping,
          EditorState.readOnly.of(locked),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            'aria-multiline': 'true',
            'aria-readonly': String(locked),
            lang: language,
            spellcheck: 'false',
          }),
          EditorView.updateListener.of(({ docChanged, transactions, state }) => {
            if (docChanged && !transactions.some((one) => one.isUserEvent('set'))) latest.current(state.doc.toString());
          }),
        ],
      }),
    [label, language, locked],
  );
  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() !== text) return;
    const placed = marks.flatMap((mark) =>
      mark.start === undefined || mark.end === undefined ? [] : [{ ...mark, start: mark.start, end: mark.end }],
    );
    made.dispatch(problemsTransaction(made.state, placed, say, (nearest) => t('rules.useWord', { word: nearest })));
    made.contentDOM.setAttribute('aria-invalid', String(marks.some(({ severity }) => severity === 'error')));
    if (about.current) about.current.textContent = marks.map(say).join(' ');
  }, [text, marks, label, locked]);
  return (
    <>
      <div ref={place} class="template-text" data-own-undo />
      <ul class="text-problems" aria-live="polite">
        {marks.some(({ severity }) => severity === 'error') && <li>{t('templates.notUsed')}</li>}
        {marks.map((mark, index) => (
          <li key={index} class={mark.severity}>
            <span>{mark.line === undefined ? say(mark) : t('templates.atLine', { line: mark.line, problem: say(mark) })}</span>
            {mark.nearest !== undefined && !locked && (
              <button type="button" class="link" onClick={() => mark.start !== undefined && replace(mark.start, mark.end, mark.nearest ?? '')}>
                {t('rules.useWord', { word: mark.nearest })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const tagTexts: Readonly<Record<'open-tag' | 'open-section' | 'stray-end', PageTextKey>> = {
  'open-tag': 'templates.openTag',
  'open-section': 'templates.openSection',
  'stray-end': 'templates.strayEnd',
};

function markWords({ problem, bracket = '' }: TemplateMark, t: PageTranslate): string {
  if (!problem) return t('templates.bracket', { bracket });
  switch (problem.code) {
    case 'open-tag':
    case 'open-section':
    case 'stray-end':
      return t(tagTexts[problem.code], { name: problem.name });
    default:
      return problemWords(problem, t);
  }
}
