/**
 * The loop of a page that may show a ticket: read, assess, show, and take it all away when the ticket is left. The only state of the
 * content side lives here, as signals; everything shown follows from them. Long because it is the composition root: it wires
 * reader, policy, notes, clock and panel, and nothing else may.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { PanelProps, PanelTab } from '../../components/panel/models.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { replayInput } from '../../components/panel/replay-input.ts';
import type { Clock } from '../../lib/clock.ts';
import type { MessageKind } from '../../lib/documents/messages.ts';
import { typedCorrections } from '../../lib/guidance/corrections.ts';
import { fieldLabels } from '../../lib/guidance/field-rows.ts';
import { statusKind } from '../../lib/guidance/ticket-facts.ts';
import type { Assessment, History } from '../../lib/guidance/assessment.ts';
import { apiRounds } from '../../lib/helpdesks/api/api-rounds.ts';
import { sightKey } from '../../lib/ledger/ticket-sight.ts';
import { askBackground, type PageStatus, type ReadAnswer, type ReadRequest } from '../../lib/messages.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { type ReadOutcome, type ReadResult, tryReadPage } from '../../lib/reader/read-page.ts';
import { watchPage } from '../../lib/reader/watch-page.ts';
import {
  changeNotes,
  changeSite,
  defaultSettings,
  defaultSite,
  noNotes,
  type PolicyTrouble,
  readNotes,
  readPolicy,
  readPolicyTrouble,
  readSettings,
  readSite,
  type Settings,
  type SiteSettings,
  type TicketNotes,
  ticketKey,
  watchPolicy,
  watchPolicyTrouble,
  watchSettings,
  watchSite,
} from '../../lib/storage.ts';
import { translator } from '../../lib/text.ts';
import type { FieldName } from '../../lib/ticket.ts';
import type { PageBridge } from '../content/page-bridge.ts';
import { panelActions } from './panel-actions.ts';
import { mountPanelHost, type PanelHost } from './panel-host.ts';
import { taughtFields } from './taught-fields.ts';
import { type EvidenceMarker, evidenceMarker } from './show-evidence.ts';
import { sameOriginGet } from './same-origin-get.ts';
import { assessTicket, hasApi, helpdeskName, sightOf, type TicketContext, ticketProps } from './ticket-view.ts';

/** How long a short confirmation stays. */
const saidMs = 2500;
/** How long a product's own pane is waited for before the general reader tries; slow products take some seconds to draw. */
const patienceMs = 10_000;
/** A countdown is never repainted more often than this. */
const shortestTickMs = 1000;

export function startPageLoop(bridge: PageBridge, clock: Clock): void {
  const { signal: lifetime } = bridge;
  const origin = location.origin;

  const reading = signal<ReadResult | undefined>(undefined);
  const waiting = signal(false);
  const loaded = signal<LoadedPolicy | null>(null);
  const trouble = signal<PolicyTrouble | null>(null);
  const settings = signal<Settings>(defaultSettings);
  const site = signal<SiteSettings>(defaultSite);
  const notes = signal<TicketNotes>(noNotes);
  const earlierContacts = signal<History['earlierContacts']>([]);
  const now = signal(clock.now());
  const tab = signal<PanelTab>('guide');
  const message = signal<MessageKind>('acknowledgement');
  const said = signal<string | undefined>(undefined);
  const guess = signal<number | undefined>(undefined);

  const language = computed(() => settings.value.language ?? navigator.language);
  const context = computed((): TicketContext | undefined =>
    reading.value && loaded.value
      ? {
          snapshot: reading.value.snapshot,
          loaded: loaded.value,
          notes: notes.value,
          earlierContacts: earlierContacts.value,
          settings: settings.value,
          language: language.value,
        }
      : undefined,
  );
  const assessment = computed(() => context.value && assessTicket(context.value, now.value));

  const rounds = apiRounds({ clock, get: sameOriginGet(origin, clock, lifetime), onAnswer: () => void read(), signal: lifetime });

  let host: PanelHost | undefined;
  let marker: EvidenceMarker | undefined;
  /** The ticket that was left last: until the page shows another conversation, what is drawn is still that one. */
  let left: { readonly conversation: string; readonly numbers: string } | undefined;
  /** Since when the product's pane is missing, and whether the page showed another address before. */
  let missingSince: number | undefined;
  let patience = new AbortController();
  let navigated = false;
  /** Key of the ticket whose notes are in `notes`. */
  let noted: string | undefined;
  let tick = new AbortController();
  /** When a visible text changes by itself, as last drawn. */
  let nextTick: number | undefined;
  let saidUntil = new AbortController();
  /** The ticket that is shown was resolved when it was last read. */
  let wasResolved = false;
  /** What the ledger was told last, so that it only hears news. */
  let told: string | undefined;

  const taught = taughtFields({
    origin,
    site,
    loaded,
    reading,
    tab,
    t: () => translator(language.value),
    label: (name) => (name.startsWith('custom:') ? name.slice('custom:'.length) : translator(language.value)(fieldLabels[name as FieldName])),
    ticket: () => noted,
    host: () => host,
    place,
    say,
    read: () => void read(),
  });
  const watch = watchPage({ doc: document, clock, signal: lifetime, onChange: (change) => (change === 'left' ? leave() : void read()) });
  bridge.handlers = {
    'page.status': () => settle().then(status),
    'page.show': async () => {
      bridge.forced = true;
      await settle();
      return status();
    },
    'page.read': readOnce,
    'panel.focus': async () => {
      await settle();
      if (site.value.collapsed) place({ collapsed: false });
      (host?.container.querySelector<HTMLElement>('[role=tab][aria-selected=true]') ?? host?.container.querySelector('button'))?.focus();
      return status();
    },
  };
  bridge.onPanelInput = (event) => (host ? replayInput(host.root, event) : false);

  watchPolicy((policy) => (loaded.value = policy), lifetime);
  watchPolicyTrouble((problem) => (trouble.value = problem), lifetime);
  watchSettings((changed) => (settings.value = changed), lifetime);
  watchSite(origin, (changed) => allowApi(changed.api), lifetime);
  document.addEventListener('visibilitychange', setTick, { signal: lifetime });
  const stopDrawing = effect(draw);
  const stopTelling = effect(tellLedger);
  lifetime.addEventListener('abort', () => {
    stopDrawing();
    stopTelling();
    tick.abort();
    saidUntil.abort();
    removePanel();
  });
  const started = start();

  async function start(): Promise<void> {
    const [policy, problem, own, place] = await Promise.all([readPolicy(), readPolicyTrouble(), readSettings(), readSite(origin)]);
    batch(() => {
      loaded.value = policy;
      trouble.value = problem;
      settings.value = own;
      site.value = place;
    });
    await read();
  }

  /** The state after everything that has happened so far. */
  async function settle(): Promise<void> {
    await started;
    await read();
  }

  function readNow(request: ReadRequest = {}, corrections: TicketNotes['corrections'] = {}): ReadOutcome {
    const zone = request.zone ?? site.value.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return tryReadPage(document, {
      url: location.href,
      now: request.now ?? clock.now(),
      zone,
      forced: bridge.forced,
      corrections: typedCorrections(corrections, zone),
      taught: taught.fields(),
      ...(site.value.api && request.now === undefined ? { api: rounds.ask } : {}),
      ...(missingSince !== undefined && clock.now() >= missingSince + patienceMs
        ? { rootMissing: navigated ? ('since-navigation' as const) : ('since-load' as const) }
        : {}),
      ...(request.adapter ? { adapter: request.adapter } : {}),
    });
  }

  async function read(): Promise<void> {
    if (lifetime.aborted) return;
    const address = location.href;
    let outcome = readNow({}, noted === undefined ? {} : notes.value.corrections);
    waitForPane(outcome);
    if (outcome !== undefined && outcome !== 'waiting') {
      if (left && left.numbers !== numbersOf(address) && left.conversation === outcome.drawn) outcome = 'waiting';
      else left = undefined;
    }
    if (outcome !== undefined && outcome !== 'waiting') {
      const key = keyOf(outcome);
      if (key !== noted) {
        const stored = await readNotes(key).catch(() => noNotes);
        // The page may have moved on while the notes were fetched.
        if (lifetime.aborted || location.href !== address) return;
        noted = key;
        notes.value = stored;
        if (Object.keys(stored.corrections).length) outcome = readNow({}, stored.corrections);
      }
    }
    if (outcome !== undefined && outcome !== 'waiting') dropDrafts(outcome);
    batch(() => {
      waiting.value = outcome === 'waiting';
      reading.value = outcome === 'waiting' ? undefined : outcome;
      now.value = clock.now();
    });
    watch.watch(reading.value?.root);
  }

  /** One more reading when patience has run out; the product's own pane wins whenever it appears. */
  function waitForPane(outcome: ReadOutcome): void {
    if (outcome === 'waiting' && missingSince === undefined) {
      missingSince = clock.now();
      patience = new AbortController();
      clock.at(missingSince + patienceMs, () => void read(), AbortSignal.any([patience.signal, lifetime]));
    } else if (outcome !== undefined && outcome !== 'waiting' && outcome.snapshot.helpdesk !== 'generic') stopWaiting();
  }

  function stopWaiting(): void {
    patience.abort();
    missingSince = undefined;
  }

  /** A ticket that is resolved needs no drafts any more; what a person writes after that stays as long as they are on the page. */
  function dropDrafts({ snapshot }: ReadResult): void {
    const kind = statusKind(snapshot);
    const resolved = kind === 'resolved' || kind === 'closed';
    const { handoff, messages } = notes.value;
    if (resolved && !wasResolved && Object.keys({ ...handoff, ...messages }).length) note((kept) => ({ ...kept, handoff: {}, messages: {} }));
    wasResolved = resolved;
  }

  /** The address changed: what was said of the old ticket goes at once, also while the new one still loads. */
  function leave(): void {
    const old = reading.value;
    rounds.drop();
    stopWaiting();
    navigated = true;
    if (old) left = { conversation: old.drawn, numbers: numbersOf(old.snapshot.url) };
    batch(() => {
      noted = undefined;
      wasResolved = false;
      bridge.forced = false;
      reading.value = undefined;
      waiting.value = false;
      notes.value = noNotes;
      earlierContacts.value = [];
      taught.leave();
      guess.value = undefined;
      said.value = undefined;
      tab.value = 'guide';
    });
    void read();
  }

  function tellLedger(): void {
    const shown = context.value;
    const judged = assessment.value;
    if (shown && judged && noted !== undefined) void tell(shown, judged, noted);
  }

  /** The ledger hears of a ticket after it is on screen, and its answer only adds to what is there. */
  async function tell(shown: TicketContext, judged: Assessment, key: string): Promise<void> {
    const sight = sightOf(shown, judged, key);
    const news = sightKey(sight);
    if (news === told) return;
    told = news;
    const answer = await askBackground('ledger.seen', sight);
    if (!answer || lifetime.aborted || noted !== key) return;
    if (JSON.stringify(answer.earlierContacts) !== JSON.stringify(earlierContacts.peek())) earlierContacts.value = answer.earlierContacts;
  }

  function draw(): void {
    const shown = context.value;
    const judged = assessment.value;
    if (!shown && !waiting.value) {
      removePanel();
      return;
    }
    if (!host) {
      host = mountPanelHost(document);
      bridge.host = host.element;
      marker = evidenceMarker(document, host.layer);
    }
    host.attach();
    host.element.dataset.state = shown && judged ? 'ready' : 'reading';
    const props = shown && judged ? ticketProps(shown, judged, { tab: tab.value, message: message.value }, now.value) : undefined;
    nextTick = props?.view?.nextTick;
    const teaching = taught.question();
    render(
      <Panel
        language={language.value}
        tab={tab.value}
        collapsed={site.value.collapsed}
        side={site.value.side}
        width={site.value.width}
        policyProblems={trouble.value?.problems ?? []}
        tour={!settings.value.toured}
        on={actions}
        {...(said.value === undefined ? {} : { said: said.value })}
        {...(guess.value === undefined ? {} : { guess: guess.value })}
        {...(teaching ? { teaching } : {})}
        {...apiProps()}
        {...props}
      />,
      host.container,
    );
    setTick();
  }

  /** The switch in "What was read", where the product has an interface of its own. */
  function apiProps(): Pick<PanelProps, 'api'> {
    const helpdesk = reading.value?.snapshot.helpdesk;
    if (helpdesk === undefined || !hasApi(helpdesk)) return {};
    return { api: { allowed: site.value.api, refused: rounds.refused(), helpdesk: helpdeskName(helpdesk) ?? helpdesk, site: location.host } };
  }

  function removePanel(): void {
    marker?.clear();
    if (host) {
      render(null, host.container);
      host.element.remove();
    }
    host = undefined;
    marker = undefined;
    delete bridge.host;
  }

  /** One timer, for the next instant at which the answer or a visible text changes; none while the tab is hidden. */
  function setTick(): void {
    tick.abort();
    tick = new AbortController();
    const judged = assessment.peek();
    if (!judged || document.visibilityState === 'hidden') return;
    const instants = [judged.nextChange?.at, judged.nextClockEvent?.at].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
    const next = Math.min(...instants.filter((at) => at > now.peek()), nextTick ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(next)) clock.at(Math.max(next, clock.now() + shortestTickMs), () => (now.value = clock.now()), tick.signal);
  }

  function say(text: string): void {
    saidUntil.abort();
    saidUntil = new AbortController();
    said.value = text;
    clock.at(clock.now() + saidMs, () => (said.value = undefined), saidUntil.signal);
  }

  /** Shows the change at once and stores it; when the browser cannot store it, it stays on screen and the person is told. */
  function note(change: (notes: TicketNotes) => TicketNotes): void {
    if (noted === undefined) return;
    notes.value = change(notes.value);
    changeNotes(noted, change, clock.now()).catch((error: unknown) =>
      say(translator(language.value)('said.notStored', { why: error instanceof Error ? error.message : String(error) })),
    );
  }

  /** The person allowed, here or on the options page, that the helpdesk itself is asked, or took it back. */
  function allowApi(api: boolean): void {
    if (api === site.value.api) return;
    site.value = { ...site.value, api };
    if (!api) rounds.drop();
    void read();
  }

  function place(change: Partial<SiteSettings>): void {
    site.value = { ...site.value, ...change };
    void changeSite(origin, change).catch(() => undefined);
  }

  function status(): PageStatus {
    const shown = context.value;
    if (!shown) return { state: waiting.value ? 'reading' : 'no-ticket' };
    const { fields, helpdesk } = shown.snapshot;
    return {
      state: 'ticket',
      ticket: {
        helpdesk: helpdeskName(helpdesk) ?? location.host,
        tier: assessment.value?.tier ?? 1,
        ...(fields.id ? { id: fields.id.value } : {}),
        ...(fields.subject ? { subject: fields.subject.value } : {}),
      },
    };
  }

  async function readOnce(request: ReadRequest): Promise<ReadAnswer> {
    await started;
    const outcome = readNow(request);
    const policy = request.policy ?? loaded.value;
    if (outcome === undefined || outcome === 'waiting') return { snapshot: null, assessment: null };
    const { snapshot } = outcome;
    if (!policy) return { snapshot, assessment: null };
    return {
      snapshot,
      assessment: assessTicket(
        { snapshot, loaded: policy, notes: noNotes, earlierContacts: [], settings: settings.value, language: language.value },
        request.now ?? clock.now(),
      ),
    };
  }

  const actions = {
    ...taught,
    ...panelActions({
      clock,
      reading,
      context,
      assessment,
      tab,
      message,
      guess,
      note,
      place,
      say,
      allowApi: (api) => {
        allowApi(api);
        void changeSite(origin, { api }).catch(() => undefined);
      },
      read: () => void read(),
      marker: () => marker,
    }),
  };

  /** The numbers of an address name its ticket; another tab of the same ticket keeps them. */
  function numbersOf(address: string): string {
    return (new URL(address).href.replace(new URL(address).origin, '').match(/\d+/g) ?? []).join(' ');
  }

  function keyOf(result: ReadResult): string {
    const { helpdesk, fields } = result.snapshot;
    return ticketKey(origin, helpdesk, fields.id?.value ?? location.pathname);
  }
}
