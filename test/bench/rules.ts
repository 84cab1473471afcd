/** Rules of three conditions on one ticket, beside json-logic-js and json-rules-engine. The same answers are checked first. */
// @ts-expect-error -- the library ships no types
import jsonLogic from 'json-logic-js';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { assess } from '../../lib/guidance/assess.ts';
import { NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { compileRule } from '../../lib/rules/compile.ts';
import type { RuleContext } from '../../lib/rules/context.ts';
import { evaluateRules } from '../../lib/rules/evaluate.ts';
import type { FactReading, FactSource, TextHits } from '../../lib/rules/fact-source.ts';
import type { CompiledRule } from '../../lib/rules/rule.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';

const statuses = ['new', 'open', 'pending', 'resolved', 'closed'] as const;
const vocabulary = Array.from({ length: 400 }, (_, index) => `word${index}`);

/** Always the same numbers below 1, so that every run compares the same rules. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Spec {
  readonly threshold: number;
  readonly status: string;
  readonly words: readonly string[];
}
function specs(count: number): Spec[] {
  const roll = dice(count);
  return Array.from({ length: count }, () => ({
    threshold: Math.floor(roll() * 10),
    status: statuses[Math.floor(roll() * statuses.length)] ?? 'open',
    words: Array.from({ length: 8 }, () => vocabulary[Math.floor(roll() * vocabulary.length)] ?? ''),
  }));
}

/** 20 messages; what is looked for was found once beforehand, for everybody. */
function ticketHits(): ReadonlyMap<string, TextHits> {
  const roll = dice(20);
  const messages = Array.from({ length: 20 }, () => Array.from({ length: 80 }, () => `word${Math.floor(roll() * 4000)}`).join(' '));
  const found = new Map<string, TextHits>();
  for (const word of vocabulary) {
    const hits = messages.flatMap((text, message) => {
      const start = ` ${text} `.indexOf(` ${word} `);
      return start < 0 ? [] : [{ message, start, end: start + word.length, text: word }];
    });
    found.set(word, { hits, complete: true });
  }
  return found;
}

const context: RuleContext = {
  variables: {},
  priorities: [],
  currency: 'USD',
  rates: {},
  tiers: [1, 2],
  roles: [],
  phraseLists: [],
  criteria: [],
  templates: [],
  steps: [],
};

const text = ({ threshold, status, words }: Spec): string =>
  `IF contacts > ${threshold} AND ticket.status = "${status}" AND contains_keywords([${words.map((word) => `"${word}"`).join(', ')}]) THEN escalate to Tier 2`;

function compiled(spec: Spec, index: number): CompiledRule {
  const { rule, problems } = compileRule(`r${index}`, text(spec), context);
  if (!rule) throw new Error(JSON.stringify(problems));
  return rule;
}

/** Runs the three engines at 12, 100 and 1,000 rules and prints a table; throws when they do not answer the same. */
export async function benchRules(): Promise<void> {
  const contacts = 6;
  const status = 'open';
  const hits = ticketHits();
  const values = new Map<string, FactReading>([
    ['contacts', { value: contacts, text: String(contacts) }],
    ['ticket.status', { value: { kind: status, raw: 'Offen' }, text: 'Offen' }],
  ]);
  const facts: FactSource = { get: (name) => values.get(name), keyword: (word) => hits.get(word), phrase: () => undefined };
  const foundWords = [...hits].filter(([, one]) => one.hits.length > 0).map(([word]) => word);
  // the fastest form each of the others offers: a look-up of the word instead of a search in an array
  const wordSet = Object.fromEntries(foundWords.map((word) => [word, true]));
  const data = { contacts, status, words: wordSet };

  console.log(
    `Rules of three conditions (a number, the status, any of 8 words), 20 messages, ${foundWords.length} of ${vocabulary.length} words present`,
  );
  console.log('ms for all rules once, median of 5 rounds');
  const rows: Record<string, string | number>[] = [];
  for (const count of [12, 100, 1000]) {
    const list = specs(count);
    const rules = list.map(compiled);
    const logic = list.map((spec) => ({
      and: [
        { '>': [{ var: 'contacts' }, spec.threshold] },
        { '==': [{ var: 'status' }, spec.status] },
        { or: spec.words.map((word) => ({ '!!': { var: `words.${word}` } })) },
      ],
    }));
    const engine = jsonRulesEngine(list);

    // a new source each time: nothing that was found out about one ticket may help with the next
    const ours = () => {
      const ticket = { ...facts };
      return evaluateRules(rules, ticket, context);
    };
    const oursTraced = () => {
      const ticket = { ...facts };
      return evaluateRules(rules, ticket, context).map(({ outcome, trace }) => ({ outcome, trace }));
    };
    const theirs = () => logic.map((rule) => jsonLogic.apply(rule, data) as boolean);
    const engineRun = async () => engine.run({ contacts, status, found: new Set(foundWords) });

    const answers = ours().map(({ outcome }) => outcome === 'yes');
    const expected = list.map((spec) => contacts > spec.threshold && spec.status === status && spec.words.some((word) => foundWords.includes(word)));
    const fired = new Set((await engineRun()).events.map((event) => event.type));
    same('expected', expected, answers);
    same('json-logic-js', theirs(), answers);
    same(
      'json-rules-engine',
      list.map((_, index) => fired.has(`r${index}`)),
      answers,
    );

    const plain = measure(ours);
    const traced = measure(oursTraced);
    const jsonLogicMs = measure(theirs);
    const engineMs = await measureAsync(engineRun);
    rows.push({
      rules: count,
      fired: answers.filter(Boolean).length,
      'handrail, trace on demand': plain.toFixed(4),
      'handrail, every trace built': traced.toFixed(4),
      'json-logic-js': jsonLogicMs.toFixed(4),
      'json-rules-engine': engineMs.toFixed(4),
      'json-logic-js / on demand': (jsonLogicMs / plain).toFixed(1),
      'json-logic-js / built': (jsonLogicMs / traced).toFixed(1),
      'json-rules-engine / built': (engineMs / traced).toFixed(1),
    });
  }
  console.table(rows);
  assessments();
}

/** The whole recommendation of the default policy (facts from text, clocks, rules, future line), on tickets of 20, 200 and 2,000 messages. */
function assessments(): void {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const result = loadPolicy(defaultPolicy, { kind: 'built-in' }, now);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  const { loaded } = result;
  const rows = [20, 200, 2000].map((count) => {
    const messages = Array.from({ length: count }, (_, index): TicketSnapshot['messages'][number] => ({
      role: index % 3 === 1 ? 'agent' : 'customer',
      roleSure: 1,
      internal: false,
      at: new Date(now - (count - index) * 3_600_000).toISOString(),
      text: `${index}. I have been waiting for two weeks and nobody answers. Order 12345 never arrived and you charged me $480 twice.`,
      attachments: [],
      how: 'bench',
    }));
    // new objects each time, as a page that was read again gives them; only the texts are the same
    const snapshot = (): TicketSnapshot => ({
      url: 'https://desk.example/tickets/1',
      helpdesk: 'bench',
      readAt: new Date(now).toISOString(),
      zone: 'UTC',
      fields: {},
      customFields: {},
      messages: messages.map((message) => ({ ...message })),
      problems: [],
    });
    return { messages: count, ms: measure(() => assess(snapshot(), loaded, { marks: {}, history: NO_HISTORY }, now)).toFixed(2) };
  });
  console.log(`One assessment by the default policy (${loaded.rules.length} rules), the page read anew each time`);
  console.table(rows);
}

function jsonRulesEngine(list: readonly Spec[]): Engine {
  const engine = new Engine();
  engine.addOperator('anyFound', (found: Set<string>, words: readonly string[]) => words.some((word) => found.has(word)));
  list.forEach((spec, index) => {
    const rule: RuleProperties = {
      conditions: {
        all: [
          { fact: 'contacts', operator: 'greaterThan', value: spec.threshold },
          { fact: 'status', operator: 'equal', value: spec.status },
          { fact: 'found', operator: 'anyFound', value: spec.words },
        ],
      },
      event: { type: `r${index}` },
    };
    engine.addRule(rule);
  });
  return engine;
}

function same(name: string, theirs: readonly boolean[], ours: readonly boolean[]): void {
  theirs.forEach((answer, index) => {
    if (answer !== ours[index]) throw new Error(`rule ${index}: ${name} says ${answer}, Handrail ${ours[index]}`);
  });
}

const rounds = 5;
const roundMs = 120;

/** Milliseconds of one call: the median of rounds, after one round to warm up. */
function measure(run: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = process.hrtime.bigint();
    let calls = 0;
    let spent = 0;
    while (spent < roundMs) {
      run();
      calls++;
      spent = Number(process.hrtime.bigint() - start) / 1e6;
    }
    if (round > 0) times.push(spent / calls);
  }
  return median(times);
}

async function measureAsync(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = process.hrtime.bigint();
    let calls = 0;
    let spent = 0;
    while (spent < roundMs) {
      await run();
      calls++;
      spent = Number(process.hrtime.bigint() - start) / 1e6;
    }
    if (round > 0) times.push(spent / calls);
  }
  return median(times);
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
