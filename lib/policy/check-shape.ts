/** What the schema has against a policy, translated from its own terms into sentences a lead understands. */
import type { z } from 'zod';
import { fold, nearestWord } from '../rules/fold.ts';
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { valueAt } from './edit-at.ts';
import { type Finding, type PolicyPath, pathText, quote } from './policy-problem.ts';
import { type Policy, policySchema, textForms } from './schema.ts';
import { formOf, membersAt, opened, schemasAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;
/** More problems than this in one file help nobody. */
const mostProblems = 100;

/** @returns the policy with its defaults filled in, or every problem of its shape. */
export function checkShape(value: unknown, t: PageTranslate): { readonly policy?: Policy; readonly findings: readonly Finding[] } {
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return { policy: parsed.data, findings: [] };
  const findings = parsed.error.issues.flatMap((issue) => translate(issue, issue.path as PolicyPath, value, t));
  return { findings: hoursAtOnce(withoutMisspelt(findings), value, t).slice(0, mostProblems) };
}

/** A misspelt member is also a missing one; saying so once is enough. */
function withoutMisspelt(findings: readonly Finding[]): Finding[] {
  const meant = new Set(
    findings.flatMap(({ path, nearest, atKey }) => (atKey && nearest !== undefined ? [pathText([...path.slice(0, -1), nearest])] : [])),
  );
  return findings.filter((finding) => !(finding.atKey && finding.nearest === undefined && meant.has(pathText(finding.path))));
}

/** One sentence for the hours of a day, however many of its parts have the wrong form. Single times explain themselves. */
function hoursAtOnce(findings: readonly Finding[], root: unknown, t: PageTranslate): Finding[] {
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    if (!inHours(finding.path) || finding.atKey || finding.path.length === 6) return [finding];
    const path = finding.path.slice(0, 4);
    if (told.has(pathText(path))) return [];
    told.add(pathText(path));
    const found = quote(valueAt(root, path));
    return [{ path, found, text: t('policyProblem.form.hours', { found }) }];
  });
}

function translate(issue: Issue, path: PolicyPath, root: unknown, t: PageTranslate): Finding[] {
  const value = valueAt(root, path);
  const found = quote(value);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = membersAt(path);
      const there = new Set(Object.keys(value ?? {}));
      return issue.keys.map((key) => ({
        path: [...path, key],
        atKey: true,
        found: key,
        allowed,
        // what is there already is not what was meant
        ...near(
          key,
          allowed.filter((name) => !there.has(name)),
        ),
        text: t('policyProblem.unknownMember', { name: key, allowed: allowed.join(', ') }),
      }));
    }
    case 'invalid_type':
      if (value === undefined) {
        const name = String(path.at(-1) ?? '');
        return [{ path, atKey: true, text: path.length === 0 ? t('policyProblem.empty') : t('policyProblem.missing', { name }) }];
      }
      return [wrongType(path, issue.expected, value, found, t)];
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (value === undefined) return [{ path, atKey: true, allowed, text: t('policyProblem.missing', { name: String(path.at(-1) ?? '') }) }];
      if (path.length === 1 && path[0] === 'handrail') return [{ path, found, allowed, text: t('policyProblem.schemaVersion', { found }) }];
      return [
        {
          path,
          found,
          allowed,
          ...near(typeof value === 'string' ? value : found, allowed),
          text: t('policyProblem.notOneOf', { found, allowed: allowed.join(', ') }),
        },
      ];
    }
    case 'invalid_format': {
      const pattern = 'pattern' in issue ? String(issue.pattern) : '';
      const form = Object.entries(textForms).find(([, known]) => String(known) === pattern)?.[0] as keyof typeof textForms | undefined;
      const meant = form && typeof value === 'string' ? rewritten[form]?.(value.trim().toLowerCase()) : undefined;
      return [
        {
          path,
          found,
          ...(meant !== undefined && { nearest: meant }),
          text: form ? t(`policyProblem.form.${form}`, { found }) : t('policyProblem.wrongValue', { found }),
        },
      ];
    }
    case 'too_big':
    case 'too_small': {
      const big = issue.code === 'too_big';
      const limit = Number(big ? issue.maximum : issue.minimum);
      const kind: keyof typeof sizeTexts = issue.origin === 'array' ? 'array' : issue.origin === 'string' ? 'string' : 'number';
      return [{ path, found: kind === 'number' ? found : undefined, text: t(sizeTexts[kind][big ? 'most' : 'least'], { limit, found }) }].map(
        withoutUndefined,
      );
    }
    case 'invalid_union':
      return unionFindings(issue, path, root, t);
    case 'invalid_key': {
      const key = String(path.at(-1) ?? '');
      const inner = issue.issues[0];
      const allowed = inner?.code === 'invalid_value' ? inner.values.map(String) : undefined;
      if (allowed)
        return [
          {
            path,
            atKey: true,
            found: key,
            allowed,
            ...near(key, allowed),
            text: t('policyProblem.unknownMember', { name: key, allowed: allowed.join(', ') }),
          },
        ];
      const form = inner?.code === 'invalid_format' && 'pattern' in inner && String(inner.pattern) === String(textForms.date) ? 'date' : 'id';
      return [{ path, atKey: true, found: key, text: t(`policyProblem.form.${form}`, { found: quote(key) }) }];
    }
    default:
      return [{ path, found, text: t('policyProblem.wrongValue', { found }) }];
  }
}

/** What a value was most likely meant to be, in the form that is read. */
const rewritten: Partial<Readonly<Record<keyof typeof textForms, (value: string) => string | undefined>>> = {
  duration: (value) =>
    value
      .replace(/\s+/g, '')
      .match(/^(\d+(?:\.\d+)?)(?:(m)in(?:ute)?s?|(h)(?:ou)?rs?|(d)ays?|(w)eeks?|(s)ec(?:ond)?s?)$/)
      ?.slice(1)
      .filter(Boolean)
      .join(''),
  time: (value) => (/^\d:[0-5]\d$/.test(value) ? `0${value}` : undefined),
  id: (value) => {
    const id = fold(value)
      .replace(/[^a-z0-9_]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '');
    return textForms.id.test(id) ? id : undefined;
  },
  date: (value) => {
    const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(value) ?? [];
    return day ? `${year || '-'}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
  },
};

function wrongType(path: PolicyPath, expected: string, value: unknown, found: string, t: PageTranslate): Finding {
  if (expected === 'string' && typeof value === 'number' && isDuration(path)) return { path, found, text: t('policyProblem.needsUnit', { found }) };
  if (expected === 'array' && typeof value === 'object' && value !== null && !inHours(path))
    return { path, found, text: t('policyProblem.needsDashes') };
  const number =
    (expected === 'number' || expected === 'int') && typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(value)?.[1] : undefined;
  return {
    path,
    found,
    ...(number !== undefined && { nearest: number }),
    text: t('policyProblem.wrongType', { expected: typeWord(expected, t), found }),
  };
}

const isDuration = (path: PolicyPath): boolean => schemasAt(path).some((schema) => opened(schema).some((one) => formOf(one) === 'duration'));

/** Below the hours of one day or date, where every slip has the same remedy. */
const inHours = (path: PolicyPath): boolean => path[0] === 'calendars' && /^(?:hours|overrides|breaks)$/.test(String(path[2])) && path.length >= 4;

const sizeTexts = {
  array: { most: 'policyProblem.tooMany', least: 'policyProblem.tooFew' },
  string: { most: 'policyProblem.textTooLong', least: 'policyProblem.textTooShort' },
  number: { most: 'policyProblem.tooBig', least: 'policyProblem.tooSmall' },
} as const satisfies Readonly<Record<string, Readonly<Record<'most' | 'least', PageTextKey>>>>;

function withoutUndefined({ found, ...finding }: Omit<Finding, 'found'> & { readonly found: string | undefined }): Finding {
  return found === undefined ? finding : { ...finding, found };
}

/** Of several forms a value may have, the one it looks like is explained. */
function unionFindings(issue: Extract<Issue, { code: 'invalid_union' }>, path: PolicyPath, root: unknown, t: PageTranslate): Finding[] {
  const value = valueAt(root, path);
  if (value === undefined) return [{ path, atKey: true, text: t('policyProblem.missing', { name: String(path.at(-1) ?? '') }) }];
  const isObject = typeof value === 'object' && value !== null;
  const deep = issue.errors.find((errors) => errors.length > 0 && errors.every((error) => error.path.length > 0 || error.code !== 'invalid_type'));
  if (isObject && deep) return deep.flatMap((error) => translate(error as Issue, [...path, ...(error.path as PolicyPath)], root, t));
  const expected = [
    ...new Set(issue.errors.flatMap((errors) => errors.flatMap((error) => (error.code === 'invalid_type' ? [typeWord(error.expected, t)] : [])))),
  ];
  const found = quote(value);
  return [
    {
      path,
      found,
      text:
        expected.length > 0
          ? t('policyProblem.wrongType', { expected: expected.join(t('policyProblem.or')), found })
          : t('policyProblem.wrongValue', { found }),
    },
  ];
}

const typeWords: Readonly<Record<string, PageTextKey>> = {
  string: 'policyProblem.type.text',
  number: 'policyProblem.type.number',
  int: 'policyProblem.type.wholeNumber',
  boolean: 'policyProblem.type.boolean',
  array: 'policyProblem.type.list',
  tuple: 'policyProblem.type.pair',
  object: 'policyProblem.type.members',
  record: 'policyProblem.type.members',
};
const typeWord = (type: string, t: PageTranslate): string =>
  Object.hasOwn(typeWords, type) ? t(typeWords[type] ?? 'policyProblem.type.text') : type;

const near = (word: string, allowed: readonly string[]): { nearest?: string } => {
  // "Monday" is mon
  const nearest = nearestWord(word, allowed) ?? allowed.find((one) => one.length >= 3 && word.toLowerCase().startsWith(one));
  return nearest === undefined ? {} : { nearest };
};
