/** What the values of a closed list are called for people: moods, states of clocks, priorities. Rules keep the words of their language. */
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { factInfo } from '../rules/fact-table.ts';
import { fold } from '../rules/fold.ts';
import { localize, type TextKey } from '../text.ts';
import type { Localized } from './schema.ts';

/** A priority as a policy has it, with or without what is filled in by default. */
export interface NamedPriority {
  readonly id: string;
  readonly name: Localized;
  readonly aliases?: readonly string[] | undefined;
}

const fixed: Readonly<Partial<Record<string, Readonly<Record<string, PageTextKey | TextKey>>>>> = {
  mood: {
    calm: 'doc.sentiment.calm',
    frustrated: 'doc.sentiment.frustrated',
    angry: 'doc.sentiment.angry',
    threatening: 'doc.sentiment.threatening',
  },
  'clock-state': {
    none: 'clock.none',
    running: 'clock.running',
    paused: 'clock.paused',
    met: 'clock.met',
    missed: 'clock.missed',
    overdue: 'clock.overdue',
  },
};

/**
 * @param fact as a rule names it
 * @param value the word that the rule compares it with
 * @param priorities of the policy
 * @returns undefined where the fact takes any text, or the word is none of its own
 */
export function valueWord(fact: string, value: string, priorities: readonly NamedPriority[], language: string, t: PageTranslate): string | undefined {
  const type = factInfo(fact)?.type;
  const key = fold(value);
  if (type === 'priority') {
    const found = priorities.find(({ id, name, aliases = [] }) =>
      [id, ...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases].some((word) => fold(word) === key),
    );
    return found && (localize(found.name, language) || found.id);
  }
  const words = type === undefined ? undefined : fixed[type];
  const text = words && Object.hasOwn(words, key) ? words[key] : undefined;
  return text && t(text);
}
