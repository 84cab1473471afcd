/** A phrase list or a variable under another name, everywhere it is used: one change, so that undo takes back all of it. */
import { tokenize } from '../rules/parse-tokens.ts';
import type { PolicyInput } from './schema.ts';

/** What a phrase list or a variable may be called, so that rules and texts can name it. */
export const isPartName = (name: string): boolean => /^[a-z][a-z0-9_]*$/i.test(name);

/** @returns the same policy when `from` is not there or `to` is taken */
export function renamePhraseList(policy: PolicyInput, from: string, to: string): PolicyInput {
  const phrases = renamedMember(policy.phrases ?? {}, from, to);
  if (!phrases) return policy;
  return { ...policy, phrases, rules: (policy.rules ?? []).map((rule) => ({ ...rule, rule: withList(rule.rule, from, to) })) };
}

/** @returns the same policy when `from` is not there or `to` is taken */
export function renameVariable(policy: PolicyInput, from: string, to: string): PolicyInput {
  const variables = renamedMember(policy.variables ?? {}, from, to);
  if (!variables) return policy;
  // a place for a value: {{name}}, {{{name}}}, and the start, the end and the opposite of a part that hangs on it
  const places = new RegExp(`(\\{\\{\\{?\\s*[#^/&]?\\s*)${escaped(from)}(?=\\s*\\})`, 'g');
  return {
    ...(withText({ ...policy, variables: {} }, (text) => text.replace(places, (_, open: string) => `${open}${to}`)) as PolicyInput),
    variables,
  };
}

/** `contains_phrase(from)` outside of texts and comments. */
function withList(rule: string, from: string, to: string): string {
  const tokens = tokenize(rule);
  return tokens.reduceRight((text, { kind, text: word, start, end }, index) => {
    const named = kind === 'word' && word === from && tokens[index - 1]?.text === '(' && tokens[index - 2]?.text === 'contains_phrase';
    return named ? text.slice(0, start) + to + text.slice(end) : text;
  }, rule);
}

/** The members in their order, one under another name. */
function renamedMember<T>(group: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> | undefined {
  if (!Object.hasOwn(group, from) || Object.hasOwn(group, to) || !isPartName(to)) return undefined;
  return Object.fromEntries(Object.entries(group).map(([name, member]) => [name === from ? to : name, member]));
}

function withText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => withText(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withText(member, change)]));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
