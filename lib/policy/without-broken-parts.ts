/** A policy whose broken parts are left out or stand as blanks, so that the rest can be checked in the same look. Never used to judge a ticket. */
import { nearestWord } from '../rules/fold.ts';
import { definition, formOf, membersAt, opened, schemasAt, type Schema } from './schema-at.ts';
import { valueAt } from './edit-at.ts';
import type { PolicyPath } from './policy-problem.ts';
import { type Policy, policySchema, type textForms } from './schema.ts';

/** Filling one blank can ask for the next: a tier that is no group needs a number, a name and a time. */
const mostRounds = 12;

export interface WithoutBrokenParts {
  /** Absent when it is past mending. Places in it are those of the policy as written. */
  readonly policy?: Policy;
  /** What was left out or filled in. */
  readonly replaced: readonly PolicyPath[];
}

/** @param value plain JSON data */
export function withoutBrokenParts(value: unknown): WithoutBrokenParts {
  const replaced: PolicyPath[] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { replaced };
  const copy: unknown = JSON.parse(JSON.stringify(value));
  for (let round = 0; round < mostRounds; round++) {
    const parsed = policySchema.safeParse(copy);
    if (parsed.success) return { policy: parsed.data, replaced };
    for (const issue of parsed.error.issues) {
      const path = issue.path as PolicyPath;
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          leaveOut(copy, [...path, key]);
          // "prioritys" leaves the priorities unknown
          const meant = nearestWord(key, membersAt(path));
          replaced.push(meant === undefined ? [...path, key] : [...path, meant]);
        }
      } else {
        if (path.length === 0) return { replaced };
        if (valueAt(copy, path) === undefined || isItem(copy, path)) fill(copy, path);
        else leaveOut(copy, path);
        replaced.push(path);
      }
    }
  }
  return { replaced };
}

const isItem = (root: unknown, path: PolicyPath): boolean => Array.isArray(valueAt(root, path.slice(0, -1)));

function leaveOut(root: unknown, path: PolicyPath): void {
  const parent = valueAt(root, path.slice(0, -1));
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, path.at(-1) ?? '');
}

function fill(root: unknown, path: PolicyPath): void {
  const parent = valueAt(root, path.slice(0, -1));
  if (typeof parent === 'object' && parent !== null) Reflect.set(parent, path.at(-1) ?? '', blank(schemasAt(path)[0]));
}

const blankTexts: Readonly<Record<keyof typeof textForms, string>> = {
  id: 'x',
  duration: '1h',
  time: '09:00',
  date: '--01-01',
  collector: 'https://x.example',
};

/** Something of the right shape; what it lacks the next round fills in. */
function blank(schema: Schema | undefined): unknown {
  if (!schema) return 'x';
  const inner = opened(schema)[0] ?? schema;
  const { type, items, element, entries, values } = definition(inner);
  if (type === 'number' || type === 'int') return 1;
  if (type === 'boolean') return false;
  if (type === 'array') return element ? [blank(element)] : [];
  if (type === 'tuple') return (items ?? []).map(blank);
  if (type === 'object' || type === 'record') return {};
  if (type === 'enum') return Object.values(entries ?? {})[0];
  if (type === 'literal') return values?.[0];
  const form = formOf(inner);
  return form ? blankTexts[form] : 'x';
}
