/** "I escalated this", "Not now", and after a handoff "Bounced back" and "Withdrawn". Records only; Handrail never acts on the ticket. */
import { useState } from 'preact/hooks';
import type { PanelView } from '../../lib/guidance/panel-view.ts';
import type { TextKey, Translate } from '../../lib/text.ts';
import { Chips } from '../ui/chips.tsx';
import type { BounceReason, NotNowReason, PanelActions } from './models.ts';
import { trusted } from './trusted.ts';

const notNowReasons = {
  'working-on-it': 'escalate.reason.workingOnIt',
  'waiting-for-customer': 'escalate.reason.waitingForCustomer',
  'wrong-reading': 'escalate.reason.wrongReading',
  other: 'escalate.reason.other',
} as const satisfies Record<NotNowReason, TextKey>;

const bounceReasons = {
  'missing-information': 'bounce.missingInformation',
  'wrong-tier': 'bounce.wrongTier',
  'not-tried': 'bounce.notTried',
  duplicate: 'bounce.duplicate',
  other: 'bounce.other',
} as const satisfies Record<BounceReason, TextKey>;

type Open = 'escalated' | 'not-now' | 'bounced' | undefined;

export function EscalateFlow({ view, t, on }: { readonly view: PanelView; readonly t: Translate; readonly on: PanelActions }) {
  const [open, setOpen] = useState<Open>(undefined);
  const { verdict } = view;
  const toggle = (which: Open) => () => setOpen(open === which ? undefined : which);
  const opener = (which: Exclude<Open, undefined>, key: TextKey, look: string) => (
    <button type="button" class={look} aria-expanded={open === which} onClick={toggle(which)}>
      {t(key)}
    </button>
  );
  const pick = <Id extends string>(reasons: Readonly<Record<Id, TextKey>>, act: (reason: Id) => void) => (
    <div class="ask">
      <p>{t('escalate.reason')}</p>
      <Chips
        label={t('escalate.reason')}
        chips={(Object.keys(reasons) as Id[]).map((id) => ({ id, label: t(reasons[id]) }))}
        onChoose={(id) => {
          setOpen(undefined);
          act(id);
        }}
      />
    </div>
  );
  if (verdict.handedOver) {
    return (
      <div class="flow">
        <p class="after">{verdict.handedOver}</p>
        <div class="row">
          {opener('bounced', 'escalate.bounced', 'button')}
          <button type="button" class="button" onClick={trusted(() => on.onWithdrawn())}>
            {t('escalate.withdrawn')}
          </button>
        </div>
        {open === 'bounced' && pick(bounceReasons, on.onBounced)}
      </div>
    );
  }
  if (verdict.notNow) {
    return (
      <div class="flow">
        <p class="after">
          {verdict.notNow}{' '}
          <button type="button" class="link" onClick={trusted(() => on.onNotNow(undefined))}>
            {t('escalate.undo')}
          </button>
        </p>
      </div>
    );
  }
  if (verdict.verdict !== 'escalate') return null;
  return (
    <div class="flow">
      <div class="row">
        {opener('escalated', 'escalate.did', 'button')}
        {opener('not-now', 'escalate.notNow', 'button')}
      </div>
      {open === 'escalated' && <EscalatedForm view={view} t={t} onDone={() => setOpen(undefined)} onEscalated={on.onEscalated} />}
      {open === 'not-now' && pick<NotNowReason>(notNowReasons, on.onNotNow)}
    </div>
  );
}

interface EscalatedFormProps {
  readonly view: PanelView;
  readonly t: Translate;
  readonly onDone: () => void;
  readonly onEscalated: PanelActions['onEscalated'];
}

function EscalatedForm({ view, t, onDone, onEscalated }: EscalatedFormProps) {
  const [tier, setTier] = useState(view.verdict.tier);
  const [person, setPerson] = useState('');
  const reached = view.tiers.find((known) => known.tier === tier)?.reached;
  return (
    <div class="form">
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
      <div class="row">
        <button
          type="button"
          class="button primary"
          onClick={trusted(() => {
            onDone();
            onEscalated({ tier, ...(person.trim() && { person: person.trim() }) });
          })}
        >
          {t('escalate.save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('escalate.cancel')}
        </button>
      </div>
    </div>
  );
}
