/**
 * Counts to the team's collector, when the policy names one and the person said yes to that very address. Sent by OpenTelemetry's own
 * exporter, by an alarm; every sending is written down before it leaves, so that the person can see exactly what it was.
 */
import { AggregationTemporalityPreference, OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { browser } from 'wxt/browser';
import { systemClock } from '../../lib/clock.ts';
import { isEmpty, settleCounts, takeCounts, waitingCounts } from '../../lib/ledger/outbox.ts';
import { otlpRequest, type OtlpRequest } from '../../lib/metrics/otlp-request.ts';
import { pushAllowed } from '../../lib/push-permission.ts';
import { parseDuration } from '../../lib/sla/duration.ts';
import { addPush, readPolicy, readSettings, settlePush } from '../../lib/storage.ts';

export const pushAlarm = 'push';
const leastMinutes = 5;
/** The exporter tries again within this time, milliseconds; a worker that lives longer than this is ended by the browser. */
const timeoutMillis = 20_000;

interface Collector {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly everyMinutes: number;
  readonly policyId: string;
}

let running: Promise<unknown> = Promise.resolve();

/** The collector, when policy, person and browser all say yes. */
async function collector(): Promise<Collector | undefined> {
  const [settings, loaded] = await Promise.all([readSettings(), readPolicy()]);
  const push = loaded?.policy.metrics.push;
  if (!push || settings.push?.url !== push.url || !(await pushAllowed(push.url))) return undefined;
  const everyMinutes = Math.max(leastMinutes, Math.round((parseDuration(push.every) ?? 0) / 60_000));
  return { url: push.url, headers: push.headers, everyMinutes, policyId: loaded.policy.id };
}

/** Sets or clears the alarm. */
export async function lookAtPush(): Promise<void> {
  const to = await collector();
  if (!to) return void (await browser.alarms.clear(pushAlarm));
  const known = await browser.alarms.get(pushAlarm);
  if (known?.periodInMinutes !== to.everyMinutes)
    await browser.alarms.create(pushAlarm, { periodInMinutes: to.everyMinutes, delayInMinutes: leastMinutes });
}

/** What would be sent now, as text; null when there is nothing new. Changes nothing and needs nobody's yes. */
export async function pushPreview(): Promise<string | null> {
  const loaded = await readPolicy();
  const counts = await waitingCounts();
  return !loaded || isEmpty(counts) ? null : (await otlpRequest(counts, sender(loaded.policy.id))).body;
}

/** Sends what is new, one sending after the other. @returns whether it arrived, or there was nothing to send */
export function sendPush(): Promise<boolean> {
  const next = running.then(send, send);
  running = next;
  return next;
}

async function send(): Promise<boolean> {
  const to = await collector();
  if (!to) {
    await lookAtPush();
    return false;
  }
  const { counts, lost } = await takeCounts();
  if (lost) await settlePush('unknown');
  if (isEmpty(counts)) return true;
  try {
    const request = await otlpRequest(counts, sender(to.policyId));
    // What cannot be shown afterwards is not sent.
    await addPush({ at: new Date(systemClock.now()).toISOString(), url: to.url, state: 'sending', body: request.body });
    await exported(request, to);
  } catch (error) {
    await settleCounts(false);
    await settlePush('failed', error instanceof Error ? error.message : String(error));
    return false;
  }
  await settleCounts(true);
  await settlePush('sent');
  return true;
}

/** @throws Error when the collector did not take it */
async function exported({ metrics }: OtlpRequest, { url, headers }: Collector): Promise<void> {
  const exporter = new OTLPMetricExporter({
    url,
    headers: { ...headers },
    timeoutMillis,
    temporalityPreference: AggregationTemporalityPreference.DELTA,
  });
  try {
    const { code, error } = await new Promise<{ readonly code: number; readonly error?: Error }>((done) => exporter.export(metrics, done));
    if (code !== 0) throw error ?? new Error('The collector did not take it.');
  } finally {
    await exporter.shutdown();
  }
}

const sender = (policyId: string) => ({ version: browser.runtime.getManifest().version, policyId });
