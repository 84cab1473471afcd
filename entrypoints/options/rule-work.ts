/** Asks the worker. A new question of the same kind ends the one before: its draft is no longer the draft. */
import type { Checked } from '../../components/options/rules/checks-table.tsx';
import type { Backtest } from '../../lib/backtest/backtest.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { PracticeCase } from '../../lib/practice/practice-cases.ts';
// oxlint-disable-next-line import/default -- the bundler makes it: the address of the built worker
import workerUrl from './rule-worker.ts?worker&url';

export type RuleQuestion =
  | { readonly kind: 'check'; readonly draft: LoadedPolicy }
  | { readonly kind: 'samples'; readonly draft: LoadedPolicy; readonly language: string; readonly now: number }
  | { readonly kind: 'backtest'; readonly inUse: LoadedPolicy; readonly draft: LoadedPolicy };
export type RuleAnswer = { readonly ok: true; readonly done: unknown } | { readonly ok: false; readonly problem: string };

interface Answers {
  check: Checked;
  samples: readonly PracticeCase[];
  backtest: Backtest;
}
export type Answered<K extends RuleQuestion['kind']> =
  | { readonly ok: true; readonly done: Answers[K] }
  | { readonly ok: false; readonly problem: string };

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
/** The one address that the pages' own content policy lets become a worker; it is part of the package. */
const workerAddress = (trustedTypes?.createPolicy('handrail-worker', { createScriptURL: () => workerUrl }).createScriptURL('') ??
  workerUrl) as string;

const running = new Map<RuleQuestion['kind'], Worker>();

/** @param react is called once, unless another question of the kind comes first */
export function askWorker<K extends RuleQuestion['kind']>(question: Extract<RuleQuestion, { kind: K }>, react: (answer: Answered<K>) => void): void {
  const { kind } = question;
  running.get(kind)?.terminate();
  const worker = new Worker(workerAddress, { type: 'module' });
  running.set(kind, worker);
  const end = (answer: RuleAnswer): void => {
    if (running.get(kind) !== worker) return;
    running.delete(kind);
    worker.terminate();
    // the worker answers each kind with its own shape
    react(answer as Answered<K>);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<RuleAnswer>) => end(data));
  worker.addEventListener('error', (event) => end({ ok: false, problem: event.message || 'the worker did not start' }));
  worker.postMessage(question);
}
