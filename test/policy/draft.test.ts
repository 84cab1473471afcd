import { describe, expect, test } from 'vitest';
import {
  type DraftStep,
  type PolicyDraft,
  draftAfter,
  isBehind,
  isChanged,
  isUnsaved,
  keptOf,
  nextVersion,
  startDraft,
} from '../../lib/policy/draft.ts';
import { moved, sameValue, setAt, valueAt } from '../../lib/policy/edit-at.ts';
import { textIn, withText } from '../../lib/policy/localized-edit.ts';
import type { Localized, PolicyInput } from '../../lib/policy/schema.ts';

const policy: PolicyInput = {
  handrail: 1,
  id: 'acme',
  name: 'Acme',
  version: 3,
  tiers: [{ tier: 1, name: 'Front', respondsWithin: '2h' }],
  priorities: [{ id: 'high', name: 'High', resolution: '8h' }],
  calendars: { default: { timeZone: 'UTC', alwaysOpen: true } },
};
const base = { id: 'acme', version: 3, loadedAt: '2026-11-25T10:00:00.000Z' };
const start = startDraft(policy, base, null);
const named = (name: string): PolicyInput => ({ ...policy, name });
const change = (name: string, at = 0, field?: string): DraftStep => ({ kind: 'change', policy: named(name), at, ...(field && { field }) });
const after = (...steps: DraftStep[]): PolicyDraft => steps.reduce(draftAfter, start);
const undo: DraftStep = { kind: 'undo' };
const redo: DraftStep = { kind: 'redo' };

describe('undo and redo', () => {
  test.each<[string, DraftStep[], string]>([
    ['one change is undone', [change('B'), undo], 'Acme'],
    ['and comes back', [change('B'), undo, redo], 'B'],
    ['two changes are undone one by one', [change('B'), change('C'), undo], 'B'],
    ['undo at the beginning does nothing', [undo, undo], 'Acme'],
    ['redo without undo does nothing', [change('B'), redo], 'B'],
    ['a new change ends what could be redone', [change('B'), undo, change('C'), redo], 'C'],
    ['typing in one field is one step', [change('B', 0, 'name'), change('Be', 400, 'name'), change('Ber', 900, 'name'), undo], 'Acme'],
    ['a pause in typing ends the step', [change('B', 0, 'name'), change('Be', 2000, 'name'), undo], 'B'],
    ['another field ends the step', [change('B', 0, 'name'), change('C', 100, 'id'), undo], 'B'],
    ['undo ends the step', [change('B', 0, 'name'), undo, change('C', 10, 'name'), undo], 'Acme'],
    ['a change to the same is no step', [change('B'), change('B'), undo], 'Acme'],
    ['discard can be undone', [change('B'), { kind: 'discard' }, undo], 'B'],
  ])('%s', (_, steps, name) => {
    expect(after(...steps).policy.name).toBe(name);
  });

  test('saving is no step and keeps what can be undone', () => {
    const draft = after(change('B'), { kind: 'save' });
    expect(isUnsaved(draft)).toBe(false);
    expect(draftAfter(draft, undo).policy.name).toBe('Acme');
  });
});

describe('what would be lost', () => {
  test.each<[string, DraftStep[], boolean, boolean]>([
    ['nothing was changed', [], false, false],
    ['a change', [change('B')], true, true],
    ['a saved draft', [change('B'), { kind: 'save' }], true, false],
    ['a change after saving', [change('B'), { kind: 'save' }, change('C')], true, true],
    ['back to the policy in use after saving something else', [change('B'), { kind: 'save' }, change('Acme')], false, true],
    ['undone to the policy in use', [change('B'), undo], false, false],
    ['discarded', [change('B'), { kind: 'save' }, { kind: 'discard' }], false, false],
    ['a text that cannot be read', [{ kind: 'text', text: 'tiers: [' }], true, false],
  ])('%s', (_, steps, changed, unsaved) => {
    const draft = after(...steps);
    expect([isChanged(draft), isUnsaved(draft)]).toEqual([changed, unsaved]);
  });

  test('what is kept makes the same draft again', () => {
    const draft = after(change('B'), { kind: 'save' }, change('C'), { kind: 'text', text: 'x: [' });
    const again = startDraft(policy, base, JSON.parse(JSON.stringify(keptOf(draft))));
    expect([again.policy.name, again.saved?.name, again.text, isUnsaved(again)]).toEqual(['C', 'B', 'x: [', true]);
  });

  test('an untouched draft keeps nothing', () => {
    expect(keptOf(after(change('B'), undo))).toBeNull();
  });
});

describe('when another policy comes into use', () => {
  const newer = { ...named('Newer'), version: 4 };
  const newBase = { ...base, version: 4, loadedAt: '2026-11-25T11:00:00.000Z' };
  const arrives: DraftStep = { kind: 'in-use', policy: newer, base: newBase };

  test('an untouched draft follows it', () => {
    const draft = after(arrives);
    expect([draft.policy.name, isChanged(draft), isBehind(draft, newBase)]).toEqual(['Newer', false, false]);
  });

  test('a touched draft stays and says so', () => {
    const draft = after(change('Mine'), arrives);
    expect([draft.policy.name, isChanged(draft), isBehind(draft, newBase)]).toEqual(['Mine', true, true]);
  });

  test('discarding then takes the newer one', () => {
    expect(after(change('Mine'), arrives, { kind: 'discard' }).policy.name).toBe('Newer');
  });
});

test('what another page of this browser did to the draft is taken over and can be undone', () => {
  const draft = after(change('Mine'), { kind: 'kept', draft: { policy: named('Theirs'), saved: null, base } });
  expect(draft.policy.name).toBe('Theirs');
  expect(draftAfter(draft, undo).policy.name).toBe('Mine');
  expect(after(change('Mine'), { kind: 'kept', draft: null }).policy.name).toBe('Acme');
});

test.each<[string, Partial<PolicyInput>, number]>([
  ['the version of the policy in use goes up by one', {}, 4],
  ['an older one too', { version: 1 }, 4],
  ['a version that was raised by hand stays', { version: 9 }, 9],
  ['another policy keeps its own version', { id: 'other', version: 1 }, 1],
])('%s', (_, change, version) => {
  expect(nextVersion({ ...policy, ...change }, policy).version).toBe(version);
});

describe('one place of a policy', () => {
  test.each<[string, readonly (string | number)[], unknown, unknown]>([
    ['a member', ['a'], 2, { a: 2, list: [1, 2] }],
    ['a new member', ['b', 'c'], 2, { a: 1, list: [1, 2], b: { c: 2 } }],
    ['a member of a list', ['list', 1], 9, { a: 1, list: [1, 9] }],
    ['a new list', ['more', 0, 'x'], 1, { a: 1, list: [1, 2], more: [{ x: 1 }] }],
    ['a member goes', ['a'], undefined, { list: [1, 2] }],
    ['a member of a list goes', ['list', 0], undefined, { a: 1, list: [2] }],
  ])('%s', (_, path, value, result) => {
    const root = { a: 1, list: [1, 2] };
    const next = setAt(root, path, value);
    expect(next).toEqual(result);
    expect(root).toEqual({ a: 1, list: [1, 2] });
  });

  test('what was put there is found there', () => {
    expect(valueAt(setAt({}, ['a', 1, 'b'], 'x'), ['a', 1, 'b'])).toBe('x');
    expect(valueAt({ a: 1 }, ['a', 'b', 'c'])).toBeUndefined();
  });

  test('a member called __proto__ is a member', () => {
    const next = setAt({}, ['__proto__', 'x'], 1);
    expect(JSON.stringify(next)).toBe('{"__proto__":{"x":1}}');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('what was not touched is the same object', () => {
    const root = { a: { x: 1 }, b: { y: 1 } };
    expect(setAt(root, ['a', 'x'], 2).b).toBe(root.b);
  });

  test.each<[number, number, string]>([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 3, 'abc'],
    [-1, 0, 'abc'],
  ])('moved from %d to %d', (from, to, result) => {
    expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(result);
  });

  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ a: undefined }, { b: undefined }, true],
    [{ a: 1, b: undefined }, { b: 1, a: undefined }, false],
  ])('%j and %j', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same);
  });
});

describe('a text in several languages', () => {
  test.each<[string, Localized | undefined, string, string, Localized | undefined]>([
    ['a plain text stays plain in its own language', 'Front', 'en', 'Line', 'Line'],
    ['another language makes it two', 'Front', 'vi', 'Tuyến', { en: 'Front', vi: 'Tuyến' }],
    ['a language that is emptied goes', { en: 'Front', vi: 'Tuyến' }, 'vi', '', { en: 'Front' }],
    ['the first text of a language other than the own', undefined, 'vi', 'Tuyến', { vi: 'Tuyến' }],
    ['the first text', undefined, 'en', 'Front', 'Front'],
    ['the last text that is emptied', 'Front', 'en', '', undefined],
    ['the order of languages stays', { vi: 'Tuyến', en: 'Front' }, 'vi', 'Khác', { vi: 'Khác', en: 'Front' }],
  ])('%s', (_, value, language, text, result) => {
    const next = withText(value, language, text, 'en');
    expect(JSON.stringify(next)).toBe(JSON.stringify(result));
    expect(textIn(next, language, 'en')).toBe(text);
  });
});
