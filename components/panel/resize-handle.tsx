/** The inner edge of the panel: drag it, or move it with the arrow keys. */
import { useRef } from 'preact/hooks';
import { panelWidths } from './models.ts';

export interface ResizeHandleProps {
  readonly label: string;
  readonly side: 'left' | 'right';
  readonly width: number;
  readonly onResize: (width: number) => void;
}

const within = (width: number): number => Math.round(Math.min(panelWidths.max, Math.max(panelWidths.min, width)));

export function ResizeHandle({ label, side, width, onResize }: ResizeHandleProps) {
  const start = useRef<{ x: number; width: number } | undefined>(undefined);
  const outward = side === 'right' ? -1 : 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const wider = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
    const narrower = side === 'right' ? 'ArrowRight' : 'ArrowLeft';
    const next = { [wider]: width + panelWidths.step, [narrower]: width - panelWidths.step, Home: panelWidths.min, End: panelWidths.max }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onResize(within(next));
  };
  return (
    <div
      class="resize"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={panelWidths.min}
      aria-valuemax={panelWidths.max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (start.current) onResize(within(start.current.width + outward * (event.clientX - start.current.x)));
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
      }}
    />
  );
}
