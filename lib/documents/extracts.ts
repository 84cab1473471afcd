/**
 * Picks sentences out of the conversation for the handoff: what the problem is, what was tried, what the customer asks for.
 * Nothing is rephrased. Each answer is somebody's own sentence with its place, or there is no answer.
 */
import type { TextSpan } from '../facts/text-facts.ts';
import type { Reason } from '../guidance/assessment.ts';
import type { Message, TicketSnapshot } from '../ticket.ts';
import { attached, onlyThanks, pleasantry, reportsAction, requestStrength, seeksInformation, suggestions } from './sentence-kinds.ts';
import { sentencesOf, startsItem } from './sentences.ts';

/** Words that made a rule fire; those of the leading reason weigh most. */
export type WeightedSpan = TextSpan & { readonly weight: number };

/** The places in messages that an assessment rests on. */
export function evidenceSpans(reasons: readonly Reason[]): WeightedSpan[] {
  return reasons.flatMap((reason, n) =>
    reason.evidence.flatMap((e) =>
      e.kind === 'message' ? [{ message: e.message, start: e.start, end: e.end, text: e.text, weight: n === 0 ? 3 : 1.5 }] : [],
    ),
  );
}

export interface Attempt {
  readonly action: TextSpan;
  /** What the customer wrote next, where the action was told to the customer. */
  readonly result?: TextSpan;
}

/** What was found out about a sentence; sentences of a message that stays are the same objects. */
const knownStrengths = new WeakMap<TextSpan, 0 | 1 | 2>();
const knownActions = new WeakMap<TextSpan, boolean>();

function strengthOf(sentence: TextSpan): 0 | 1 | 2 {
  let strength = knownStrengths.get(sentence);
  if (strength === undefined) knownStrengths.set(sentence, (strength = requestStrength(sentence.text)));
  return strength;
}

/** As `reportsAction`, for a sentence of a message. */
export function tellsAction(sentence: TextSpan): boolean {
  let told = knownActions.get(sentence);
  if (told === undefined) knownActions.set(sentence, (told = reportsAction(sentence.text)));
  return told;
}

/**
 * Finds out of each message what the answers below rest on, so that they are given at once: for a caller whose work goes in stretches.
 * @param done called after each message
 */
export function lookThrough(snapshot: TicketSnapshot, language: string | undefined, done: () => void): void {
  snapshot.messages.forEach((message, index) => {
    for (const sentence of sentencesOf(message, index, language)) {
      if (message.role === 'customer') strengthOf(sentence);
      else if (message.role === 'agent') tellsAction(sentence);
    }
    done();
  });
  attempts(snapshot, language);
  done();
}

export function customerMessages(snapshot: TicketSnapshot): { message: Message; index: number }[] {
  return snapshot.messages.map((message, index) => ({ message, index })).filter(({ message }) => message.role === 'customer' && !message.internal);
}

function evidenceIn(sentence: TextSpan, evidence: readonly WeightedSpan[]): number {
  return evidence.reduce(
    (most, e) => (e.message === sentence.message && e.start < sentence.end && e.end > sentence.start ? Math.max(most, e.weight) : most),
    0,
  );
}

/** How well a sentence says what the problem is. `evidence` are places that made a rule fire. */
function weight(sentence: TextSpan, order: number, evidence: readonly WeightedSpan[], asked = false): number {
  const { text } = sentence;
  let score = -0.3 * order;
  score += evidenceIn(sentence, evidence);
  if (/\d/.test(text)) score += 0.25;
  if (text.length < 15) score -= 1.2;
  if (text.length > 280) score -= 1;
  if (pleasantry.test(text) || attached.test(text)) score -= 1.2;
  // A customer's question or wish says what they want, not what the problem is. A colleague's is the point of the reply.
  if (!asked && text.endsWith('?')) score -= 0.6;
  if (!asked && strengthOf(sentence) > 0) score -= 0.4;
  return score;
}

/** Two or three sentences of the customer: what they came with, and the newest they say. In the order they were written. */
export function summarySentences(snapshot: TicketSnapshot, evidence: readonly WeightedSpan[], language?: string): TextSpan[] {
  const all = customerMessages(snapshot).map(({ message, index }) => sentencesOf(message, index, language));
  const spoken = all.filter((sentences) => sentences.length > 0);
  const first = spoken[0];
  if (!first) return [];
  const best = first
    .map((sentence, order) => ({ sentence, score: weight(sentence, order, evidence) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map(({ sentence }) => sentence);
  const asks = ({ text }: TextSpan) => text.endsWith('?');
  // A question beside the problem tells no more of it.
  const opening = best.filter((sentence) => !asks(sentence) || asks(best[0] ?? sentence));
  // From what came later: the words a rule fired on if there are any, else the newest.
  const later = spoken
    .slice(1)
    .flatMap((sentences, nth) =>
      sentences.map((sentence, order) => ({ sentence, score: weight(sentence, order, evidence) + (2 * (nth + 1)) / spoken.length })),
    );
  const last = later.sort((a, b) => b.score - a.score)[0];
  const picked = [...opening, ...(last ? [last.sentence] : [])];
  return picked.sort((a, b) => a.message - b.message || a.start - b.start);
}

/** The one sentence that stands for the ticket: what the leading reason rests on, else what the customer came with. */
export function mainSentence(snapshot: TicketSnapshot, evidence: readonly WeightedSpan[], language?: string): TextSpan | undefined {
  const summary = summarySentences(snapshot, evidence, language);
  const first = summary[0]?.message;
  const order = (sentence: TextSpan) => {
    const message = snapshot.messages[sentence.message];
    return message ? sentencesOf(message, sentence.message, language).indexOf(sentence) : 0;
  };
  // what a rule rests on counts wherever it stands, else what the customer came with
  const score = (sentence: TextSpan) =>
    10 * evidenceIn(sentence, evidence) + (sentence.message === first ? weight(sentence, order(sentence), evidence) : -5);
  return summary.toSorted((a, b) => score(b) - score(a))[0];
}

/** The one sentence that stands for a message. */
export function leadSentence(message: Message, index: number, evidence: readonly WeightedSpan[], language?: string): TextSpan | undefined {
  return sentencesOf(message, index, language)
    .map((sentence, order) => ({ sentence, score: weight(sentence, order, evidence, message.role === 'agent') }))
    .sort((a, b) => b.score - a.score)[0]?.sentence;
}

/** What the customer explicitly asks for, plainest and newest first, at most two sentences. */
export function expectationSentences(snapshot: TicketSnapshot, language?: string): TextSpan[] {
  const messages = customerMessages(snapshot);
  const found = messages
    .toReversed()
    .flatMap(({ message, index }) => sentencesOf(message, index, language).map((sentence) => ({ sentence, strength: strengthOf(sentence) })));
  // Said outright, else asked for, else at least a question that waits for its answer.
  const plain = [2, 1].map((strength) => found.filter((f) => f.strength === strength).map((f) => f.sentence));
  const wishes = plain.find((kind) => kind.length > 0) ?? openQuestions(snapshot, language);
  return wishes.slice(0, 2).map((sentence) => withItsList(sentence, snapshot.messages[sentence.message], language));
}

const wordCount = (text: string) => text.split(/\s+/).length;
/** A sentence of fewer words is an exclamation ("No rush.", "hello??"). */
const fewWords = 3;
const someWords = 6;

/** Questions that end what the customer had to say since the last answer. One before the story ("is there an outage?") is not what they want. */
function openQuestions(snapshot: TicketSnapshot, language: string | undefined): TextSpan[] {
  const answered = snapshot.messages.findLastIndex((message) => message.role === 'agent' && !message.internal);
  const said = customerMessages(snapshot)
    .filter(({ index }) => index > answered)
    .flatMap(({ message, index }) => sentencesOf(message, index, language));
  const isQuestion = ({ text }: TextSpan) => /\?\W*$/.test(text);
  const told = said.findLastIndex((sentence) => !isQuestion(sentence) && wordCount(sentence.text) >= someWords);
  return said.slice(told + 1).filter((sentence) => isQuestion(sentence) && wordCount(sentence.text) >= fewWords);
}

/** Longest list that is quoted with its opening. */
const longestList = 400;

/** "What we expect:" says nothing without the list that follows. */
function withItsList(sentence: TextSpan, message: Message | undefined, language: string | undefined): TextSpan {
  if (!message || !sentence.text.endsWith(':')) return sentence;
  let end = sentence.end;
  for (const item of sentencesOf(message, sentence.message, language)) {
    if (item.start < end || item.end - sentence.start > longestList) continue;
    if (!startsItem(message.text, item.start)) break;
    end = item.end;
  }
  return { ...sentence, end, text: message.text.slice(sentence.start, end).replace(/\s+/g, ' ') };
}

/** What colleagues report to have done, oldest first, with what the customer answered to it. */
export function attempts(snapshot: TicketSnapshot, language?: string): Attempt[] {
  return snapshot.messages.flatMap((message, index): Attempt[] => {
    if (message.role !== 'agent') return [];
    const answer = message.internal ? undefined : answerTo(snapshot, index, language);
    const sentences = sentencesOf(message, index, language);
    const actions = sentences.filter((sentence) => tellsAction(sentence) || (answer && suggestions.test(sentence.text)));
    const last = actions.at(-1);
    // Asked for a number, the customer gives the number: that says nothing about what was done.
    const tells = last && (suggestions.test(last.text) || !sentences.some((sentence) => seeksInformation(sentence.text)));
    return actions.map((action) => (answer && tells && action === last ? { action, result: answer } : { action }));
  });
}

/** The next customer message after `index`, unless a colleague told the customer something else in between. */
function answerTo(snapshot: TicketSnapshot, index: number, language: string | undefined): TextSpan | undefined {
  const offset = snapshot.messages.slice(index + 1).findIndex((m) => !m.internal && (m.role === 'customer' || m.role === 'agent'));
  if (offset < 0) return undefined;
  const next = snapshot.messages[index + 1 + offset];
  if (next?.role !== 'customer') return undefined;
  const sentences = sentencesOf(next, index + 1 + offset, language);
  // "Perfect, thank you. But it still fails." is no success.
  return sentences.find(({ text }) => !onlyThanks.test(text)) ?? sentences[0];
}
