/** The facts of a ticket's conversation, and of a single text. Pure; results per message are kept, so a re-read is cheap. */
import type { History } from '../guidance/assessment.ts';
import type { Policy } from '../policy/schema.ts';
import type { Message, TicketSnapshot } from '../ticket.ts';
import { contactsOf } from './contacts.ts';
import { customerWords } from './customer-words.ts';
import { findKeywords } from './keywords.ts';
import { languageOf } from './language.ts';
import { amountAtStake } from './money-at-stake.ts';
import { bareNumber, findMoney } from './money.ts';
import { compilePhrases, matchPhrases, standing } from './phrases.ts';
import { moodOf } from './sentiment.ts';
import type { ConversationFacts, MoneyAmount, PhraseHit, Sentiment, TextFacts, TextSpan } from './text-facts.ts';
import { foldCase, wordsOf } from './words.ts';

type PhraseLists = Policy['phrases'];

/** Policy lists whose hits make the mood `threatening`: their names have a meaning beyond the rules. */
export const threatLists: ReadonlySet<string> = new Set(['legal_threat', 'media_threat']);

/** Facts of one text with offsets into it, `message` set to the given index. */
interface ReadText extends TextFacts {
  readonly stake?: MoneyAmount;
}

/**
 * Language, mood, phrases and money of one text of a customer; what is quoted, signed, logged or coded in it is left out.
 * @param message index to put into every finding
 */
export function textFacts(text: string, lists: PhraseLists, message = 0): TextFacts {
  const { stake: _, ...facts } = readText(text, lists, message);
  return facts;
}

function readText(text: string, lists: PhraseLists, message: number): ReadText {
  const own = customerWords(text);
  const folded = foldCase(own.text);
  const words = wordsOf(own.text, folded);
  const language = languageOf(own.text, words);
  const matched = matchPhrases(compilePhrases(lists), own.text, language, folded, words);
  const found = standing(matched);
  const mood = moodOf(
    own.text,
    language,
    matched.filter(({ list }) => threatLists.has(list)),
    folded,
    words,
  );
  const money = findMoney(own.text);
  const stake = amountAtStake(own.text, money);
  const spanOf = <T extends { start: number; end: number }>(span: T) => ({
    ...span,
    message,
    start: own.original(span.start),
    end: own.original(span.end),
  });
  return {
    ...(language ? { language } : {}),
    sentiment: mood && { ...mood, evidence: mood.evidence.map(spanOf) },
    phrases: found.map(spanOf),
    money: money.map(spanOf),
    ...(stake ? { stake: spanOf(stake) } : {}),
    ...(own.unread ? { unreadCharacters: own.unread } : {}),
  };
}

/** Per lists object: text -> facts read with message index 0. Bounded; the whole is dropped when full. */
const kept = new WeakMap<PhraseLists, Map<string, ReadText>>();
const maxKept = 2000;
/** Longer texts are not kept as keys. */
const longestKept = 20_000;
/** The same message object is not even hashed again. */
const keptByMessage = new WeakMap<Message, { readonly lists: PhraseLists; readonly index: number; readonly facts: ReadText }>();

function factsOfMessage(message: Message, index: number, lists: PhraseLists): ReadText {
  const known = keptByMessage.get(message);
  if (known && known.lists === lists && known.index === index) return known.facts;
  let texts = kept.get(lists);
  if (!texts) kept.set(lists, (texts = new Map()));
  let read = texts.get(message.text);
  if (!read) {
    read = readText(message.text, lists, 0);
    if (texts.size >= maxKept) texts.clear();
    if (message.text.length <= longestKept) texts.set(message.text, read);
  }
  const facts = index === 0 ? read : at(read, index);
  keptByMessage.set(message, { lists, index, facts });
  return facts;
}

function at(read: ReadText, message: number): ReadText {
  const move = <T extends TextSpan>(span: T): T => ({ ...span, message });
  return {
    ...read,
    sentiment: read.sentiment && { ...read.sentiment, evidence: read.sentiment.evidence.map(move) },
    phrases: read.phrases.map(move),
    money: read.money.map(move),
    ...(read.stake ? { stake: move(read.stake) } : {}),
  };
}

/** The mood now is the worst of this many newest customer messages. */
const recentMessages = 3;

/**
 * The facts of a ticket. Only messages whose role is `customer` count; agents, system lines, internal notes and unknown roles
 * never do.
 * @param policy its phrase lists, its labels of revenue fields and its contact definitions
 * @param history earlier contacts from the ledger
 */
export function conversationFacts(
  snapshot: TicketSnapshot,
  policy: Pick<Policy, 'phrases' | 'customer'>,
  history: Pick<History, 'earlierContacts'>,
): ConversationFacts {
  const perMessage: Record<number, TextFacts> = {};
  const phrases: PhraseHit[] = [];
  const money: MoneyAmount[] = [];
  const moods: Sentiment[] = [];
  let language: string | undefined;
  let stake: MoneyAmount | undefined;
  for (const [index, message] of snapshot.messages.entries()) {
    if (!isCustomers(message)) continue;
    const { stake: own, ...facts } = factsOfMessage(message, index, policy.phrases);
    perMessage[index] = facts;
    phrases.push(...facts.phrases);
    money.push(...facts.money);
    if (facts.sentiment) moods.push(facts.sentiment);
    language = facts.language ?? language;
    // amounts of two currencies cannot be compared here: the later one wins
    if (own && (!stake || own.currency !== stake.currency || own.amount >= stake.amount)) stake = own;
  }
  const newest = moods.slice(-recentMessages);
  const worst = newest.reduce<Sentiment | undefined>((worse, mood) => (!worse || mood.score <= worse.score ? mood : worse), undefined);
  const first = moods[0];
  const last = moods.at(-1);
  const revenueImpact = revenueField(snapshot, policy.customer.revenueFields) ?? (stake && impact(stake));
  return {
    perMessage,
    ...(language ? { language } : {}),
    ...(worst ? { sentiment: worst } : {}),
    ...(first && last && moods.length > 1 ? { sentimentTrend: Math.round((last.score - first.score) * 100) / 100 } : {}),
    phrases,
    money,
    ...(revenueImpact ? { revenueImpact } : {}),
    contacts: contactsOf(snapshot, history),
  };
}

/** Every occurrence of a rule's keywords in the customer's own words, with evidence. See `findKeywords`. */
export function keywordHits(keywords: readonly string[], snapshot: TicketSnapshot): TextSpan[] {
  const hits: TextSpan[] = [];
  for (const [index, message] of snapshot.messages.entries()) {
    if (!isCustomers(message)) continue;
    const own = ownWords(message);
    for (const { start, end, text } of findKeywords(keywords, own.text))
      hits.push({ message: index, start: own.original(start), end: own.original(end), text });
  }
  return hits;
}

const ownWordsOf = new WeakMap<Message, ReturnType<typeof customerWords>>();
function ownWords(message: Message): ReturnType<typeof customerWords> {
  let own = ownWordsOf.get(message);
  if (!own) ownWordsOf.set(message, (own = customerWords(message.text)));
  return own;
}

function isCustomers(message: Message): boolean {
  return message.role === 'customer' && !message.internal;
}

function impact({ amount, currency, ...from }: MoneyAmount): NonNullable<ConversationFacts['revenueImpact']> {
  return { amount, ...(currency ? { currency } : {}), from };
}

/** The first custom field that the policy names as revenue and that holds an amount; a bare number has no currency. */
function revenueField(snapshot: TicketSnapshot, labels: readonly string[]): ConversationFacts['revenueImpact'] {
  for (const label of labels) {
    const wanted = foldCase(label).text.trim();
    for (const [name, { value }] of Object.entries(snapshot.customFields)) {
      if (
        foldCase(name)
          .text.replace(/[\s:*]+$/, '')
          .trim() !== wanted
      )
        continue;
      const [found] = findMoney(value);
      const from = { field: name, text: value };
      if (found) return { amount: found.amount, ...(found.currency ? { currency: found.currency } : {}), from };
      const bare = bareNumber(value);
      if (bare !== undefined) return { amount: bare, from };
    }
  }
  return undefined;
}
