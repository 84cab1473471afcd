/**
 * Several policies laid over each other: company < team < mine. Pure, on plain data, before defaults are filled in. Over 250 lines: merging,
 * locking and "where does this come from" are one rule seen from three sides.
 *
 * How two layers meet: single values are replaced; in `variables`, `rules`, `templates` and the other parts that are collections, members are
 * added or replaced one by one; `tiers`, `priorities` and `tests` are one thing each and are replaced as a whole, since half of one scale and
 * half of another make no scale. What a lower layer has locked stays as that layer has it.
 */

import { sameValue } from '../policy/edit-at.ts';
import { isLocked, type LayerName, type Lock, lockOf } from './locks.ts';

type Data = Readonly<Record<string, unknown>>;

/** A policy or a part of one, as written. */
export interface Layer {
  readonly name: LayerName;
  readonly value: Data;
  /** Paths that no layer above may change: `rules`, `rules.legal`, `sla.warnAtPercent`, or `*` for everything. */
  readonly locked: readonly string[];
}

/** A value in one place; `undefined` = it is taken away. */
export interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface Merged {
  readonly value: Data;
  /** The layer that each part comes from, by path; what is below a path comes from there too, unless it has an entry of its own. */
  readonly from: Readonly<Record<string, LayerName>>;
  /** What a layer wanted otherwise and could not have, because a lower one has locked it. */
  readonly overruled: readonly { readonly path: string; readonly wanted: LayerName; readonly by: LayerName }[];
  /** Every lock that holds for what a person changes here, with the layer that set it. */
  readonly locks: readonly Lock[];
}
/** Members are named by these parts of a list's entries. */
const collections: Readonly<Record<string, string>> = { rules: 'id', roles: 'id', criteria: 'id', steps: 'id', sites: 'match' };
const wholes: Readonly<Record<string, string>> = { tiers: 'tier', priorities: 'id', tests: 'name' };
/** Parts of which every layer adds or replaces members. */
const groups = new Set(['variables', 'rates', 'phrases', 'templates', 'calendars', 'organization', 'sla', 'limits', 'customer', 'metrics']);

/** Whether a lock holds something below a path. */
const holdsBelow = (locks: readonly Lock[], path: string): boolean => locks.some((lock) => lock.path.startsWith(`${path}.`));

/** @param layers lowest first. @param mine single changes that are laid over all of them */
export function mergeLayers(layers: readonly Layer[], mine: readonly Change[] = []): Merged {
  const state: State = { from: {}, overruled: [], locks: [] };
  let value: Data = {};
  for (const layer of layers) {
    value = mergeTop(value, layer, state);
    const { locked } = layer.value;
    const own = [...layer.locked, ...(Array.isArray(locked) ? locked.filter((path) => typeof path === 'string') : [])];
    // what a person locks in a policy of their own holds for those who get it, not for them
    if (layer.name !== 'mine') state.locks.push(...own.map((path) => ({ path, by: layer.name })));
  }
  for (const change of mine) value = applyChange(value, change, state);
  return { value, from: state.from, overruled: state.overruled, locks: state.locks };
}

/** The layer a path comes from; undefined = the format's own default. */
export function layerOf(from: Merged['from'], path: string): LayerName | undefined {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) if (Object.hasOwn(from, part)) return from[part];
  return undefined;
}

interface State {
  readonly from: Record<string, LayerName>;
  readonly overruled: { path: string; wanted: LayerName; by: LayerName }[];
  readonly locks: Lock[];
}

function mergeTop(lower: Data, { name, value }: Layer, state: State): Data {
  const result: Record<string, unknown> = { ...lower };
  for (const [part, upper] of Object.entries(value)) {
    if (upper === undefined || part === 'locked') continue;
    const was = lower[part];
    const whole = was !== undefined && lockOf(state.locks, part) !== undefined;
    if (!whole && part in collections) result[part] = mergeMembers(part, collections[part] ?? '', was, upper, name, state);
    else if (!whole && groups.has(part) && isGroup(upper)) result[part] = mergeGroup(part, isGroup(was) ? was : {}, upper, name, state);
    else result[part] = place(part, was, upper, name, state);
  }
  if (value.locked !== undefined) result.locked = value.locked;
  return result;
}

function mergeGroup(path: string, was: Data, upper: Data, layer: LayerName, state: State): Data {
  const result: Record<string, unknown> = { ...was };
  for (const [key, value] of Object.entries(upper)) result[key] = place(`${path}.${key}`, was[key], value, layer, state);
  return result;
}

function mergeMembers(path: string, key: string, was: unknown, upper: unknown, layer: LayerName, state: State): unknown {
  const before = membersOf(was, key);
  const after = membersOf(upper, key);
  // what cannot be told apart by name is replaced as it stands; the schema has the sentence for it
  if (!after || (was !== undefined && !before)) return place(path, was, upper, layer, state);
  const result = new Map(before);
  for (const [name, value] of after) {
    result.set(name, place(`${path}.${name}`, before?.get(name), value, layer, state));
  }
  return [...result.values()];
}

/** Puts `upper` where `was` stood, as far as locks allow. A lock without a value holds the first value that a layer gives. */
function place(path: string, was: unknown, upper: unknown, layer: LayerName, state: State): unknown {
  const lock = lockOf(state.locks, path);
  if (lock && was !== undefined) {
    if (!sameValue(was, upper)) state.overruled.push({ path, wanted: layer, by: lock.by });
    return was;
  }
  const value = was === undefined || !holdsBelow(state.locks, path) ? upper : keepLocked(path, was, upper, layer, state);
  for (const known of Object.keys(state.from)) if (known.startsWith(`${path}.`) && !isLocked(state.locks, known)) delete state.from[known];
  state.from[path] = layer;
  return value;
}

/** `upper`, with everything that is locked below `path` as it was. */
function keepLocked(path: string, was: unknown, upper: unknown, layer: LayerName, state: State): unknown {
  const key = wholes[path] ?? collections[path];
  const before = key === undefined ? undefined : membersOf(was, key);
  const after = key === undefined ? undefined : membersOf(upper, key);
  if (before && after) {
    const kept = new Map([...after].map(([name, value]) => [name, keep(`${path}.${name}`, before.get(name), value, layer, state)]));
    for (const [name, value] of before)
      if (!kept.has(name) && (isLocked(state.locks, `${path}.${name}`) || holdsBelow(state.locks, `${path}.${name}`))) {
        state.overruled.push({ path: `${path}.${name}`, wanted: layer, by: lockOf(state.locks, `${path}.${name}`)?.by ?? 'company' });
        state.from[`${path}.${name}`] = lowerLayer(path, state);
        kept.set(name, value);
      }
    return [...kept.values()];
  }
  if (!isGroup(was) || !isGroup(upper)) return was;
  const result: Record<string, unknown> = { ...upper };
  for (const [name, value] of Object.entries(was)) {
    const inner = `${path}.${name}`;
    if (isLocked(state.locks, inner) || holdsBelow(state.locks, inner)) result[name] = keep(inner, value, upper[name], layer, state);
  }
  return result;
}

function keep(path: string, was: unknown, upper: unknown, layer: LayerName, state: State): unknown {
  if (was === undefined) return upper;
  const lock = lockOf(state.locks, path);
  if (lock) {
    if (!sameValue(was, upper)) state.overruled.push({ path, wanted: layer, by: lock.by });
    state.from[path] = lowerLayer(path, state);
    return was;
  }
  return upper !== undefined && holdsBelow(state.locks, path) ? keepLocked(path, was, upper, layer, state) : (upper ?? was);
}

const lowerLayer = (path: string, state: State): LayerName => layerOf(state.from, path) ?? lockOf(state.locks, path)?.by ?? 'company';

/** What was changed from one policy to another, as small as it can be said. Both filled in by the schema, so that defaults are no changes. */
export function changesBetween(before: unknown, after: unknown, path: readonly string[] = []): Change[] {
  if (sameValue(before, after)) return [];
  const key = path.length === 1 ? (collections[path[0] ?? ''] ?? wholes[path[0] ?? '']) : undefined;
  const old = key === undefined ? (isGroup(before) ? new Map(Object.entries(before)) : undefined) : membersOf(before, key);
  const now = key === undefined ? (isGroup(after) ? new Map(Object.entries(after)) : undefined) : membersOf(after, key);
  if (!old || !now || (key !== undefined && !onlyAppended([...old.keys()], [...now.keys()]))) return [{ path, value: after }];
  return [
    ...[...now].flatMap(([name, value]) => changesBetween(old.get(name), value, [...path, name])),
    ...[...old.keys()].filter((name) => !now.has(name)).map((name) => ({ path: [...path, name], value: undefined })),
  ];
}

/** Members kept their order and new ones stand at the end; another order is a change of the whole list. */
function onlyAppended(old: readonly string[], now: readonly string[]): boolean {
  const kept = old.filter((name) => now.includes(name));
  return kept.every((name, index) => now[index] === name);
}

function applyChange(value: Data, { path, value: wanted }: Change, state: State): Data {
  const text = path.join('.');
  const lock = lockOf(state.locks, text);
  const was = valueAt(value, path);
  if (lock || (wanted === undefined && holdsBelow(state.locks, text))) {
    const by = lock?.by ?? state.locks.find((one) => one.path.startsWith(`${text}.`))?.by ?? 'company';
    if (!sameValue(was, wanted)) state.overruled.push({ path: text, wanted: 'mine', by });
    return value;
  }
  const kept = was !== undefined && holdsBelow(state.locks, text) ? keepLocked(text, was, wanted, 'mine', state) : wanted;
  if (!(text in state.from) || kept !== undefined) state.from[text] = 'mine';
  return withValue(value, path, kept, 0) as Data;
}

/** The value at a path whose steps are names of members. */
function valueAt(value: unknown, path: readonly string[], depth = 0): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const key = depth === 1 ? keyOf : undefined;
  if (Array.isArray(value))
    return valueAt(
      value.find((one) => key?.(one) === name),
      rest,
      depth + 1,
    );
  return isGroup(value) ? valueAt(value[name], rest, depth + 1) : undefined;
}

function withValue(value: unknown, path: readonly string[], wanted: unknown, depth: number): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return wanted;
  if (Array.isArray(value)) {
    const index = value.findIndex((one) => keyOf(one) === name);
    const next = withValue(index < 0 ? undefined : value[index], rest, wanted, depth + 1);
    if (next === undefined) return value.filter((_, place) => place !== index);
    return index < 0 ? [...value, next] : value.with(index, next);
  }
  const next = withValue(isGroup(value) ? value[name] : undefined, rest, wanted, depth + 1);
  const { [name]: _, ...others } = isGroup(value) ? value : {};
  return next === undefined ? others : { ...(isGroup(value) ? value : {}), [name]: next };
}

/** The name of a list's entry, by whichever part names it. */
function keyOf(entry: unknown): string | undefined {
  if (!isGroup(entry)) return undefined;
  const found = entry.id ?? entry.tier ?? entry.match ?? entry.name;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

function membersOf(value: unknown, key: string): Map<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const members = new Map<string, unknown>();
  for (const entry of value) {
    const name = isGroup(entry) ? entry[key] : undefined;
    if ((typeof name !== 'string' && typeof name !== 'number') || members.has(String(name))) return undefined;
    members.set(String(name), entry);
  }
  return members;
}

const isGroup = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
