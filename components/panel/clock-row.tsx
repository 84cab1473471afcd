/** One SLA clock: what is left, the bar, and on demand how it was counted. */
import type { ClockView } from '../../lib/guidance/panel-view.ts';
import type { Translate } from '../../lib/text.ts';
import { Bar } from '../ui/bar.tsx';

export function ClockRow({ clock, t }: { readonly clock: ClockView; readonly t: Translate }) {
  const shown = (
    <>
      <span class="head">
        <span>{clock.label}</span>
        <span class="left" data-tone={clock.tone} data-ended={clock.state === 'met' || clock.state === 'missed'}>
          {clock.left}
        </span>
      </span>
      {clock.fraction !== undefined && (
        <Bar fraction={clock.fraction} tone={clock.tone} {...(clock.warnAt !== undefined && { tick: clock.warnAt })} />
      )}
      {clock.detail && <small>{clock.detail}</small>}
    </>
  );
  if (!clock.explained) return <div class="clock">{shown}</div>;
  return (
    <details class="clock">
      <summary title={t('panel.details')}>{shown}</summary>
      <ul>
        {clock.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
