/**
 * What a collector makes of OTLP/JSON: every point checked against the shape of the protocol, then decoded by OpenTelemetry's own code and
 * added up. The shape is that of opentelemetry-proto's metrics.proto, written strictly, so that an unknown or missing member fails, which
 * a decoder passes over. OpenTelemetry's packages of today only encode; `otlp-decoder` is its transformer as it was when it decoded too.
 */
import transformer from 'otlp-decoder/build/src/generated/root.js';
import { z } from 'zod';

const nanos = z.string().regex(/^\d{16,20}$/);
const value = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ intValue: z.number().int() }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ boolValue: z.boolean() }),
]);
const attribute = z.strictObject({ key: z.string(), value });
const point = { attributes: z.array(attribute), startTimeUnixNano: nanos, timeUnixNano: nanos };
const named = { name: z.string(), description: z.string(), unit: z.string() };
/** 1 is AGGREGATION_TEMPORALITY_DELTA. */
const delta = z.literal(1);
const metric = z.union([
  z.strictObject({
    ...named,
    sum: z.strictObject({
      aggregationTemporality: delta,
      isMonotonic: z.literal(true),
      dataPoints: z.array(z.strictObject({ ...point, asDouble: z.number() })),
    }),
  }),
  z.strictObject({
    ...named,
    histogram: z.strictObject({
      aggregationTemporality: delta,
      dataPoints: z.array(
        z
          .strictObject({
            ...point,
            count: z.number(),
            sum: z.number(),
            min: z.number(),
            max: z.number(),
            bucketCounts: z.array(z.number()),
            explicitBounds: z.array(z.number()),
          })
          .refine(({ count, bucketCounts, explicitBounds }) => bucketCounts.length === explicitBounds.length + 1 && count === total(bucketCounts)),
      ),
    }),
  }),
]);
const request = z.strictObject({
  resourceMetrics: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: z.array(attribute), droppedAttributesCount: z.literal(0) }),
      scopeMetrics: z.array(z.strictObject({ scope: z.strictObject({ name: z.string(), version: z.string() }), metrics: z.array(metric) })),
    }),
  ),
});

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

interface Decoded {
  readonly resourceMetrics: readonly { readonly scopeMetrics: readonly { readonly metrics: readonly DecodedMetric[] }[] }[];
}
interface DecodedMetric {
  readonly name: string;
  readonly sum?: { readonly dataPoints: readonly (DecodedPoint & { readonly asDouble: number })[] };
  readonly histogram?: { readonly dataPoints: readonly (DecodedPoint & { readonly sum: number; readonly count: number })[] };
}
interface DecodedPoint {
  readonly attributes?: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}
/** What protobufjs makes of a message type. */
interface MessageType {
  fromObject(plain: unknown): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: { longs: typeof Number }): unknown;
}
const { ExportMetricsServiceRequest } = (
  transformer as unknown as { opentelemetry: { proto: { collector: { metrics: { v1: { ExportMetricsServiceRequest: MessageType } } } } } }
).opentelemetry.proto.collector.metrics.v1;

/** As a collector that speaks protobuf takes it in. */
function decoded(plain: unknown): Decoded {
  const bytes = ExportMetricsServiceRequest.encode(ExportMetricsServiceRequest.fromObject(plain)).finish();
  return ExportMetricsServiceRequest.toObject(ExportMetricsServiceRequest.decode(bytes), { longs: Number }) as Decoded;
}

interface Point {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly sum: number;
  readonly count?: number;
}

export interface Collected {
  /** Of all points that have these attributes. */
  sum(name: string, attributes?: Readonly<Record<string, unknown>>): number;
  histogram(name: string): { readonly count: number; readonly sum: number };
  plus(other: Collected): Collected;
  readonly points: readonly Point[];
}

/** @throws Error where the text is no request of the protocol */
export function collected(body: string): Collected {
  const plain: unknown = JSON.parse(body);
  request.parse(plain);
  const metrics = decoded(plain).resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  return from(
    metrics.flatMap(({ name, sum: sums, histogram }): Point[] => [
      ...(sums?.dataPoints ?? []).map(({ attributes, asDouble }) => ({ name, attributes: byKey(attributes), sum: asDouble })),
      ...(histogram?.dataPoints ?? []).map(({ attributes, sum, count }) => ({ name, attributes: byKey(attributes), sum, count })),
    ]),
  );
}

const byKey = (attributes: DecodedPoint['attributes'] = []): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value: given }) => [key, Object.values(given)[0]]));

function from(points: readonly Point[]): Collected {
  const those = (name: string, attributes: Readonly<Record<string, unknown>> = {}): Point[] =>
    points.filter((one) => one.name === name && Object.entries(attributes).every(([key, wanted]) => one.attributes[key] === wanted));
  return {
    points,
    sum: (name, attributes) => total(those(name, attributes).map(({ sum }) => sum)),
    histogram: (name) => ({ count: total(those(name).map(({ count }) => count ?? 0)), sum: total(those(name).map(({ sum }) => sum)) }),
    plus: (other) => from([...points, ...other.points]),
  };
}
