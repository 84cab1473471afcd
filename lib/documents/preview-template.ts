/** A template as it comes out on a sample ticket, and what is wrong with it: for the lead who writes it. */
import { assess } from '../guidance/assess.ts';
import { NO_HISTORY } from '../guidance/assessment.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { nearestWord } from '../rules/fold.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { draftHandoff, handoffNames } from './handoff.ts';
import { renderHandoff } from './handoff-print.ts';
import { handoffBrackets, withHandoffPlaces } from './handoff-places.ts';
import { bracketsIn, knownNames, messagePlaces, withNames } from './message-places.ts';
import { languages } from '../text.ts';
import { type MessageKind, messageKinds } from './message-kinds.ts';
import { draftMessage } from './messages.ts';
import { checkTemplate, type TemplateProblem } from './template.ts';
import { type TagProblem, tagProblems } from './template-problems.ts';

/** A template that one of the product's documents is made of; others may stand in a policy, and nothing uses them. */
export type DocumentId = 'handoff' | MessageKind;

/** Something to underline in a template. */
export interface TemplateMark {
  /** UTF-16 offsets into the template; absent where the whole template is meant. */
  readonly start?: number;
  readonly end?: number;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** A template with an error is not used; a bracket that is no place is printed as it is, which may be what the lead wants. */
  readonly severity: 'error' | 'warning';
  readonly problem?: TemplateProblem | TagProblem;
  readonly bracket?: string;
  /** The valid place that was probably meant, as it is written. */
  readonly nearest?: string;
}

export const isDocument = (id: string): id is DocumentId => id === 'handoff' || messageKinds.some((kind) => kind === id);

/** The places that a template may use, as they are written in it. @param language of the template */
export function placesOf(id: DocumentId, language: string): readonly string[] {
  return id === 'handoff' ? [...handoffNames].map((name) => `{{${name}}}`) : bracketsIn(language).map(({ words }) => `[${words}]`);
}

/** What is wrong with a template, each with its place: names that nothing fills, what templates may not do, brackets that are no place. */
export function lookAtTemplate(id: DocumentId, template: string): TemplateMark[] {
  const handoff = id === 'handoff';
  const prepared = handoff ? withHandoffPlaces(template) : withNames(template);
  const names = handoff ? handoffNames : knownNames;
  const placed = tagProblems(template, names).map(({ problem, start, end, sign }): TemplateMark => {
    const nearest = problem.code === 'unknown-name' ? nearestWord(problem.name, names) : undefined;
    return {
      severity: 'error',
      problem,
      ...placeIn(template, start, end - start),
      ...(nearest !== undefined && { nearest: `{{${sign}${nearest}}}` }),
    };
  });
  // what has no place of its own, such as a text that is too long
  const errors = placed.length ? placed : checkTemplate(prepared, names).map((problem): TemplateMark => ({ severity: 'error', problem }));
  const known = handoff
    ? handoffBrackets()
    : [...Object.values(messagePlaces), ...languages.flatMap((language) => bracketsIn(language).map(({ words }) => words))];
  const left = new Set(prepared.match(bracket));
  const warnings = [...template.matchAll(bracket)]
    .filter(([words]) => left.has(words))
    .map(({ 0: words, index }): TemplateMark => {
      const nearest = nearestWord(words.slice(1, -1), known);
      return {
        severity: 'warning',
        bracket: words,
        ...placeIn(template, index, words.length),
        ...(nearest !== undefined && { nearest: `[${nearest}]` }),
      };
    });
  return [...errors, ...warnings].toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** Not the words of a link. */
const bracket = /\[[^[\]\n]{2,40}\](?!\()/g;

function placeIn(text: string, start: number, length: number): Pick<TemplateMark, 'start' | 'end' | 'line' | 'column'> {
  const before = text.slice(0, start).split('\n');
  return { start, end: start + length, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * The document as an agent would get it.
 * @param language of the template
 * @param now milliseconds since 1970
 */
export function previewTemplate(id: DocumentId, language: string, loaded: LoadedPolicy, snapshot: TicketSnapshot, now: number): string {
  const marks = Object.fromEntries(loaded.policy.criteria.map((criterion) => [criterion.id, false]));
  const assessment = assess(snapshot, loaded, { marks, history: NO_HISTORY }, now);
  const tiers = loaded.policy.tiers.map(({ tier }) => tier);
  // a sample has to go somewhere, also under a policy that would keep it
  const toTier = Math.max(assessment.tier ?? 1, tiers.find((tier) => tier > Math.min(...tiers)) ?? 1);
  const options = { language, now, zone: 'UTC', toTier };
  if (id === 'handoff') return renderHandoff(draftHandoff(snapshot, assessment, loaded.policy, options), 'text');
  return draftMessage(id, snapshot, assessment, loaded.policy, { ...options, inLanguage: language }).text;
}
