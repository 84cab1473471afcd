/**
 * `handrail policy`: check, test, explain, compare and prove a policy file. Exit code 0 = all is well, 1 = the policy (or a test of
 * it) is not, 2 = wrong usage. `--json` prints the same for machines. Over 250 lines: one short section for each subcommand.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assess } from '../lib/guidance/assess.ts';
import { type Assessment, NO_HISTORY } from '../lib/guidance/assessment.ts';
import { pageTranslator } from '../lib/extension-text.ts';
import { diffPolicies, policyChangeText } from '../lib/policy/diff-policies.ts';
import { loadPolicy } from '../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../lib/policy/loaded-policy.ts';
import { provenFindings } from '../lib/backtest/proven-findings.ts';
import { inOrder } from '../lib/policy/load-policy-data.ts';
import { type PolicyProblem, toProblem } from '../lib/policy/policy-problem.ts';
import { readText } from '../lib/policy/read-text.ts';
import { placeOf } from '../lib/policy/yaml-places.ts';
import { type Mismatch, runPolicyTests } from '../lib/policy/run-tests.ts';
import { runRuleExamples } from '../lib/policy/rule-examples.ts';
import { testTicketSchema } from '../lib/policy/schema.ts';
import { testTicket } from '../lib/policy/test-ticket.ts';
import type { TicketSnapshot } from '../lib/ticket.ts';
import { signingCommand, signingUsage } from './policy-keys.ts';
import { provePolicy } from './prove-policy.ts';

const usage = `handrail policy check FILE
handrail policy test FILE
handrail policy explain FILE --ticket T.json [--now ISO] [--mark ID]...
handrail policy diff OLD NEW
handrail policy prove FILE
handrail policy export FILE --to zendesk|freshdesk|zammad|jira|table [--language vi] [--into FOLDER] [--id KEY=NUMBER]...
Each of these takes --json. FILE may be "default" for the built-in policy.
${signingUsage}`;

export interface Out {
  readonly write: (text: string) => void;
}

/** @returns the exit code. @param out for tests */
export async function policy(args: string[], out: Out = process.stdout): Promise<number> {
  const [command = '', ...rest] = args;
  if (command === 'keygen' || command === 'sign' || command === 'verify') return signingCommand(command, rest, now(), out);
  const run = commands[command];
  if (!run) {
    out.write(usage);
    return 2;
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      ticket: { type: 'string' },
      now: { type: 'string' },
      mark: { type: 'string', multiple: true, default: [] },
      to: { type: 'string' },
      language: { type: 'string', default: 'en' },
      into: { type: 'string' },
      id: { type: 'string', multiple: true, default: [] },
    },
  });
  return run({
    files: positionals,
    json: values.json,
    ticket: values.ticket,
    now: values.now,
    marks: values.mark,
    to: values.to,
    language: values.language,
    into: values.into,
    ids: values.id,
    out,
  });
}

interface Request {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly ticket: string | undefined;
  readonly now: string | undefined;
  readonly marks: readonly string[];
  readonly to: string | undefined;
  readonly language: string;
  readonly into: string | undefined;
  readonly ids: readonly string[];
  readonly out: Out;
}

const commands: Readonly<Record<string, (request: Request) => Promise<number> | number>> = {
  check,
  test,
  explain,
  diff,
  prove,
  export: exportTo,
};

/** Only the command line reads the machine's clock, and only where no instant is given. */
const now = (): number => new Date().getTime();

async function load(
  file: string | undefined,
  { out, json }: Request,
): Promise<{ loaded: LoadedPolicy; warnings: readonly PolicyProblem[] } | number> {
  if (!file) {
    out.write(usage);
    return 2;
  }
  let source: unknown;
  if (file === 'default') source = (await import('../lib/policy/default-policy.ts')).defaultPolicy;
  else {
    try {
      source = readFileSync(file, 'utf8');
    } catch (error) {
      out.write(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
  }
  const result = loadPolicy(source, { kind: 'file' }, now());
  if (result.ok) return result;
  if (json) printJson(out, { ok: false, problems: result.problems });
  else {
    for (const problem of result.problems) out.write(`${file}: ${problem.message}\n`);
    out.write(`${counted(result.problems.length, 'problem')}.\n`);
  }
  return 1;
}

const printJson = (out: Out, value: unknown): void => out.write(`${JSON.stringify(value, null, 2)}\n`);
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

// check

async function check(request: Request): Promise<number> {
  const [file] = request.files;
  const result = await load(file, request);
  if (typeof result === 'number') return result;
  const { policy: read } = result.loaded;
  const warnings = inOrder([...result.warnings, ...ruleWarnings(file ?? '', result.loaded)]);
  if (request.json) printJson(request.out, { ok: true, warnings });
  else {
    for (const warning of warnings) request.out.write(`${file}: warning: ${warning.message}\n`);
    const parts = [
      counted(read.tiers.length, 'tier'),
      `${read.priorities.length} ${read.priorities.length === 1 ? 'priority' : 'priorities'}`,
      counted(read.rules.length, 'rule'),
      counted(read.tests.length, 'test'),
    ];
    request.out.write(`${file}: OK (${parts.join(', ')})\n`);
  }
  return 0;
}

/** Rules that no ticket or every ticket fulfils. What else can be shown about them `prove` tells. */
function ruleWarnings(file: string, loaded: LoadedPolicy): PolicyProblem[] {
  const t = pageTranslator('en');
  const text = file === 'default' ? undefined : readText(readFileSync(file, 'utf8'), t);
  return provenFindings(loaded).flatMap((finding) => {
    if (finding.kind !== 'dead' && finding.kind !== 'always') return [];
    const path = ['rules', loaded.policy.rules.findIndex(({ id }) => id === finding.rule), 'rule'];
    const place = text?.ok ? placeOf(text.placed, path) : undefined;
    const key = finding.kind === 'dead' ? 'policyProblem.neverFires' : 'policyProblem.alwaysFires';
    return [toProblem({ path, text: t(key, { rule: finding.rule }) }, place, t)];
  });
}

// test

async function test(request: Request): Promise<number> {
  const result = await load(request.files[0], request);
  if (typeof result === 'number') return result;
  const results = [...runPolicyTests(result.loaded, assess), ...runRuleExamples(result.loaded)];
  const failed = results.filter(({ passed }) => !passed);
  if (request.json) printJson(request.out, { ok: failed.length === 0, results });
  else {
    for (const { name, mismatches } of failed) {
      request.out.write(`FAILED  ${name}\n`);
      for (const mismatch of mismatches) request.out.write(`        ${mismatchText(mismatch)}\n`);
    }
    if (results.length === 0) request.out.write('This policy carries no tests and no examples.\n');
    request.out.write(`${results.length - failed.length} passed, ${failed.length} failed\n`);
  }
  return failed.length === 0 ? 0 : 1;
}

function mismatchText({ what, expected, found }: Mismatch): string {
  if (what === 'fires') return `rule ${expected} should fire; it is ${found}`;
  if (what === 'silent') return `rule ${expected} should not fire, and does`;
  if (what === 'unknown') return `rule ${expected} should not be judged for want of a fact; it ${found === 'fires' ? 'fires' : 'does not fire'}`;
  return `${what} should be ${expected || 'nobody'}, not ${found || 'nobody'}`;
}

// explain

async function explain(request: Request): Promise<number> {
  const result = await load(request.files[0], request);
  if (typeof result === 'number') return result;
  const { out, ticket, json } = request;
  if (!ticket) {
    out.write(usage);
    return 2;
  }
  const at = request.now === undefined ? now() : Date.parse(request.now);
  if (Number.isNaN(at)) {
    out.write(`--now is "${request.now}", which is no time such as 2026-11-24T10:00:00Z.\n`);
    return 2;
  }
  const criteria = result.loaded.policy.criteria.map(({ id }) => id);
  const strange = request.marks.find((mark) => !criteria.includes(mark));
  if (strange !== undefined) {
    out.write(`--mark is "${strange}", which this policy does not have. It has: ${criteria.join(', ') || 'none'}.\n`);
    return 2;
  }
  let snapshot: TicketSnapshot;
  try {
    const given: unknown = JSON.parse(readFileSync(ticket, 'utf8'));
    const leftOut = unknownNames(given);
    if (leftOut.length) (json ? process.stderr : out).write(`${ticket}: not known here, so not used: ${leftOut.join(', ')}\n`);
    snapshot = ticketOf(given, new Date(at).toISOString());
  } catch (error) {
    out.write(`${ticket} cannot be read as a ticket: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const marks = Object.fromEntries(request.marks.map((mark) => [mark, true]));
  const assessment = assess(snapshot, result.loaded, { marks, history: NO_HISTORY }, at);
  if (json) printJson(out, assessment);
  else out.write(explanation(assessment));
  return 0;
}

const isSnapshot = (value: unknown): value is TicketSnapshot =>
  typeof value === 'object' && value !== null && 'fields' in value && 'customFields' in value && 'messages' in value;
const innerTicket = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'ticket' in value ? value.ticket : value);
const ticketNames = new Set(Object.keys(testTicketSchema.shape));
/** What `handrail read` and the pages of the corpus say besides, and what follows from the rest. */
const besides = new Set(['priorityLevel', 'systemEvents']);

/** Names in a ticket of the short form that mean nothing: a slip of the pen would otherwise be a fact that is missing. */
function unknownNames(value: unknown): string[] {
  const inner = innerTicket(value);
  if (isSnapshot(value) || typeof inner !== 'object' || inner === null || Array.isArray(inner)) return [];
  return Object.keys(inner).filter((name) => !ticketNames.has(name) && !besides.has(name));
}

/** A snapshot, a ticket in the short form of policy tests, or what `handrail read` prints. */
function ticketOf(value: unknown, at: string): TicketSnapshot {
  if (isSnapshot(value)) return value;
  const inner = innerTicket(value);
  if (typeof inner !== 'object' || inner === null || !Object.keys(inner).some((name) => ticketNames.has(name)))
    throw new Error('it holds no ticket.');
  const parsed = testTicketSchema.safeParse(Object.fromEntries(Object.entries(inner).filter(([name]) => ticketNames.has(name))));
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return testTicket(parsed.data, at);
}

function explanation(assessment: Assessment): string {
  const { tier, currentTier, verdict, priority, reasons, unknown, nearMisses, shadow, clocks, notify, steps, nextChange } = assessment;
  const lines = [
    `Tier ${tier} (${verdict}${currentTier === undefined ? '' : `, now at Tier ${currentTier}`})`,
    `Priority ${priority.level ?? 'not known'}${priority.recommended ? `, should be ${priority.recommended}` : ''}`,
  ];
  const trace = (one: { readonly trace: Assessment['reasons'][number]['trace'] }) => {
    for (const { text, outcome, actual, missing } of one.trace)
      lines.push(
        `      ${outcome.padEnd(7)} ${text}${actual === undefined ? (missing.length > 0 ? `  (not known: ${missing.join(', ')})` : '') : `  (${actual})`}`,
      );
  };
  const section = (title: string, count: number) => {
    if (count > 0) lines.push('', title);
  };
  section('Why', reasons.length);
  for (const reason of reasons) {
    const capped = reason.cappedFrom === undefined ? '' : `, held down from Tier ${reason.cappedFrom}`;
    lines.push(`  ${reason.rule}: ${reason.title}${reason.tier === undefined ? '' : ` -> Tier ${reason.tier}${capped}`}`);
    trace(reason);
  }
  section('Cannot be judged', unknown.length);
  for (const one of unknown) {
    lines.push(`  ${one.rule}: needs ${one.missing.join(', ')}`);
    trace(one);
  }
  section('Nearly', nearMisses.length);
  for (const one of nearMisses) {
    lines.push(`  ${one.rule} (${Math.round((one.closeness ?? 0) * 100)} % of the way)`);
    trace(one);
  }
  section('In shadow mode, not advised', shadow.length);
  for (const one of shadow) lines.push(`  ${one.rule}: ${one.title}`);
  section('Clocks', clocks.length);
  for (const { name, state, percent, dueAt } of clocks.filter((clock) => clock.state !== 'none'))
    lines.push(`  ${name}: ${state}${percent === undefined ? '' : `, ${Math.floor(percent)} % used`}${dueAt ? `, due ${dueAt}` : ''}`);
  section('Notify', notify.length);
  for (const { role, because } of notify) lines.push(`  ${role} (${because.join(', ')})`);
  section('Steps', steps.length);
  for (const [index, step] of steps.entries()) lines.push(`  ${index + 1}. ${step.text}`);
  if (nextChange)
    lines.push(
      '',
      `If nobody acts: Tier ${nextChange.tier} at ${nextChange.at} by ${nextChange.rule}${nextChange.preventedBy ? `, unless: ${nextChange.preventedBy}` : ''}`,
    );
  return `${lines.join('\n')}\n`;
}

// diff

async function diff(request: Request): Promise<number> {
  if (request.files.length !== 2) {
    request.out.write(usage);
    return 2;
  }
  const before = await load(request.files[0], request);
  if (typeof before === 'number') return before;
  const after = await load(request.files[1], request);
  if (typeof after === 'number') return after;
  const changes = diffPolicies(before.loaded, after.loaded);
  const t = pageTranslator('en');
  if (request.json) printJson(request.out, { changes });
  else if (changes.length === 0) request.out.write('No difference.\n');
  else for (const change of changes) request.out.write(`${policyChangeText(change, t)}\n`);
  return 0;
}

// prove

async function prove(request: Request): Promise<number> {
  const result = await load(request.files[0], request);
  if (typeof result === 'number') return result;
  return provePolicy(result.loaded, request.json, request.out);
}

// export

async function exportTo(request: Request): Promise<number> {
  const result = await load(request.files[0], request);
  if (typeof result === 'number') return result;
  const { writeExport } = await import('./export-policy.ts');
  return writeExport(result.loaded, request);
}
