/** Walks the policy's schema along a path, to know what may stand at a place. */
import type { PolicyPath } from './policy-problem.ts';
import { policySchema, textForms } from './schema.ts';

/** A schema's own description of itself, as far as it is walked here. */
export interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly items?: readonly Schema[];
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly pattern?: unknown } } }[];
}
export interface Schema {
  readonly _zod: { readonly def: unknown };
}

export const definition = (schema: Schema): Definition => schema._zod.def as Definition;

/** What the schema says of the value at `path`: several answers where it has several forms, none where nothing may stand. */
export function schemasAt(path: PolicyPath): Schema[] {
  let schemas: Schema[] = [policySchema];
  for (const part of path) schemas = schemas.flatMap((schema) => below(schema, part));
  return schemas;
}

/** Names that an object at `path` may have. */
export function membersAt(path: PolicyPath): string[] {
  const names = schemasAt(path)
    .flatMap(opened)
    .flatMap((schema) => {
      const { shape, keyType } = definition(schema);
      return Object.keys(shape ?? (keyType && definition(keyType).entries) ?? {});
    });
  return [...new Set(names)];
}

/** The schema without its wrappers; of a union all its forms. */
export function opened(schema: Schema): Schema[] {
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

/** The kind of text that a schema asks for, if it is one of the named forms. */
export function formOf(schema: Schema): keyof typeof textForms | undefined {
  const patterns = (definition(schema).checks ?? []).map(({ _zod }) => String(_zod.def.pattern));
  return (Object.keys(textForms) as (keyof typeof textForms)[]).find((form) => patterns.includes(String(textForms[form])));
}
