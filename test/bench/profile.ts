/** What a page's main thread did, by the browser's own sampling profiler: how much of it was ours, and in which of our files. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';

interface CallFrame {
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}
interface ProfileNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}

export interface Profiling {
  readonly session: CDPSession;
  readonly startedAt: number;
  /** Ends the recording of what the browser did. */
  readonly recorded: () => Promise<Recorded>;
}

/** What the browser itself recorded of the page's main thread. */
interface Recorded {
  /** Beginning and end of each task, by the clock of the samples. */
  readonly tasks: readonly (readonly [from: number, to: number])[];
  /** How many timers were set, the page's own among them. */
  readonly timersSet: number;
}

/** All in ms of processor time: samples tell the shares, the thread's own clock how much there was to share. */
export interface Work {
  /** Of our code, with everything it called. */
  readonly ours: number;
  /** The most of our code in one task of the browser: so long the page could do nothing else. */
  readonly longest: number;
  /** Inside reading the page, and inside the assessment. */
  readonly read: number;
  readonly assess: number;
  /** The rest of the page's own work, idle time left out. */
  readonly theirs: number;
  /** How many timers were set, the page's own among them. */
  readonly timersSet: number;
  /** Our files, and functions by the line that they begin on, by time of their own, longest first. */
  readonly files: readonly (readonly [file: string, ms: number])[];
  readonly functions: readonly (readonly [place: string, ms: number])[];
}

/** Microseconds between samples. */
const interval = 250;

/** Processor time of the page's main thread so far, ms. `Performance.enable` has been sent. */
export async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1000;
}

/** Call it in a page of the site already, so that the page measured next runs in the same process. */
export async function startProfile(session: CDPSession): Promise<Profiling> {
  await session.send('Performance.enable');
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval });
  const recorded = await record(session);
  await session.send('Profiler.start');
  return { session, startedAt: await threadMs(session), recorded };
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
}

const mark = 'handrail-bench';

/** Samples alone do not tell two tasks apart between which nothing else ran. */
async function record(session: CDPSession): Promise<Profiling['recorded']> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }): number => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', 'devtools.timeline'], excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    // Other tabs' processes are in the record too; the mark tells which is this one.
    await session.send('Runtime.evaluate', { expression: `performance.mark(${JSON.stringify(mark)})` });
    await session.send('Tracing.end');
    await ended;
    session.off('Tracing.dataCollected', take);
    const own = events.find(({ name }) => name === mark);
    const ofPage = events.filter(({ pid, tid }) => pid === own?.pid && tid === own.tid);
    return {
      tasks: ofPage.flatMap(({ name, ts, dur }) => (name === 'ThreadControllerImpl::RunTask' && dur !== undefined ? [[ts, ts + dur] as const] : [])),
      timersSet: ofPage.filter(({ name }) => name === 'TimerInstall').length,
    };
  };
}

/** @param maps folder with the source maps of the very build that runs */
export async function stopProfile({ session, startedAt, recorded }: Profiling, maps: string): Promise<Work> {
  const spent = (await threadMs(session)) - startedAt;
  const { profile } = await session.send('Profiler.stop');
  const { tasks: unsorted, timersSet } = await recorded();
  const tasks = [...unsorted].sort(([a], [b]) => a - b);
  const nodes = new Map((profile.nodes as readonly ProfileNode[]).map((node) => [node.id, node]));
  const parents = new Map<number, number>();
  for (const node of nodes.values()) for (const child of node.children ?? []) parents.set(child, node.id);
  interface Kind {
    readonly ours: boolean;
    readonly read: boolean;
    readonly assess: boolean;
    readonly file: string | undefined;
    readonly place: string | undefined;
  }
  const kinds = new Map<number, Kind>();
  const kindOf = (id: number): Kind => {
    const known = kinds.get(id);
    if (known) return known;
    const parent = parents.get(id);
    const above = parent === undefined ? { ours: false, read: false, assess: false, file: undefined, place: undefined } : kindOf(parent);
    const frame = nodes.get(id)?.callFrame;
    const found = frame?.url.startsWith('chrome-extension:') ? sourceOf(frame, maps) : undefined;
    const [file] = found ?? [];
    const kind = {
      ours: above.ours || file !== undefined,
      read: above.read || file === 'lib/reader/read-page.ts',
      assess: above.assess || file === 'lib/guidance/assess.ts',
      file: file ?? above.file,
      place: found?.join(':') ?? above.place,
    };
    kinds.set(id, kind);
    return kind;
  };
  const sums = { ours: 0, longest: 0, read: 0, assess: 0, theirs: 0 };
  const files = new Map<string, number>();
  const functions = new Map<string, number>();
  let stretch = 0;
  let task = 0;
  let at = profile.startTime;
  const deltas = profile.timeDeltas ?? [];
  (profile.samples ?? []).forEach((id, i) => {
    // The time until the next sample is the sample's.
    const ms = Math.max(0, deltas[i + 1] ?? 0) / 1000;
    at += deltas[i] ?? 0;
    for (let current = tasks[task]; current && at > current[1]; current = tasks[++task]) stretch = 0;
    const kind = kindOf(id);
    const native = (nodes.get(id) as ProfileNode & { callFrame: { functionName: string } }).callFrame.functionName;
    if (kind.ours) {
      sums.ours += ms;
      stretch += ms;
      sums.longest = Math.max(sums.longest, stretch);
      if (kind.read) sums.read += ms;
      if (kind.assess) sums.assess += ms;
      files.set(kind.file ?? '?', (files.get(kind.file ?? '?') ?? 0) + ms);
      functions.set(kind.place ?? '?', (functions.get(kind.place ?? '?') ?? 0) + ms);
    } else if (native !== '(garbage collector)' && native !== '(idle)') sums.theirs += ms;
  });
  // On a busy machine a sample also lasts while the page waits for the processor.
  const share = spent > 0 ? Math.min(1, spent / (sums.ours + sums.theirs)) : 1;
  const scaled = Object.fromEntries(Object.entries(sums).map(([name, ms]) => [name, ms * share])) as typeof sums;
  const byTime = (all: ReadonlyMap<string, number>): Work['files'] =>
    [...all].map(([name, ms]) => [name, ms * share] as const).sort((a, b) => b[1] - a[1]);
  return { ...scaled, timersSet, files: byTime(files), functions: byTime(functions) };
}

const read = new Map<string, SourceMap | undefined>();

/** The source file of a function, as `lib/reader/read-page.ts`, and the line that it begins on. */
function sourceOf({ url, lineNumber, columnNumber }: CallFrame, maps: string): readonly [file: string, line: number] {
  const name = url.split('/').at(-1) ?? '';
  if (!read.has(name)) {
    try {
      read.set(name, new SourceMap(JSON.parse(readFileSync(join(maps, `${name}.map`), 'utf8'))));
    } catch {
      read.set(name, undefined);
    }
  }
  const entry = read.get(name)?.findEntry(lineNumber, columnNumber);
  const source = entry && 'originalSource' in entry ? entry.originalSource : undefined;
  const line = entry && 'originalLine' in entry ? entry.originalLine + 1 : 0;
  return [source?.replace(/^.*?((?:lib|components|entrypoints|node_modules)\/)/, '$1') ?? name, line];
}
