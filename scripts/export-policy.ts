/** `handrail policy export`: the policy in a helpdesk's terms, on the screen or as files, with everything that did not fit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTranslator } from '../lib/extension-text.ts';
import { exportPolicy } from '../lib/exports/export-policy.ts';
import { SYSTEMS } from '../lib/exports/helpdesk-export.ts';
import type { LoadedPolicy } from '../lib/policy/loaded-policy.ts';
import type { Out } from './policy.ts';

export interface ExportRequest {
  readonly to: string | undefined;
  readonly language: string;
  /** Folder for the files; absent = all on the screen. */
  readonly into: string | undefined;
  /** `group:tier-2=123` */
  readonly ids: readonly string[];
  readonly json: boolean;
  readonly out: Out;
}

/** @returns the exit code: 0 also when parts were left out, since the list of them is part of the answer. */
export function writeExport(loaded: LoadedPolicy, { to, language, into, ids, json, out }: ExportRequest): number {
  const system = SYSTEMS.find((one) => one === to);
  if (!system) {
    out.write(`--to is ${to === undefined ? 'missing' : `"${to}"`}; it takes ${SYSTEMS.join(', ')}.\n`);
    return 2;
  }
  const given = ids.map((one) => /^(.+)=(.+)$/.exec(one));
  const wrong = ids.find((_, at) => !given[at]);
  if (wrong !== undefined) {
    out.write(`--id is "${wrong}"; it takes a key and a number such as group:tier-2=360001.\n`);
    return 2;
  }
  const t = pageTranslator(language);
  const made = exportPolicy(loaded, system, { t, language, ids: Object.fromEntries(given.map((one) => [one?.[1] ?? '', one?.[2] ?? ''])) });
  if (into !== undefined) {
    mkdirSync(into, { recursive: true });
    for (const file of made.files) writeFileSync(join(into, file.name), file.text);
  }
  if (json) {
    out.write(`${JSON.stringify(made, null, 2)}\n`);
    return 0;
  }
  for (const file of made.files) {
    out.write(`${into === undefined ? '' : `${into}/`}${file.name}${file.request === undefined ? '' : `  (${file.request})`}\n`);
    if (into === undefined) out.write(`${file.text}\n`);
  }
  if (made.files.length === 0) out.write(`${t('exports.noFiles', { system: t(`exports.system.${system}`) })}\n`);
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) out.write(`\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  };
  section(
    t('exports.ids'),
    made.ids.map(({ key, label, placeholder }) => `${key}  ${label}  (${placeholder})`),
  );
  section(t('exports.notes'), made.notes);
  section(
    t('exports.left', { system: t(`exports.system.${system}`) }),
    made.leftOut.map(({ of, what, why, instead }) => `${of}: ${what.replace(/\s+/g, ' ')}\n    ${why} ${instead}`),
  );
  return 0;
}
