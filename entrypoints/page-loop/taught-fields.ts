/** Values that a person pointed at: pointing, asking whether it is right, keeping the marks for this site, and asking once more on the next ticket. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PanelActions, PanelTab } from '../../components/panel/models.ts';
import type { TeachQuestionModel } from '../../components/panel/teach-question.tsx';
import type { ReadResult } from '../../lib/reader/read-page.ts';
import type { TaughtField } from '../../lib/reader/taught/taught-field.ts';
import { teach } from '../../lib/reader/taught/teach.ts';
import type { SiteSettings, TaughtHere } from '../../lib/storage.ts';
import type { Translate } from '../../lib/text.ts';
import type { PanelHost } from './panel-host.ts';
import { startTeaching, type TeachMode } from './teach-mode.ts';
import { valueOf } from './value-of.ts';

export interface TaughtContext {
  readonly site: ReadonlySignal<SiteSettings>;
  readonly reading: ReadonlySignal<ReadResult | undefined>;
  readonly tab: Signal<PanelTab>;
  readonly t: () => Translate;
  /** What a field is called in the panel. */
  readonly label: (name: string) => string;
  /** Key of the ticket that is shown. */
  readonly ticket: () => string | undefined;
  readonly host: () => PanelHost | undefined;
  readonly place: (change: Partial<SiteSettings>) => void;
  readonly say: (text: string) => void;
  readonly read: () => void;
}

export interface TaughtFields extends Required<Pick<PanelActions, 'onTeach' | 'onTeachAnswer' | 'onTeachRetry'>> {
  readonly question: () => TeachQuestionModel | undefined;
  /** The ticket is left: nothing that was pointed at on it is asked about any more. */
  readonly leave: () => void;
}

interface Pointed {
  readonly field: TaughtField;
  readonly value: string;
}

export function taughtFields(given: TaughtContext): TaughtFields {
  const { site, reading, tab, t, label, ticket, host, place, say, read } = given;
  const pointed = signal<Pointed | undefined>(undefined);
  let mode: TeachMode | undefined;

  function end(): void {
    mode?.end();
    mode = undefined;
  }

  /** One that was taught on another ticket and has not been seen right since. */
  function unconfirmed(): { readonly taught: TaughtHere; readonly value: string } | undefined {
    const here = reading.value;
    const now = ticket();
    if (!here || now === undefined) return undefined;
    for (const taught of site.value.taught) {
      if (taught.confirmed || taught.on === now) continue;
      const element = here.places.field(taught.field.name);
      if (element && isTaught(here, taught.field.name)) return { taught, value: valueOf(element) };
    }
    return undefined;
  }

  function keep(taught: readonly TaughtHere[]): void {
    place({ taught });
    read();
  }

  function point(name: string): void {
    const shown = host();
    const here = reading.value;
    if (!shown || !here) return;
    end();
    pointed.value = undefined;
    mode = startTeaching({
      document,
      layer: shown.layer,
      pane: here.root,
      hint: t()('teach.hint', { field: label(name) }),
      onPick: (element) => {
        end();
        pointed.value = { field: teach(element, here.root, name), value: valueOf(element) };
        tab.value = 'guide';
      },
      onOutside: () => say(t()('teach.outside')),
      onCancel: end,
    });
  }

  return {
    question: () => {
      if (pointed.value) return { label: label(pointed.value.field.name), value: pointed.value.value, stage: 'new' };
      const again = unconfirmed();
      return again && { label: label(again.taught.field.name), value: again.value, stage: 'again' };
    },
    leave: () => {
      end();
      pointed.value = undefined;
    },
    onTeach: point,
    onTeachRetry: () => pointed.value && point(pointed.value.field.name),
    onTeachAnswer: (right) => {
      const fresh = pointed.value;
      const on = ticket();
      if (fresh) {
        pointed.value = undefined;
        if (!right || on === undefined) return;
        keep([...site.value.taught.filter(({ field }) => field.name !== fresh.field.name), { field: fresh.field, on, confirmed: false }]);
        say(t()('teach.saved'));
        return;
      }
      const again = unconfirmed()?.taught;
      if (!again) return;
      const others = site.value.taught.filter((one) => one !== again);
      keep(right ? [...others, { ...again, confirmed: true }] : others);
      if (!right) say(t()('teach.forgotten'));
    },
  };
}

function isTaught({ snapshot }: ReadResult, name: string): boolean {
  const field = name.startsWith('custom:') ? snapshot.customFields[name.slice('custom:'.length)] : snapshot.fields[name as 'id'];
  return field?.from === 'taught';
}
