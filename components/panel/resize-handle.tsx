/** The inner edge of the panel: drag it, or move it with the arrow keys. A class, as `ReasonRow` is. */
import { Component } from 'preact';
import { panelWidths } from './models.ts';

export interface ResizeHandleProps {
  readonly label: string;
  readonly side: 'left' | 'right';
  readonly width: number;
  readonly onResize: (width: number) => void;
}

const within = (width: number): number => Math.round(Math.min(panelWidths.max, Math.max(panelWidths.min, width)));

export class ResizeHandle extends Component<ResizeHandleProps> {
  /** Where dragging began. */
  #start: { readonly x: number; readonly width: number } | undefined;

  override render() {
    const { label, side, width, onResize } = this.props;
    const outward = side === 'right' ? -1 : 1;
    const onKeyDown = (event: KeyboardEvent): void => {
      const wider = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
      const narrower = side === 'right' ? 'ArrowRight' : 'ArrowLeft';
      const next = { [wider]: width + panelWidths.step, [narrower]: width - panelWidths.step, Home: panelWidths.min, End: panelWidths.max }[
        event.key
      ];
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
          this.#start = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
          event.preventDefault();
        }}
        onPointerMove={(event) => {
          if (this.#start) onResize(within(this.#start.width + outward * (event.clientX - this.#start.x)));
        }}
        onPointerUp={() => {
          this.#start = undefined;
        }}
        onPointerCancel={() => {
          this.#start = undefined;
        }}
      />
    );
  }
}
