/** A rule as it is written, its words coloured. */
import { colourRule } from '../../../lib/rules/highlight.ts';

export function RuleSentence({ text }: { readonly text: string }) {
  const spans = colourRule(text);
  return (
    <code class="sentence" translate={false}>
      {spans.map(({ start, end, colour }, index) => (
        <>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <span class={`w-${colour}`}>{text.slice(start, end)}</span>
        </>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </code>
  );
}
