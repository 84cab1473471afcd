/** What may not be changed in this browser, and who says so. Small and alone, since ticket pages ask it too. */

export type LayerName = 'built-in' | 'company' | 'team' | 'mine';
export interface Lock {
  readonly path: string;
  readonly by: LayerName;
}

/**
 * Whether a path may not be changed in this browser.
 * @param path such as `rules.legal.mode` or `settings.language`
 */
export const isLocked = (locks: readonly Lock[], path: string): boolean => lockOf(locks, path) !== undefined;

/** What names the members of the policy's lists, so that a lock holds the same member wherever it stands. */
const memberKeys: Readonly<Record<string, string>> = {
  rules: 'id',
  roles: 'id',
  criteria: 'id',
  steps: 'id',
  priorities: 'id',
  sites: 'match',
  tiers: 'tier',
  tests: 'name',
};

/**
 * The path of a place as locks name it: `rules.legal.mode` for `['rules', 2, 'mode']`.
 * @param policy the policy that the place is in
 */
export function lockPath(policy: object, path: readonly (string | number)[]): string {
  const [part, index, ...rest] = path;
  const key = typeof part === 'string' ? memberKeys[part] : undefined;
  if (key === undefined || typeof index !== 'number') return path.join('.');
  const list: unknown = (policy as Readonly<Record<string, unknown>>)[part as string];
  const member: unknown = Array.isArray(list) ? list[index] : undefined;
  const name = typeof member === 'object' && member !== null ? (member as Readonly<Record<string, unknown>>)[key] : undefined;
  return [part, typeof name === 'string' || typeof name === 'number' ? name : index, ...rest].join('.');
}

/** The lock that holds a path, so that a page can say who set it. */
export function lockOf(locks: readonly Lock[], path: string): Lock | undefined {
  return locks.find((lock) => (lock.path === '*' ? !path.startsWith('settings') : path === lock.path || path.startsWith(`${lock.path}.`)));
}
