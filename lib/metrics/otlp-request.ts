/**
 * Counts as OpenTelemetry metrics, made by OpenTelemetry's own SDK. Increments since the last sending (delta temporality), since
 * nothing in them tells one browser from another: a collector adds them up.
 */
import { JsonMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationTemporality, MeterProvider, MetricReader, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { Counts } from '../ledger/outbox.ts';
import { type CounterName, COUNTERS, type HistogramName, HISTOGRAMS, readSeries } from '../ledger/ticket-counts.ts';

/** Who sends: the product and the policy, never the person or the browser. */
export interface Sender {
  /** Version of the extension. */
  readonly version: string;
  readonly policyId: string;
}

export interface OtlpRequest {
  readonly metrics: ResourceMetrics;
  /** The very bytes that the exporter sends, as text. */
  readonly body: string;
}

/** Collects when it is asked to, never by itself. */
class OneReading extends MetricReader {
  constructor() {
    super({ aggregationTemporalitySelector: () => AggregationTemporality.DELTA });
  }
  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }
  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }
}

/** @param counts not empty */
export async function otlpRequest({ counts, values }: Counts, { version, policyId }: Sender): Promise<OtlpRequest> {
  const reader = new OneReading();
  const resource = resourceFromAttributes({ 'service.name': 'handrail', 'service.version': version, 'handrail.policy': policyId });
  const meter = new MeterProvider({ resource, readers: [reader] }).getMeter('handrail', version);
  for (const [series, n] of Object.entries(counts)) {
    const [name, attributes] = readSeries(series);
    const [unit, description] = COUNTERS[name as CounterName];
    meter.createCounter(name, { unit, description }).add(n, attributes);
  }
  for (const [series, measured] of Object.entries(values)) {
    const [name, attributes] = readSeries(series);
    const [unit, description, bounds] = HISTOGRAMS[name as HistogramName];
    const histogram = meter.createHistogram(name, { unit, description, advice: { explicitBucketBoundaries: [...bounds] } });
    for (const value of measured) histogram.record(value, attributes);
  }
  const { resourceMetrics, errors } = await reader.collect();
  if (errors.length) throw errors[0];
  return { metrics: resourceMetrics, body: new TextDecoder().decode(JsonMetricsSerializer.serializeRequest(resourceMetrics)) };
}
