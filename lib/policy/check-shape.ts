/** What the schema has against a policy, translated from its own terms into sentences a lead understands. */
import type { z } from 'zod';
import { nearestWord } from '../rules/fold.ts';
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { valueAt } from './edit-at.ts';
import { type Finding, type PolicyPath, pathText, quote } from './policy-problem.ts';
import { type Policy, policySchema, textForms } from './schema.ts';

type Issue = z.core.$ZodIssue;
/** A schema's own description of itself, as far as it is walked here. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly items?: readonly Schema[];
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
}
interface Schema {
  readonly _zod: { readonly def: unknown };
}

/** More problems than this in one file help nobody. */
const mostProblems = 100;

/** @returns the policy with its defaults filled in, or every problem of its shape. */
export function checkShape(value: unknown, t: PageTranslate): { readonly policy?: Policy; readonly findings: readonly Finding[] } {
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return { policy: parsed.data, findings: [] };
  const findings = parsed.error.issues.flatMap((issue) => translate(issue, issue.path as PolicyPath, value, t));
  return { findings: withoutMisspelt(findings).slice(0, mostProblems) };
}

/** A misspelt member is also a missing one; saying so once is enough. */
function withoutMisspelt(findings: readonly Finding[]): Finding[] {
  const meant = new Set(
    findings.flatMap(({ path, nearest, atKey }) => (atKey && nearest !== undefined ? [pathText([...path.slice(0, -1), nearest])] : [])),
  );
  return findings.filter((finding) => !(finding.atKey && finding.nearest === undefined && meant.has(pathText(finding.path))));
}

function translate(issue: Issue, path: PolicyPath, root: unknown, t: PageTranslate): Finding[] {
  const value = valueAt(root, path);
  const found = quote(value);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = membersAt(path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        atKey: true,
        found: key,
        allowed,
        ...near(key, allowed),
        text: t('policyProblem.unknownMember', { name: key, allowed: allowed.join(', ') }),
      }));
    }
    case 'invalid_type':
      if (value === undefined) {
        const name = String(path.at(-1) ?? '');
        return [{ path, atKey: true, text: path.length === 0 ? t('policyProblem.empty') : t('policyProblem.missing', { name }) }];
      }
      return [{ path, found, text: t('policyProblem.wrongType', { expected: typeWord(issue.expected, t), found }) }];
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
      return [{ path, found, text: form ? t(`policyProblem.form.${form}`, { found }) : t('policyProblem.wrongValue', { found }) }];
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
  const nearest = nearestWord(word, allowed);
  return nearest === undefined ? {} : { nearest };
};

const definition = (schema: Schema): Definition => schema._zod.def as Definition;

/** Names that an object at `path` may have. */
function membersAt(path: PolicyPath): string[] {
  let schemas: Schema[] = [policySchema];
  for (const part of path) schemas = schemas.flatMap((schema) => below(schema, part));
  const names = schemas.flatMap(opened).flatMap((schema) => {
    const { shape, keyType } = definition(schema);
    return Object.keys(shape ?? (keyType && definition(keyType).entries) ?? {});
  });
  return [...new Set(names)];
}

/** The schema without its wrappers; of a union all its forms. */
function opened(schema: Schema): Schema[] {
  const { innerType, options } = definition(schema);
  if (innerType) return opened(innerType);
  return options ? options.flatMap(opened) : [schema];
}

function below(schema: Schema, part: string | number): Schema[] {
  return opened(schema).flatMap((one) => {
    const { shape, element, valueType, items } = definition(one);
    const next = shape
      ? Object.hasOwn(shape, part)
        ? shape[part]
        : undefined
      : (element ?? valueType ?? (typeof part === 'number' ? items?.[part] : undefined));
    return next ? [next] : [];
  });
}
