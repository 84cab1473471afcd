/** Controls for several words: ticks where they are of a closed list, else one a line. */
import { useRef } from 'preact/hooks';

export function Ticks({
  label,
  words,
  chosen,
  say,
  onChosen,
}: {
  readonly label: string;
  readonly words: readonly string[];
  readonly chosen: readonly string[];
  /** What a word is called for people. */
  readonly say: (word: string) => string;
  readonly onChosen: (words: readonly string[]) => void;
}) {
  const all = [...words, ...chosen.filter((word) => word !== '' && !words.includes(word))];
  return (
    <span class="ticks" role="group" aria-label={label}>
      {all.map((word) => (
        <label key={word}>
          <input
            type="checkbox"
            checked={chosen.includes(word)}
            onChange={(event) =>
              onChosen(event.currentTarget.checked ? all.filter((one) => one === word || chosen.includes(one)) : chosen.filter((one) => one !== word))
            }
          />{' '}
          {say(word)}
        </label>
      ))}
    </span>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Short texts, one a line. What is typed stays as it is while it means the same. */
export function TextLines({
  label,
  texts,
  onTexts,
}: {
  readonly label: string;
  readonly texts: readonly string[];
  readonly onTexts: (texts: readonly string[]) => void;
}) {
  const typed = useRef('');
  const own = linesOf(typed.current).join('\n') === texts.filter((text) => text !== '').join('\n') ? typed.current : texts.join('\n');
  return (
    <textarea
      aria-label={label}
      aria-invalid={texts.every((text) => text === '')}
      rows={Math.min(8, Math.max(2, texts.length + 1))}
      value={own}
      onInput={(event) => {
        typed.current = event.currentTarget.value;
        onTexts(linesOf(event.currentTarget.value));
      }}
    />
  );
}
