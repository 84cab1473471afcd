/** `npm run bench -- facts`: accuracy of mood and phrases as tables, beside the candidates that were rejected, and the time they take. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { conversationFacts, textFacts } from '../../lib/facts/conversation.ts';
import { defaultPhraseLists } from '../../lib/facts/phrase-lists/default-phrase-lists.ts';
import { handSums } from '../../lib/facts/sentiment.ts';
import type { Sentiment } from '../../lib/facts/text-facts.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import { angerIds, bankQueries, goEmotions, vaderRows } from './labelled-texts.ts';

const folder = fileURLToPath(new URL('../../../shared/datasets', import.meta.url));
const print = (line = '') => process.stdout.write(`${line}\n`);

interface Judged {
  readonly said: boolean;
  readonly right: boolean;
}
/** `precision / recall / F1` in percent. */
function measure(rows: readonly Judged[]): string {
  const hits = rows.filter(({ said, right }) => said && right).length;
  const precision = hits / Math.max(1, rows.filter(({ said }) => said).length);
  const recall = hits / Math.max(1, rows.filter(({ right }) => right).length);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return [precision, recall, f1].map((share) => (100 * share).toFixed(0)).join(' / ');
}

type Candidate = (text: string) => { readonly unhappy: boolean; readonly angry: boolean };
const candidates: Readonly<Record<string, Candidate>> = {
  'always yes': () => ({ unhappy: true, angry: true }),
  'hand-written words alone': (text) => {
    const { valence, anger } = handSums(text);
    return { unhappy: valence <= -0.66, angry: anger >= 1.2 && valence <= -1.4 };
  },
  'capitals and marks alone': (text) => {
    const loud = /!!|\?\?|\?!|(?:\b[A-Z]{3,}\b.*){2}/s.test(text);
    return { unhappy: loud, angry: loud };
  },
  'Handrail (words + model + behaviour)': (text) => {
    const mood = moodOfLine(text);
    return { unhappy: !!mood && mood.label !== 'calm', angry: mood?.label === 'angry' || mood?.label === 'threatening' };
  },
};
const moodOfLine = (text: string): Sentiment | null => textFacts(text, {}).sentiment;

/** Prints the tables. Only rows that nothing was trained on are measured. */
export async function benchFacts(): Promise<void> {
  vietnamese();
  phrases();
  if (existsSync(folder)) english();
  else print(`\nEnglish data sets: not found at ${folder}, so not measured here (docs/facts.md has the figures).`);
  speed();
}

function english(): void {
  const tweets = vaderRows(folder, 'tweets').filter((_, i) => i % 2 === 1);
  const amazon = vaderRows(folder, 'amazonReviewSnippets').filter((_, i) => i % 2 === 1);
  const reddit = goEmotions(folder, 'dev');
  const bank = bankQueries(folder).filter((_, i) => i % 3 !== 0);
  print('\nEnglish, precision / recall / F1 in %');
  print(
    '| candidate | tweets, unhappy (2,100) | product reviews, unhappy (1,854) | Reddit, anger + annoyance (5,426) | bank questions called unhappy | angry |',
  );
  print('|---|---|---|---|---|---|');
  for (const [name, judge] of Object.entries(candidates)) {
    const questions = bank.map(judge);
    const share = (count: number) => `${((100 * count) / bank.length).toFixed(1)} %`;
    const cells = [
      measure(tweets.map(({ text, mean }) => ({ said: judge(text).unhappy, right: mean < -0.5 }))),
      measure(amazon.map(({ text, mean }) => ({ said: judge(text).unhappy, right: mean < -0.5 }))),
      measure(reddit.map(({ text, ids }) => ({ said: judge(text).angry, right: ids.some((id) => angerIds.has(id)) }))),
      share(questions.filter(({ unhappy }) => unhappy).length),
      share(questions.filter(({ angry }) => angry).length),
    ];
    print(`| ${name} | ${cells.join(' | ')} |`);
  }
}

function vietnamese(): void {
  const rows: { text: string; mood: string }[] = JSON.parse(
    readFileSync(new URL('../facts/vietnamese-sentiment.json', import.meta.url), 'utf8'),
  ).sentences;
  const judge = (form: (text: string) => string) => rows.map(({ text, mood }) => ({ mood, said: moodOfLine(form(text))?.label ?? 'unknown' }));
  print(`\nVietnamese, our own ${rows.length} sentences, precision / recall / F1 in %`);
  print('| form | unhappy | angry | no answer |');
  print('|---|---|---|---|');
  const forms: Record<string, (text: string) => string> = {
    'as typed': (text) => text,
    'decomposed (NFD)': (text) => text.normalize('NFD'),
    'without diacritics': (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
  };
  for (const [name, form] of Object.entries(forms)) {
    const judged = judge(form);
    const unhappy = measure(judged.map(({ said, mood }) => ({ said: said !== 'calm' && said !== 'unknown', right: mood !== 'calm' })));
    const angry = measure(judged.map(({ said, mood }) => ({ said: said === 'angry' || said === 'threatening', right: mood === 'angry' })));
    print(`| ${name} | ${unhappy} | ${angry} | ${judged.filter(({ said }) => said === 'unknown').length} |`);
  }
}

function phrases(): void {
  print('\nPhrases: sentences that come with the entries');
  print('| list | found of those it must find | wrongly found of those it must not |');
  print('|---|---|---|');
  for (const [list, { entries }] of Object.entries(defaultPhraseLists)) {
    const items = Object.values(entries)
      .flat()
      .filter((item) => typeof item !== 'string');
    const has = (text: string) => textFacts(text, defaultPhraseLists).phrases.some((hit) => hit.list === list);
    const yes = items.flatMap((item) => item.yes ?? []);
    const no = items.flatMap((item) => item.no ?? []);
    print(`| ${list} | ${yes.filter(has).length} of ${yes.length} | ${no.filter(has).length} of ${no.length} |`);
  }
  if (!existsSync(folder)) return;
  const bank = bankQueries(folder);
  const counts: Record<string, number> = {};
  for (const text of bank)
    for (const list of new Set(textFacts(text, defaultPhraseLists).phrases.map((hit) => hit.list))) counts[list] = (counts[list] ?? 0) + 1;
  print(
    `\nHits in ${bank.length} bank questions: ${Object.entries(counts)
      .map(([list, count]) => `${list} ${count}`)
      .join(', ')}`,
  );
}

function speed(): void {
  const text =
    'Hello, I have been waiting for two weeks and nobody answers. My order 12345 never arrived and you charged me $480 twice. Please help.\n';
  const messages = Array.from({ length: 200 }, (_, i) => ({
    role: i % 2 ? ('agent' as const) : ('customer' as const),
    roleSure: 1,
    internal: false,
    at: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(),
    text: `${i}. ${text.repeat(4)}`,
    attachments: [],
    how: 'bench',
  }));
  const snapshot: TicketSnapshot = {
    url: '',
    helpdesk: 'bench',
    readAt: '2026-11-01T00:00:00Z',
    zone: 'UTC',
    fields: {},
    customFields: {},
    messages,
    problems: [],
  };
  const policy = {
    phrases: defaultPhraseLists,
    customer: { tierFields: [], ltvFields: [], vipFields: [], revenueFields: [], vipTags: [], vipTiers: [], lookup: [] },
  };
  const time = (run: () => unknown): string => {
    const start = process.hrtime.bigint();
    run();
    return `${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(2)} ms`;
  };
  print('\nSpeed, 200 messages of 540 characters, default lists');
  print(`- first time, lists not yet compiled: ${time(() => conversationFacts(snapshot, policy, { earlierContacts: [] }))}`);
  print(`- same messages again: ${time(() => conversationFacts(snapshot, policy, { earlierContacts: [] }))}`);
  const reread = { ...snapshot, messages: messages.map((message) => ({ ...message })) };
  print(`- read anew from the page: ${time(() => conversationFacts(reread, policy, { earlierContacts: [] }))}`);
  print(`- a message of 10 MB: ${time(() => textFacts('error at line 1. I want my money back! '.repeat(270_000), defaultPhraseLists))}`);
}
