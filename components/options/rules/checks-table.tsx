/** What was proved about the draft and how its own tests came out. Nothing is called good before it was looked at. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { Mismatch, TestResult } from '../../../lib/policy/run-tests.ts';
import type { Finding } from '../../../lib/rules/prove.ts';
import { FindingNote } from './finding-note.tsx';
import type { RuleNames } from './rule-names.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly tests: readonly TestResult[];
}
/** running: the draft changed and is looked at anew. stopped: it could not be looked at, with the browser's own words. */
export type CheckState =
  | { readonly state: 'running' }
  | { readonly state: 'stopped'; readonly problem: string }
  | ({ readonly state: 'done' } & Checked);

const questions = [
  { text: 'rules.check.covered', good: 'rules.check.yes', kinds: ['uncovered'] },
  { text: 'rules.check.dead', good: 'rules.check.none', kinds: ['dead', 'shadowed'] },
  { text: 'rules.check.contradictions', good: 'rules.check.none', kinds: ['contradiction', 'always'] },
  { text: 'rules.check.monotone', good: 'rules.check.proved', kinds: ['not-monotone'] },
] as const satisfies readonly { readonly text: string; readonly good: string; readonly kinds: readonly Finding['kind'][] }[];

interface Named {
  readonly t: PageTranslate;
  readonly names: RuleNames;
}

export function ChecksTable({ t, names, checks }: Named & { readonly checks: CheckState }) {
  return (
    <section aria-busy={checks.state === 'running'}>
      <h2>{t('rules.checks')}</h2>
      {checks.state === 'stopped' && <p class="trouble">{t('rules.check.stopped', { problem: checks.problem })}</p>}
      {checks.state === 'running' && (
        <p class="soft" role="status">
          {t('rules.check.running')}
        </p>
      )}
      {checks.state === 'done' && <Answers t={t} names={names} checks={checks} />}
    </section>
  );
}

function Answers({ t, names, checks }: Named & { readonly checks: Checked }) {
  const tooLarge = checks.findings.filter(({ kind }) => kind === 'too-large');
  const failed = checks.tests.filter(({ passed }) => !passed);
  return (
    <table class="checks">
      <tbody>
        {questions.map(({ text, good, kinds }) => {
          const found = checks.findings.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
          return (
            <tr key={text}>
              <th scope="row">{t(text)}</th>
              <td>
                {found.length === 0 ? (
                  <span class={tooLarge.length ? 'soft' : 'good'}>{tooLarge.length ? t('rules.check.asFar') : t(good)}</span>
                ) : (
                  <details>
                    <summary>{t('rules.check.found', { count: found.length })}</summary>
                    {found.map((finding, index) => (
                      <FindingNote key={index} t={t} finding={finding} ruleName={names.rule} factName={names.fact} />
                    ))}
                  </details>
                )}
              </td>
            </tr>
          );
        })}
        {tooLarge.length > 0 && (
          <tr>
            <th scope="row">{t('rules.check.tooLarge')}</th>
            <td>
              {tooLarge.map((finding, index) => (
                <FindingNote key={index} t={t} finding={finding} ruleName={names.rule} factName={names.fact} />
              ))}
            </td>
          </tr>
        )}
        <tr>
          <th scope="row">{t('rules.check.tests')}</th>
          <td>
            {checks.tests.length === 0 ? (
              <span class="soft">{t('rules.check.noTests')}</span>
            ) : failed.length === 0 ? (
              <span class="good">{t('rules.check.testsPass', { count: checks.tests.length })}</span>
            ) : (
              <details>
                <summary>{t('rules.check.testsFail', { failed: failed.length, count: checks.tests.length })}</summary>
                <ul>
                  {failed.map(({ name, mismatches }) => (
                    <li key={name}>
                      <b>{name}</b>
                      {mismatches.map((mismatch) => (
                        <p key={`${mismatch.what} ${mismatch.expected}`}>{mismatchText(mismatch, t)}</p>
                      ))}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export const mismatchText = ({ what, expected, found }: Mismatch, t: PageTranslate): string =>
  t('rules.mismatch', { what: t(`rules.mismatch.${what}`), expected, found });
