/**
 * The loop of a page that may show a ticket: read, assess, show, and take it all away when the ticket is left. The only state of the
 * content side lives here, as signals; everything shown follows from them. Long because it is the composition root: it wires
 * reader, policy, notes, clock and panel, and nothing else may.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { PanelActions, PanelProps, PanelTab } from '../../components/panel/models.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { replayInput } from '../../components/panel/replay-input.ts';
import type { Clock } from '../../lib/clock.ts';
import type { MessageKind } from '../../lib/documents/message-kinds.ts';
import { fieldLabels } from '../../lib/guidance/field-labels.ts';
import type { Assessment, History } from '../../lib/guidance/assessment.ts';
import type { ApiRounds } from '../../lib/helpdesks/api/api-rounds.ts';
import type { LedgerTroubleKind } from '../../lib/ledger/ledger-trouble.ts';
import { askBackground, type PageStatus, type ReadAnswer, type ReadRequest } from '../../lib/messages.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { part, PartMissing, type Slices, withParts } from '../../lib/parts.ts';
import { learnEveryLanguage } from '../../lib/reader/labels.ts';
import { PageMemory } from '../../lib/reader/page-memory.ts';
import { type ReadOptions, type ReadOutcome, type ReadResult, tryReadPage } from '../../lib/reader/read-page.ts';
import { keepSame } from '../../lib/reader/same-reading.ts';
import type { TaughtField } from '../../lib/reader/taught/taught-field.ts';
import { watchPage } from '../../lib/reader/watch-page.ts';
import { siteProfile } from '../../lib/sharing/site-profile.ts';
import {
  changeSite,
  defaultSettings,
  defaultSite,
  noNotes,
  type PolicyTrouble,
  readNotes,
  readPolicy,
  readPendingUpdate,
  readPolicyTrouble,
  readSettings,
  readSite,
  type Settings,
  type SiteSettings,
  type TicketNotes,
  ticketKey,
  watchPolicy,
  watchPendingUpdate,
  watchPolicyTrouble,
  watchSettings,
  watchSite,
} from '../../lib/storage.ts';
import { loadTexts, textsLoaded, translator } from '../../lib/text.ts';
import type { FieldName } from '../../lib/ticket.ts';
import { systemZone } from '../../lib/zone.ts';
import type { PageBridge } from '../content/page-bridge.ts';
import { extensionGone } from '../content/extension-gone.ts';
import { keptNotes } from './kept-notes.ts';
import type { ActionsAtOnce } from './panel-actions.ts';
import { mountPanelHost, type PanelHost } from './panel-host.ts';
import { readingTurns } from './reading-turns.ts';
import type { EvidenceMarker } from './show-evidence.ts';
import type { TaughtFields } from './taught-fields.ts';
import { type Judged, judgeHere, ticketJudge } from './ticket-judge.ts';
import { hasApi, helpdeskName, judgeRequest, type TicketContext, type TicketDocuments, ticketProps } from './ticket-view.ts';

/** How long a short confirmation stays. */
const saidMs = 2500;
/** How long a product's own pane is waited for before the general reader tries; slow products take some seconds to draw. */
const patienceMs = 10_000;
/** A countdown is never repainted more often than this. */
const shortestTickMs = 1000;
/** Nor is the page left alone for longer while it is looked at: the machine may have slept, and its clock, its time zone or this extension may have changed. */
const longestTickMs = 60_000;

/** Longest stretch of reading without a turn for the page; what is being done when it ends is finished. */
const sliceMs = 8;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The beginning of the line that a handoff ends with, also where the page folds it or escapes signs; `readFooter` reads it. */
const mayHoldHandoff = /Handrail[\s\\]+handoff/;

/** Few tickets were corrected by hand. */
const typing = part(() => import('../../lib/guidance/corrections.ts'));

export function startPageLoop(bridge: PageBridge, clock: Clock): void {
  const { signal: lifetime } = bridge;
  const origin = location.origin;

  const reading = signal<ReadResult | undefined>(undefined);
  const waiting = signal(false);
  const loaded = signal<LoadedPolicy | null>(null);
  const trouble = signal<PolicyTrouble | null>(null);
  const policyWaits = signal(false);
  const settings = signal<Settings>(defaultSettings);
  const site = signal<SiteSettings>(defaultSite);
  const notes = signal<TicketNotes>(noNotes);
  const earlierContacts = signal<History['earlierContacts']>([]);
  /** What the browser could not store or give back, in its own words. */
  const notStored = signal<string | undefined>(undefined);
  const notReadable = signal<string | undefined>(undefined);
  /** A file of the extension that could not be fetched, while the extension itself is still there. */
  const notLoaded = signal<string | undefined>(undefined);
  /** Why the ledger could not take in the ticket. */
  const notInLedger = signal<LedgerTroubleKind | undefined>(undefined);
  /** The same of the latest start alone, so that what is told stays on screen while it is tried again. */
  let failure: string | undefined;
  /** When the page was looked at last; each look draws anew. */
  const lookedAt = signal(clock.now());
  const tab = signal<PanelTab>('guide');
  const message = signal<MessageKind>('acknowledgement');
  const documents = signal<TicketDocuments | undefined>(undefined);
  const said = signal<string | undefined>(undefined);
  const guess = signal<number | undefined>(undefined);
  const partsLoaded = signal(0);
  /** A person came to the panel with the pointer or the keyboard. */
  const touched = signal(false);

  const language = computed(() => (textsLoaded(languageOf(settings.value)) ? languageOf(settings.value) : 'en'));
  const key = computed(() => reading.value && keyOf(reading.value));
  const own = computed(() => ({ notes: notes.value, earlierContacts: earlierContacts.value, settings: settings.value, language: language.value }));
  /** What is to be judged: the ticket as it was read last. */
  const context = computed((): TicketContext | undefined =>
    reading.value && loaded.value ? { key: keyOf(reading.value), snapshot: reading.value.snapshot, loaded: loaded.value, ...own.value } : undefined,
  );
  const judge = ticketJudge(clock, lifetime);
  const judged = computed(() => (judge.judged.value?.key === key.value ? judge.judged.value : undefined));
  const assessment = computed(() => judged.value?.assessment);
  /** What is shown: the newest that was judged. A reading waits for its answer, since evidence points into what was judged. */
  const shown = computed((): TicketContext | undefined => judged.value && { ...judged.value, ...own.value });

  /** Who asks the helpdesk itself, where the person allowed it: the page shows its advice first. */
  let rounds: ApiRounds | undefined;
  const apiRefused = signal(false);
  /** Asks about what was pointed at; what the controls do. Both come with the documents. */
  let taught: TaughtFields | undefined;
  let controls: Partial<PanelActions> = {};

  const memory = new PageMemory();
  const turns = readingTurns();
  const slices: Slices = { now: () => clock.now(), ms: sliceMs, pause: () => nextTurn(clock, lifetime) };

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
  /** When the panel was drawn last, and when a visible text changes by itself since then. */
  let drawnAt = clock.now();
  let nextTick: number | undefined;
  let saidUntil = new AbortController();
  /** The ticket that is shown was resolved when it was last read. */
  let wasResolved = false;
  /** What the ledger was told last, so that it only hears news. */
  let told: string | undefined;
  /** What was asked last of whoever judges, its time left out, and the answer that is under way. */
  let question: readonly unknown[] = [];
  let judging: Promise<void> = Promise.resolve();
  /** What the ledger could not take in is told again then. */
  let tellAgainAt: number | undefined;
  /** The words of every language are there, or under way. */
  let learning = false;

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

  const kept = keptNotes(
    () => clock.now(),
    (why) => {
      if (lifetime.aborted || isGone()) return;
      notStored.value = why;
    },
  );
  bridge.onGone = () => rescue(false);

  watchPolicy((policy) => {
    loaded.value = policy;
    // what the new policy says of this site may change what is read
    void read();
  }, lifetime);
  watchPolicyTrouble((problem) => (trouble.value = problem), lifetime);
  watchPendingUpdate((update) => (policyWaits.value = update !== null), lifetime);
  void readPendingUpdate().then(
    (update) => (policyWaits.value = update !== null),
    () => undefined,
  );
  watchSettings((changed) => void loadTexts(languageOf(changed)).then(() => (settings.value = changed)), lifetime);
  watchSite(origin, (changed) => allowApi(changed.api), lifetime);
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? setTick() : look()), { signal: lifetime });
  // A page that is put away whole may come back after hours, and hears of nothing in between: it comes back without advice, and reads anew.
  // The page may say the first too, and the panel would be gone.
  window.addEventListener('pagehide', ({ persisted, isTrusted }) => persisted && isTrusted && putAway(), { signal: lifetime });
  window.addEventListener('pageshow', ({ persisted }) => persisted && void takeOut(), { signal: lifetime });
  const stopDrawing = effect(drawNow);
  const stopJudging = effect(judgeNow);
  const stopTelling = effect(tellLedger);
  lifetime.addEventListener('abort', () => {
    stopDrawing();
    stopJudging();
    stopTelling();
    tick.abort();
    saidUntil.abort();
    removePanel();
    memory.forget();
  });
  const started = start();

  async function start(): Promise<void> {
    failure = undefined;
    try {
      const [policy, problem, own, place] = await Promise.all([
        readPolicy(),
        readPolicyTrouble(),
        readSettings().then(async (settings) => {
          await loadTexts(languageOf(settings)).catch(partFailed);
          return settings;
        }),
        readSite(origin),
      ]);
      batch(() => {
        loaded.value = policy;
        trouble.value = problem;
        settings.value = own;
        site.value = place;
        notReadable.value = undefined;
      });
    } catch (error) {
      // What says so needs its words too.
      await loadTexts(languageOf(settings.peek())).catch(partFailed);
      batch(() => {
        settings.value = { ...settings.peek() };
        notReadable.value = wordsOf(error);
      });
    }
    await read();
    await judging;
    notLoaded.value = failure;
  }

  /** A look at everything that may have changed without a sign: time, zone, what could not be stored or read, the extension itself. */
  function look(): void {
    if (isGone()) return;
    kept.retry();
    lookedAt.value = clock.now();
    judgeNow();
    if (notReadable.value !== undefined || notLoaded.value !== undefined) void start();
    else if (reading.value && reading.value.snapshot.zone !== zoneNow()) void read();
    else setTick();
  }

  function putAway(): void {
    memory.forget();
    tick.abort();
    stopWaiting();
    batch(() => {
      noted = undefined;
      notes.value = noNotes;
      judge.leave();
      reading.value = undefined;
      waiting.value = false;
    });
  }

  async function takeOut(): Promise<void> {
    if (isGone()) return;
    kept.retry();
    await start();
  }

  /** A part could not be fetched: this copy ends when its extension is gone, else the person is told until a part comes again. */
  function partFailed(error: unknown): void {
    if (lifetime.aborted || isGone()) return;
    failure = wordsOf(error);
    notLoaded.value = failure;
  }

  /** @returns true when this copy is cut off from its extension; then it has ended. */
  function isGone(): boolean {
    if (!extensionGone()) return false;
    if (!lifetime.aborted) rescue(true);
    return true;
  }

  /** Ends this copy; words that are typed and may be kept nowhere stay on the page. @param alone no newer copy shows what was stored */
  function rescue(alone: boolean): void {
    const typed = [...kept.waiting(), ...(alone ? [notes.value] : [])];
    const [made, ticket, judgement] = [documents.peek(), shown.peek(), assessment.peek()];
    const titles = made && ticket && judgement ? made.sectionTitles(ticket, judgement, clock.now()) : new Map<string, string>();
    const [words, side] = [language.value, site.value.side];
    bridge.end();
    // Nothing can be fetched any more; words were typed in the views that came with it.
    made?.showRescuedTexts(document, made.rescuedTexts(typed, titles, words), words, side === 'right' ? 'left' : 'right');
  }

  const zoneNow = (): string => site.value.zone ?? sharedProfile().zone ?? systemZone();

  /** The state after everything that has happened so far. */
  async function settle(): Promise<void> {
    await started;
    await read();
    await judging;
  }

  /** What the policy says of this site. */
  function sharedProfile(): ReturnType<typeof siteProfile> {
    return siteProfile(loaded.peek()?.policy.sites ?? [], origin);
  }

  /** What to look for on this site: what the person pointed at first, then what the policy names. */
  function taughtHere(): readonly TaughtField[] {
    const own = site.value.taught.map(({ field }) => field);
    const names = new Set(own.map(({ name }) => name));
    return [...own, ...sharedProfile().taught.filter(({ name }) => !names.has(name))];
  }

  function readOptions(request: ReadRequest = {}, corrections: TicketNotes['corrections'] = {}, memory?: PageMemory): ReadOptions {
    // the person's own choice first, then what the lead says of this site
    const shared = sharedProfile();
    const zone = request.zone ?? zoneNow();
    return {
      url: location.href,
      now: request.now ?? clock.now(),
      zone,
      forced: bridge.forced,
      ...corrected(corrections, zone),
      taught: taughtHere(),
      ...pageLanguage(site.value.locale ?? shared.locale),
      ...(site.value.api && rounds && request.now === undefined ? { api: rounds.ask } : {}),
      ...(request.saved || (missingSince !== undefined && clock.now() >= missingSince + patienceMs)
        ? { rootMissing: navigated ? ('since-navigation' as const) : ('since-load' as const) }
        : {}),
      ...(request.adapter ? { adapter: request.adapter } : {}),
      ...(memory ? { memory } : {}),
    };
  }

  /** Reads the page in stretches between which it goes on; stops where it has another address. */
  function readSliced(address: string, corrections: TicketNotes['corrections']): Promise<ReadOutcome> {
    let options: ReadOptions | undefined;
    return turns.take(() =>
      withParts(
        () => (lifetime.aborted || location.href !== address ? undefined : tryReadPage(document, (options ??= readOptions({}, corrections, memory)))),
        slices,
      ),
    );
  }

  function read(): Promise<void> {
    return turns.ask(readAndShow);
  }

  async function readAndShow(): Promise<void> {
    if (lifetime.aborted || isGone()) return;
    const address = location.href;
    let outcome: ReadOutcome;
    try {
      outcome = await readSliced(address, noted === undefined ? {} : notes.value.corrections);
    } catch (error) {
      partFailed(error);
      return;
    }
    // The page may have moved on while a part was fetched.
    if (lifetime.aborted || location.href !== address) return;
    waitForPane(outcome);
    if (outcome !== undefined && outcome !== 'waiting') {
      if (left && left.numbers !== numbersOf(address) && left.conversation === outcome.drawn) outcome = 'waiting';
      else left = undefined;
    }
    if (outcome !== undefined && outcome !== 'waiting') {
      const key = keyOf(outcome);
      if (key !== noted) {
        const stored = await readNotes(key).catch((error: unknown) => {
          notReadable.value = wordsOf(error);
          return noNotes;
        });
        // And while the notes were fetched.
        if (lifetime.aborted || location.href !== address) return;
        noted = key;
        notes.value = kept.over(key, stored);
        if (Object.keys(notes.value.corrections).length) {
          try {
            outcome = await readSliced(address, notes.value.corrections);
          } catch (error) {
            partFailed(error);
            return;
          }
          if (lifetime.aborted || location.href !== address) return;
        }
      }
    }
    show(outcome);
    watch.watch(reading.value?.root);
    // Also where no ticket was seen: in another language it may be one.
    void judging.then(learnWhenIdle);
  }

  function show(outcome: ReadOutcome): void {
    const shown = reading.peek();
    const read = outcome === 'waiting' ? undefined : outcome;
    const snapshot = read && keepSame(shown?.snapshot, read.snapshot);
    if (read && shown && snapshot === shown.snapshot) {
      // The page says what it said: only the way back to it is new.
      Object.assign(shown, { places: read.places, root: read.root });
      return;
    }
    batch(() => {
      waiting.value = outcome === 'waiting';
      reading.value = read && snapshot && Object.assign(read, { snapshot });
    });
  }

  /** One more reading when patience has run out; the product's own pane wins whenever it appears. */
  function waitForPane(outcome: ReadOutcome): void {
    // The clock was set back: what was missing a while ago is not missing since the future.
    if (missingSince !== undefined && missingSince > clock.now()) missingSince = undefined;
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
  function dropDrafts({ verdict }: Assessment): void {
    const resolved = verdict === 'resolved';
    const { handoff, messages } = notes.peek();
    if (resolved && !wasResolved && Object.keys({ ...handoff, ...messages }).length) note((kept) => ({ ...kept, handoff: {}, messages: {} }));
    wasResolved = resolved;
  }

  /** The address changed: what was said of the old ticket goes at once, also while the new one still loads. */
  function leave(): void {
    const old = reading.value;
    rounds?.drop();
    stopWaiting();
    navigated = true;
    memory.forget();
    if (old) left = { conversation: old.drawn, numbers: numbersOf(old.snapshot.url) };
    batch(() => {
      noted = undefined;
      wasResolved = false;
      judge.leave();
      bridge.forced = false;
      reading.value = undefined;
      waiting.value = false;
      notes.value = noNotes;
      earlierContacts.value = [];
      taught?.leave();
      guess.value = undefined;
      said.value = undefined;
      tab.value = 'guide';
    });
    void read();
  }

  /** Asks for a judgement of what is new: of the ticket, what the person noted or the policy, or by an instant that has come. */
  function judgeNow(): void {
    const ticket = context.value;
    if (!ticket || ticket.key !== noted) return;
    const { notes } = ticket;
    const asks = [
      ticket.key,
      ticket.snapshot,
      ticket.loaded,
      ticket.earlierContacts,
      notes.marks,
      notes.escalations,
      notes.currentTier,
      notes.notNow,
    ];
    if (asks.every((part, i) => part === question[i]) && !isDue()) return;
    question = asks;
    judging = judge.judge(judgeRequest(ticket, clock.now()), ticket.loaded).catch(partFailed);
  }

  /** Time alone may have changed the answer: an instant that it named has come, a minute is over, or the clock was set back. */
  function isDue(): boolean {
    const last = assessment.peek();
    if (!last) return false;
    const [at, instant] = [Date.parse(last.at), clock.now()];
    return instant < at || instant >= at + longestTickMs || changesOf(last).some((change) => change > at && change <= instant);
  }

  const changesOf = ({ nextChange, nextClockEvent }: Assessment): number[] =>
    [nextChange?.at, nextClockEvent?.at].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));

  function tellLedger(): void {
    if (!judged.value) return;
    dropDrafts(judged.value.assessment);
    void tell(judged.value);
  }

  /** Most words of other languages come after the first look at a page in English. */
  function learnWhenIdle(): void {
    if (learning || lifetime.aborted) return;
    learning = true;
    void untilIdle()
      .then(learn)
      .catch((error: unknown) => {
        learning = false;
        partFailed(error);
      });
  }

  /** Where the page says more in the words of every language it is read again. @throws when they cannot be fetched */
  async function learn(): Promise<void> {
    if (await learnEveryLanguage(slices)) void read();
  }

  /** The ledger hears of a ticket after it is on screen, and its answer only adds to what is there. */
  async function tell({ key, sight, news }: Judged): Promise<void> {
    if (news === told && (tellAgainAt === undefined || clock.now() < tellAgainAt)) return;
    told = news;
    const answer = await askBackground('ledger.seen', sight);
    if (!answer || lifetime.aborted) return;
    notInLedger.value = answer.trouble;
    tellAgainAt = answer.trouble === undefined ? undefined : clock.now() + longestTickMs;
    if (noted !== key) return;
    if (JSON.stringify(answer.earlierContacts) !== JSON.stringify(earlierContacts.peek())) earlierContacts.value = answer.earlierContacts;
  }

  /** Words that come after the first advice may be asked for before it, where a fault is told. */
  function drawNow(): void {
    void partsLoaded.value;
    try {
      draw();
    } catch (error) {
      if (!(error instanceof PartMissing)) throw error;
      void error.part.load().then(() => partsLoaded.value++, partFailed);
    }
  }

  function draw(): void {
    const [ticket, judgement] = [shown.value, assessment.value];
    void lookedAt.value;
    drawnAt = clock.now();
    const broken = notLoaded.value !== undefined || (key.value && notReadable.value !== undefined);
    if (!(key.value && loaded.value) && !waiting.value && !broken) {
      removePanel();
      return;
    }
    if (!host) {
      host = mountPanelHost(document);
      bridge.host = host.element;
      touched.value = false;
      for (const sign of ['pointerover', 'focusin'])
        host.container.addEventListener(sign, () => (touched.value = true), { once: true, signal: lifetime });
    }
    host.attach();
    if (documents.value && host.restyle(documents.value.laterStyles)) documents.value.keepPanelFocus(host.container);
    host.element.dataset.state = ticket && judgement ? 'ready' : 'reading';
    const props =
      ticket && judgement
        ? ticketProps(ticket, judgement, { tab: tab.value, message: message.value, documents: documents.value }, drawnAt)
        : undefined;
    nextTick = props?.view?.nextTick;
    const teaching = taught?.question();
    render(
      <Panel
        language={language.value}
        tab={tab.value}
        collapsed={site.value.collapsed}
        side={site.value.side}
        width={site.value.width}
        policyProblems={trouble.value?.problems ?? []}
        policyWaits={policyWaits.value}
        faults={faults()}
        tour={!settings.value.toured}
        later={documents.value?.laterViews}
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
    if (ticket && judgement && !documents.peek() && wantsMore(ticket, judgement)) void more();
  }

  /**
   * Whether something is to be seen that is not there for a glance: a handoff that is asked for or was left here, drafts, another tab, the
   * tour, a question, or simply a person who comes to the panel.
   */
  function wantsMore({ snapshot, notes }: TicketContext, { verdict, requiredHandoffFields }: Assessment): boolean {
    return (
      touched.value ||
      tab.value !== 'guide' ||
      verdict === 'escalate' ||
      verdict === 'unknown-tier' ||
      requiredHandoffFields.length > 0 ||
      !settings.value.toured ||
      notes.escalations.length > 0 ||
      notes.notNow !== undefined ||
      site.value.api ||
      taughtHere().length > 0 ||
      Object.keys({ ...notes.handoff, ...notes.messages }).length > 0 ||
      snapshot.messages.some(({ text }) => mayHoldHandoff.test(text))
    );
  }

  /** Loads it; fails to the person, not to who asks. */
  const more = (): Promise<void> => loadDocuments().catch(partFailed);

  /** Handoff and messages, in whatever language the customer writes, and the views that show them. */
  async function loadDocuments(): Promise<void> {
    const [made] = await Promise.all([import('./after-advice.ts'), loadTexts(), learn()]);
    if (lifetime.aborted || documents.peek()) return;
    const [ticket, judgement] = [shown.peek(), assessment.peek()];
    if (ticket && judgement) await withParts(() => made.lookThroughMessages(ticket, judgement), slices);
    if (lifetime.aborted || documents.peek()) return;
    rounds = made.apiRounds({
      clock,
      get: made.sameOriginGet(origin, clock, lifetime),
      onAnswer: () => void read(),
      onRefused: () => (apiRefused.value = true),
      signal: lifetime,
    });
    taught = made.taughtFields({
      site,
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
    controls = {
      ...taught,
      ...made.panelActions({
        clock,
        reading,
        context: shown,
        assessment,
        tab,
        message,
        guess,
        note,
        say,
        allowApi: (api) => {
          allowApi(api);
          void changeSite(origin, { api }).catch(sayNotStored);
        },
        read: () => void read(),
        marker: () => (marker ??= host && made.evidenceMarker(document, host.layer)),
      }),
    };
    documents.value = made;
    if (site.peek().api) void read();
  }

  function faults(): string[] {
    const t = translator(language.value);
    return [
      ...(notReadable.value === undefined ? [] : [t('fault.notReadable', { why: notReadable.value })]),
      ...(notLoaded.value === undefined ? [] : [t('fault.notLoaded', { why: notLoaded.value })]),
      ...(notInLedger.value === undefined ? [] : [t(`fault.ledger.${notInLedger.value}`)]),
      ...(notStored.value === undefined ? [] : [t('fault.notStored', { why: notStored.value })]),
    ];
  }

  /** The switch in "What was read", where the product has an interface of its own. */
  function apiProps(): Pick<PanelProps, 'api'> {
    const id = shown.value?.snapshot.helpdesk;
    if (id === undefined || !hasApi(id)) return {};
    return { api: { allowed: site.value.api, refused: apiRefused.value, helpdesk: helpdeskName(id) ?? id, site: location.host } };
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
    const judgement = assessment.peek();
    if ((!judgement && notReadable.peek() === undefined && notLoaded.peek() === undefined) || document.visibilityState === 'hidden') return;
    const next = Math.min(
      ...(judgement ? changesOf(judgement) : []).filter((at) => at > drawnAt),
      nextTick ?? Number.POSITIVE_INFINITY,
      clock.now() + longestTickMs,
    );
    clock.at(Math.max(next, clock.now() + shortestTickMs), look, tick.signal);
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
    notes.value = change(notes.peek());
    kept.add(noted, change);
  }

  /** The person allowed, here or on the options page, that the helpdesk itself is asked, or took it back. */
  function allowApi(api: boolean): void {
    if (api === site.value.api) return;
    site.value = { ...site.value, api };
    if (!api) rounds?.drop();
    void read();
  }

  function place(change: Partial<SiteSettings>): void {
    site.value = { ...site.value, ...change };
    void changeSite(origin, change).catch(sayNotStored);
  }

  const sayNotStored = (error: unknown): void => say(translator(language.value)('said.notStored', { why: wordsOf(error) }));

  function status(): PageStatus {
    const ticket = context.value;
    if (!ticket) return { state: waiting.value ? 'reading' : 'no-ticket' };
    const { fields, helpdesk } = ticket.snapshot;
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
    await Promise.all([started, learn()]);
    const outcome = await withParts(() => tryReadPage(document, readOptions(request)));
    const policy = request.policy ?? loaded.value;
    if (outcome === undefined || outcome === 'waiting') return { snapshot: null, assessment: null };
    const { snapshot } = outcome;
    if (!policy) return { snapshot, assessment: null };
    const asked = judgeRequest({ key: keyOf(outcome), snapshot, loaded: policy, notes: noNotes, earlierContacts: [] }, request.now ?? clock.now());
    return { snapshot, assessment: (await judgeHere(asked, policy)).assessment };
  }

  /** What moves the panel itself works whatever can be loaded. */
  const atOnce: ActionsAtOnce = {
    onTab: (next) => (tab.value = next),
    onCollapse: (collapsed) => {
      if (collapsed) marker?.clear();
      place({ collapsed });
    },
    onMove: (side) => place({ side }),
    onResize: (width) => place({ width }),
  };
  /** What else the controls do comes with the documents; what a person did before they were there is done when they are. */
  const actions = new Proxy(atOnce as PanelActions, {
    get:
      (own, name: keyof PanelActions) =>
      (...said: never[]): void => {
        const act = () => ((own[name] ?? controls[name]) as ((...said: never[]) => void) | undefined)?.(...said);
        if (own[name] || documents.value) act();
        else void more().then(act);
      },
  });

  function languageOf(own: Settings): string {
    return own.language ?? navigator.language;
  }

  /** The numbers of an address name its ticket; another tab of the same ticket keeps them. */
  function numbersOf(address: string): string {
    return (new URL(address).href.replace(new URL(address).origin, '').match(/\d+/g) ?? []).join(' ');
  }

  function keyOf(result: ReadResult): string {
    const { helpdesk, fields, url } = result.snapshot;
    return ticketKey(origin, helpdesk, fields.id?.value ?? new URL(url).pathname);
  }
}

/** @throws PartMissing when what turns typed words into values is not loaded yet */
function corrected(corrections: TicketNotes['corrections'], zone: string): Pick<ReadOptions, 'corrections' | 'customCorrections'> {
  if (!Object.keys(corrections).length) return {};
  const { typedCorrections, typedCustomFields } = typing.take();
  return { corrections: typedCorrections(corrections, zone), customCorrections: typedCustomFields(corrections) };
}

/** Resolves when the page has had its turn. */
function nextTurn(clock: Clock, signal: AbortSignal): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((done) => clock.at(clock.now(), done, signal));
}

/** Resolves when the page has nothing else to do, after a second at the latest. */
function untilIdle(): Promise<void> {
  return new Promise((done) => requestIdleCallback(() => done(), { timeout: 1000 }));
}

/** The language of a site's pages; a region settles which way round its dates are. */
function pageLanguage(locale: string | undefined): { language?: string } {
  return locale ? { language: locale } : {};
}
