/** How much of a clock is used, with a tick at the warning level. Decoration: the same is said in words beside it. */
export interface BarProps {
  /** 0 to 1. */
  readonly fraction: number;
  /** Place of the tick, 0 to 1. */
  readonly tick?: number;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
}

export function Bar({ fraction, tick, tone }: BarProps) {
  return (
    <div class="bar" data-tone={tone} aria-hidden="true">
      <i style={{ width: `${fraction * 100}%` }} />
      {tick !== undefined && <u style={{ insetInlineStart: `${tick * 100}%` }} />}
    </div>
  );
}
