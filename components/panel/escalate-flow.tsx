/** "I escalated this", "Not now", and after a handoff "Bounced back" and "Withdrawn". Records only; Handrail never acts on the ticket. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelView } from '../../lib/guidance/panel-view.ts';
import type { TextKey, Translate } from '../../lib/text.ts';
import { durationText } from '../../lib/text/format.ts';
import { Chips } from '../ui/chips.tsx';
import { type BounceReason, type NotNowReason, bounceReasons, notNowReasons } from '../../lib/guidance/escalation-reasons.ts';
import { formKeys } from './form-keys.ts';
import type { PanelActions } from './models.ts';
import { trusted } from './trusted.ts';

interface FlowProps {
  readonly view: PanelView;
  readonly t: Translate;
  readonly on: PanelActions;
}

export function EscalateFlow({ view, t, on }: FlowProps) {
  const [open, setOpen] = useState<'escalated' | 'not-now' | undefined>(undefined);
  const flow = useRef<HTMLDivElement>(null);
  const close = (): void => setOpen(undefined);
  // it opens below, where the panel may end
  useEffect(() => flow.current?.nextElementSibling?.scrollIntoView({ block: 'nearest' }), [open]);
  return (
    <>
      <div ref={flow} class="row flow">
        <button
          type="button"
          class="button"
          aria-expanded={open === 'escalated'}
          onClick={() => setOpen(open === 'escalated' ? undefined : 'escalated')}
        >
          {t('escalate.did')}
        </button>
        <button type="button" class="button" aria-expanded={open === 'not-now'} onClick={() => setOpen(open === 'not-now' ? undefined : 'not-now')}>
          {t('escalate.notNow')}
        </button>
      </div>
      {open === 'escalated' && <EscalatedForm view={view} t={t} onDone={close} onEscalated={on.onEscalated} />}
      {open === 'not-now' && <Pick<NotNowReason> reasons={notNowReasons} t={t} onPick={(reason) => (close(), on.onNotNow(reason))} />}
    </>
  );
}

/** What was recorded about this ticket before: under the verdict, with the ways on from there. */
export function HandoffState({ view, t, on }: FlowProps) {
  const [bouncing, setBouncing] = useState(false);
  const { verdict } = view;
  if (verdict.handedOver) {
    return (
      <>
        <p class="after">{verdict.handedOver}</p>
        {verdict.withReceiver && (
          <div class="row">
            <button type="button" class="button" aria-expanded={bouncing} onClick={() => setBouncing(!bouncing)}>
              {t('escalate.bounced')}
            </button>
            <button type="button" class="button" onClick={trusted(() => on.onWithdrawn())}>
              {t('escalate.withdrawn')}
            </button>
          </div>
        )}
        {bouncing && <BouncePicker t={t} onPick={(reason) => (setBouncing(false), on.onBounced(reason))} />}
      </>
    );
  }
  if (!verdict.notNow) return null;
  return (
    <p class="after">
      {verdict.notNow}{' '}
      <button type="button" class="link" onClick={trusted(() => on.onNotNow(undefined))}>
        {t('escalate.undo')}
      </button>
    </p>
  );
}

export function BouncePicker({ t, onPick }: { readonly t: Translate; readonly onPick: (reason: BounceReason) => void }) {
  return <Pick reasons={bounceReasons} t={t} onPick={onPick} />;
}

interface PickProps<Id extends string> {
  readonly reasons: Readonly<Record<Id, TextKey>>;
  readonly t: Translate;
  readonly onPick: (reason: Id) => void;
}

function Pick<Id extends string>({ reasons, t, onPick }: PickProps<Id>) {
  return (
    <div class="ask">
      <p>{t('escalate.reason')}</p>
      <Chips
        label={t('escalate.reason')}
        chips={(Object.keys(reasons) as Id[]).map((id) => ({ id, label: t(reasons[id]) }))}
        onChoose={(id) => onPick(id)}
      />
    </div>
  );
}

/** How long ago an escalation may have been, ms. */
const whens = [0, 15, 60, 240, 1440].map((minutes) => minutes * 60_000);

interface EscalatedFormProps {
  readonly view: PanelView;
  readonly t: Translate;
  readonly onDone: () => void;
  readonly onEscalated: PanelActions['onEscalated'];
}

function EscalatedForm({ view, t, onDone, onEscalated }: EscalatedFormProps) {
  const [tier, setTier] = useState(view.verdict.tier);
  const [person, setPerson] = useState('');
  const [agoMs, setAgoMs] = useState(0);
  const reached = view.tiers.find((known) => known.tier === tier)?.reached;
  const save = (): void => {
    onDone();
    onEscalated({ tier, agoMs, ...(person.trim() && { person: person.trim() }) });
  };
  return (
    <div class="form" onKeyDown={formKeys(save, onDone)}>
      <label>
        <span>{t('escalate.to')}</span>
        <select value={tier} onChange={(event) => setTier(Number(event.currentTarget.value))}>
          {view.tiers.map((choice) => (
            <option key={choice.tier} value={choice.tier}>
              T{choice.tier} {choice.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('escalate.person')}</span>
        <input type="text" value={person} placeholder={reached} onInput={(event) => setPerson(event.currentTarget.value)} />
      </label>
      <label>
        <span>{t('escalate.when')}</span>
        <select value={agoMs} onChange={(event) => setAgoMs(Number(event.currentTarget.value))}>
          {whens.map((ms) => (
            <option key={ms} value={ms}>
              {ms === 0 ? t('time.justNow') : t('time.ago', { duration: durationText(ms, { t }) })}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <button type="button" class="button primary" onClick={trusted(save)}>
          {t('escalate.save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('escalate.cancel')}
        </button>
      </div>
    </div>
  );
}
