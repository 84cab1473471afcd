/** Changes one place of a policy and leaves every other part the same object, so that undo is cheap and equality is quick. */
import type { PolicyPath } from './policy-problem.ts';

/** The value at `path`, or undefined where there is none. */
export function valueAt(root: unknown, path: PolicyPath): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/**
 * A copy of `root` with `value` at `path`; what is missing on the way is made: a list before a number, else a group.
 * @param value undefined takes the member out (a member of a list closes the gap)
 */
export function setAt<T>(root: T, path: PolicyPath, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  if (typeof part === 'number') {
    const list: unknown[] = Array.isArray(root) ? [...root] : [];
    if (rest.length === 0 && value === undefined) list.splice(part, 1);
    else list[part] = setAt(list[part], rest, value);
    return list as T;
  }
  const group: Record<string, unknown> = typeof root === 'object' && root !== null && !Array.isArray(root) ? { ...root } : {};
  if (rest.length === 0 && value === undefined) {
    delete group[part];
    return group as T;
  }
  // a member called __proto__ is a member like any other
  Object.defineProperty(group, part, {
    value: setAt(Object.hasOwn(group, part) ? group[part] : undefined, rest, value),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return group as T;
}

/** The list with the member at `from` moved to `to`; unchanged when one of them is outside. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from < 0 || from >= list.length || to < 0 || to >= list.length || from === to) return list;
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Both say the same: the order of members does not matter, and a member that is undefined counts as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((member, index) => sameValue(member, b[index]));
  const [one, other] = [a, b].map((group) => new Map(Object.entries(group).filter(([, member]) => member !== undefined)));
  return one?.size === other?.size && [...(one ?? [])].every(([name, member]) => other?.has(name) && sameValue(member, other.get(name)));
}
