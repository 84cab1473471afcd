/** The policy in use as rows for people: one for each part that a layer can give. */
import type { Policy } from '../policy/schema.ts';
import { layerOf, type Merged } from './layers.ts';
import { isLocked, type LayerName } from './locks.ts';

export interface EffectiveValue {
  readonly path: string;
  readonly value: string;
  readonly layer: LayerName | undefined;
  readonly locked: boolean;
}

const longestShown = 160;

/** @returns the parts in the order of the policy, each with its rows. */
export function effectiveRows(
  policy: Policy,
  { from, locks }: Pick<Merged, 'from' | 'locks'>,
): readonly { readonly title: string; readonly rows: readonly EffectiveValue[] }[] {
  const row = (path: string, value: unknown): EffectiveValue => ({
    path,
    value: shown(value),
    layer: layerOf(from, path),
    locked: isLocked(locks, path),
  });
  const single: EffectiveValue[] = [];
  const groups: { title: string; rows: EffectiveValue[] }[] = [];
  for (const [part, value] of Object.entries(policy)) {
    if (value === undefined || part === 'handrail' || part === 'locked') continue;
    const members = membersOf(value);
    if (members.length === 0) {
      if (!Array.isArray(value) && typeof value !== 'object') single.push(row(part, value));
      continue;
    }
    const rows = members.flatMap(([name, member]) => {
      const path = `${part}.${name}`;
      // where a part of a member comes from elsewhere, or is locked alone, it has a row of its own
      const inner = typeof member === 'object' && member !== null && !Array.isArray(member) ? Object.entries(member) : [];
      const apart = inner.filter(([key]) => Object.hasOwn(from, `${path}.${key}`) || locks.some((lock) => lock.path.startsWith(`${path}.${key}`)));
      return [row(path, member), ...apart.map(([key, one]) => row(`${path}.${key}`, one))];
    });
    groups.push({ title: part, rows });
  }
  return [{ title: 'policy', rows: single }, ...groups];
}

function membersOf(value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => {
      const { id, tier, match, name } = (typeof one === 'object' && one !== null ? one : {}) as Readonly<Record<string, unknown>>;
      const found = id ?? tier ?? match ?? name;
      return [typeof found === 'string' || typeof found === 'number' ? String(found) : String(index + 1), one] as const;
    });
  }
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function shown(value: unknown): string {
  const rule = typeof value === 'object' && value !== null && 'rule' in value ? value.rule : undefined;
  const text = typeof rule === 'string' ? rule.replace(/\s+/g, ' ').trim() : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
