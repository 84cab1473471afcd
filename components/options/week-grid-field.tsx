/** The opening hours of a week, drawn with the pointer or with the keyboard. The same hours stand as times below it. */
import { useRef, useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { openness, painted, timeText, type WeekHours, weekDays, weekWindows } from '../../lib/sla/week-grid.ts';
import { dayName } from './calendar-words.ts';

export interface WeekGridProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly hours: WeekHours | undefined;
  readonly onChange: (hours: WeekHours) => void;
}

const slot = 30;
const slots = 1440 / slot;
const day = 1440;
const starts = Array.from({ length: slots }, (_, column) => timeText(column * slot));

interface Place {
  readonly row: number;
  readonly column: number;
}

export function WeekGrid({ t, language, hours, onChange }: WeekGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 18 });
  const [stroke, setStroke] = useState<{ readonly from: Place; readonly to: Place; readonly open: boolean }>();
  const drawn = stroke ? paint(hours, stroke.from, stroke.to, stroke.open) : hours;
  const windows = weekWindows(drawn);
  const stateOf = (row: number, column: number) => openness(windows, row * day + column * slot, row * day + (column + 1) * slot);

  const move = (place: Place): void => {
    setActive(place);
    grid.current?.querySelector<HTMLElement>(`[data-slot="${place.row}-${place.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = active;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onChange(paint(hours, active, active, stateOf(row, column) !== 'open'));
      return;
    }
    const steps: Readonly<Record<string, Place>> = {
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      Home: { row, column: 0 },
      End: { row, column: slots - 1 },
    };
    const next = steps[event.key];
    if (!next) return;
    event.preventDefault();
    if (next.row < 0 || next.row > 6 || next.column < 0 || next.column >= slots) return;
    // with Shift the stretch takes on what it started with
    if (event.shiftKey && next.row === row) onChange(paint(hours, active, next, stateOf(row, column) === 'open'));
    move(next);
  };
  const placeOf = (event: PointerEvent): Place | undefined => {
    const [row, column] = (document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-slot]')?.getAttribute('data-slot') ?? '').split(
      '-',
    );
    return column === undefined ? undefined : { row: Number(row), column: Number(column) };
  };
  return (
    <div class="week">
      <p class="help" id="week-help">
        {t('calendar.gridHelp')}
      </p>
      <div
        ref={grid}
        class="week-grid"
        role="grid"
        aria-label={t('calendar.week')}
        aria-describedby="week-help"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const place = event.button === 0 ? placeOf(event) : undefined;
          if (!place) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          setStroke({ from: place, to: place, open: stateOf(place.row, place.column) !== 'open' });
          move(place);
        }}
        onPointerMove={(event) => {
          if (!stroke) return;
          const place = placeOf(event);
          if (place) setStroke({ ...stroke, to: place });
        }}
        onPointerUp={() => {
          if (stroke) onChange(paint(hours, stroke.from, stroke.to, stroke.open));
          setStroke(undefined);
        }}
        onPointerCancel={() => setStroke(undefined)}
      >
        {weekDays.map((name, row) => (
          <div role="row" class="week-row" key={name}>
            <span role="rowheader" class="week-day">
              {dayName(row, language, 'short')}
            </span>
            {starts.map((from, column) => {
              const state = stateOf(row, column);
              return (
                <span
                  key={column}
                  role="gridcell"
                  class={`slot ${state}${column % 2 === 0 ? ' hour' : ''}`}
                  data-slot={`${row}-${column}`}
                  tabIndex={active.row === row && active.column === column ? 0 : -1}
                  aria-selected={state === 'open'}
                  aria-label={t(`calendar.slot.${state}`, { day: dayName(row, language, 'long'), from, to: timeText((column + 1) * slot) })}
                  onFocus={() => setActive({ row, column })}
                />
              );
            })}
          </div>
        ))}
      </div>
      <div class="week-hours" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  );
}

/** The block between two corners: in each of its days the same stretch. */
function paint(hours: WeekHours | undefined, from: Place, to: Place, open: boolean): WeekHours {
  const columns = [from.column, to.column].toSorted((a, b) => a - b) as [number, number];
  const rows = [from.row, to.row].toSorted((a, b) => a - b) as [number, number];
  let next: WeekHours = hours ?? {};
  for (let row = rows[0]; row <= rows[1]; row++) next = painted(next, row * day + columns[0] * slot, row * day + (columns[1] + 1) * slot, open);
  return next;
}
