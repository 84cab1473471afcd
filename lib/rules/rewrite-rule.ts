/**
 * Writes a changed rule back into its own text: parts that were not touched keep their words, layout and comments. A part counts as
 * untouched when it is the very object that `parseRule` gave, so whoever changes a rule shares what stays.
 */
import type { Action } from '../guidance/assessment.ts';
import { type ParsedRule, parseRule } from './parse.ts';
import { type Token, tokenize } from './parse-tokens.ts';
import { printAction, printCondition, printRule } from './print.ts';
import type { Span } from './problem.ts';
import type { Expression } from './rule.ts';

export interface RuleParts {
  readonly when: Expression;
  readonly then: readonly Action[];
}
export interface Rewritten {
  readonly text: string;
  /** Comments of the old text that are in the new one no more. */
  readonly lostComments: readonly string[];
}

type Read = Extract<ParsedRule, { ok: true }>;

/**
 * @param read the rule as it stands
 * @param next the same with some parts replaced, added, moved or left out; it must be a rule that `printRule` can print
 */
export function rewriteRule(read: Read, next: RuleParts): Rewritten {
  const text = new Writer(read).rule(next);
  const plain = printRule(next.when, next.then);
  // Whatever the old text looked like, the new one says exactly what was asked for, or is printed anew.
  const written = saysTheSame(text, plain) ? text : plain;
  const left = [...commentsOf(written)];
  const lostComments = commentsOf(read.text).filter((comment) => {
    const place = left.indexOf(comment);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return { text: written, lostComments };
}

function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [parseRule(one), parseRule(other)];
  return a.ok && b.ok && JSON.stringify([a.when, a.then]) === JSON.stringify([b.when, b.then]);
}

/** Comments with their sign, in order. */
export function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  let end = 0;
  for (const token of tokenize(text)) {
    for (const [comment] of text.slice(end, token.start).matchAll(/(?:#|\/\/)[^\n]*/g)) comments.push(comment.trim());
    end = token.end;
  }
  return comments;
}

class Writer {
  private readonly read: Read;
  private readonly tokens: readonly Token[];
  /** New part -> the old one in whose place it stands. */
  private readonly instead = new Map<object, object>();

  constructor(read: Read) {
    this.read = read;
    this.tokens = tokenize(read.text);
  }

  rule({ when, then }: RuleParts): string {
    const { text } = this.read;
    this.pair(this.read.when, when);
    if (then.length === this.read.then.length) then.forEach((action, index) => this.instead.set(action, this.read.then[index] ?? action));
    const condition = this.outer(this.read.when) ?? { start: 0, end: 0 };
    const first = this.span(this.read.then[0]);
    const last = this.span(this.read.then.at(-1));
    const actions = then.map((action) => ({ part: action, text: this.sourceOf(action) ?? printAction(action) }));
    return [
      text.slice(0, condition.start),
      this.expression(when).text,
      text.slice(condition.end, first.start),
      this.joined(actions, 'AND'),
      text.slice(last.end),
    ].join('');
  }

  /** Parts at the same place of groups of the same size stand for each other. */
  private pair(old: Expression, next: Expression): void {
    if (old === next) return;
    this.instead.set(next, old);
    if (old.op === 'not' && next.op === 'not') this.pair(old.arg, next.arg);
    if (!('args' in old) || !('args' in next) || old.args.length !== next.args.length) return;
    old.args.forEach((arg, index) => {
      const other = next.args[index];
      if (other && !next.args.includes(arg)) this.pair(arg, other);
    });
  }

  private expression(part: Expression): { readonly text: string; readonly bracketed: boolean } {
    const inner = this.read.places.get(part);
    const outer = this.outer(part);
    if (inner && outer) return { text: this.read.text.slice(outer.start, outer.end), bracketed: outer.start < inner.start };
    switch (part.op) {
      case 'and':
      case 'or': {
        const parts = part.args.map((arg) => ({ part: arg, text: this.within(arg, part.op) }));
        return { text: this.joined(parts, part.op === 'and' ? 'AND' : 'OR'), bracketed: false };
      }
      case 'not':
        return { text: `NOT ${this.within(part.arg, 'not')}`, bracketed: false };
      default:
        return { text: printCondition(part), bracketed: false };
    }
  }

  private within(part: Expression, parent: 'and' | 'or' | 'not'): string {
    const { text, bracketed } = this.expression(part);
    const needed = part.op === 'or' || (part.op === 'and' && parent !== 'or');
    return needed && !bracketed ? `(${text})` : text;
  }

  /** Parts side by side, with what stood between them where they stood side by side before. */
  private joined(parts: readonly { readonly part: object; readonly text: string }[], joint: string): string {
    const gaps = parts.slice(1).map(({ part }, index) => this.gap(parts[index]?.part, part, joint));
    const usual = gaps.find((gap) => gap !== undefined && commentsOf(gap).length === 0) ?? ` ${joint} `;
    return parts.map(({ text }, index) => (index === 0 ? text : `${gaps[index - 1] ?? usual}${text}`)).join('');
  }

  /** What stood between two parts, with `joint` as its joint; undefined when they were not neighbours. */
  private gap(before: object | undefined, after: object, joint: string): string | undefined {
    const from = before && this.outer(before)?.end;
    const to = this.outer(after)?.start;
    if (from === undefined || to === undefined || from >= to) return undefined;
    const [sign, more] = this.tokens.filter(({ start, end }) => start >= from && end <= to);
    if (!sign || more || !isJoint(sign)) return undefined;
    const { text } = this.read;
    const keeps = sign.kind === 'sign' ? joint === 'AND' : sign.text.toUpperCase() === joint;
    return text.slice(from, sign.start) + (keeps ? text.slice(sign.start, sign.end) : joint) + text.slice(sign.end, to);
  }

  private sourceOf(part: object): string | undefined {
    const place = this.read.places.get(part);
    return place && this.read.text.slice(place.start, place.end);
  }

  /** Where a part stands, or the part it takes the place of. */
  private span(part: object | undefined): Span {
    const old = part && (this.read.places.has(part) ? part : this.instead.get(part));
    return (old && this.read.places.get(old)) ?? { start: this.read.text.length, end: this.read.text.length };
  }

  /** The same with the brackets around it. */
  private outer(part: object): Span | undefined {
    const old = this.read.places.has(part) ? part : this.instead.get(part);
    let span = old && this.read.places.get(old);
    if (!span) return undefined;
    for (;;) {
      const { start, end }: Span = span;
      const index = this.tokens.findIndex((token) => token.start >= end);
      const before = this.tokens.findLastIndex((token) => token.end <= start);
      const [open, close] = [this.tokens[before], this.tokens[index]];
      if (open?.kind !== 'sign' || open.text !== '(' || close?.kind !== 'sign' || close.text !== ')') return span;
      span = { start: open.start, end: close.end };
    }
  }
}

const isJoint = ({ kind, text }: Token): boolean =>
  (kind === 'word' && ['and', 'or'].includes(text.toLowerCase())) || (kind === 'sign' && (text === ',' || text === ';'));
