/** Brings policies of earlier schema versions to the current one, one version at a time. */

/** The schema version that this product writes. */
export const currentVersion = 1;

/** Turns a policy of the version that is its key into one of the next. Plain JSON in and out; may not fail on odd input. */
export type Migrations = Readonly<Record<number, (policy: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
/** Version 1 is the first, so nothing is older yet. */
const migrations: Migrations = {};

export type Migrated =
  | { readonly ok: true; readonly value: unknown; readonly from: number }
  /** Written for a later product; reading it by guesswork could drop a rule in silence. */
  | { readonly ok: false; readonly version: number };

/**
 * @param value a policy of any version; what is no policy at all comes back as it is, since the schema has the sentence for it
 * @param steps for tests
 */
export function migrate(value: unknown, steps: Migrations = migrations, current = currentVersion): Migrated {
  const unchanged: Migrated = { ok: true, value, from: current };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unchanged;
  let policy = value as Record<string, unknown>;
  const from = policy.handrail;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) return unchanged;
  if (from > current) return { ok: false, version: from };
  for (let version = from; version < current; version++) policy = { ...(steps[version]?.(policy) ?? policy), handrail: version + 1 };
  return { ok: true, value: policy, from };
}
