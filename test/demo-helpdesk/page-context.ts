/** What every page of the demo helpdesk needs to draw itself. */
import type { DemoLanguage, DemoTicket } from './tickets.ts';
import { word, type Word } from './words.ts';

export const demoSkins = ['classic', 'modern', 'cards'] as const;
export type DemoSkin = (typeof demoSkins)[number];

export interface PageContext {
  readonly skin: DemoSkin;
  readonly language: DemoLanguage;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA zone in which times are printed. */
  readonly zone: string;
  readonly tickets: readonly DemoTicket[];
  /** The query string that keeps skin and language on the next page; empty for the defaults. */
  readonly keep: string;
}

/** Text made safe for element content and quoted attributes. */
export function esc(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function words(ctx: PageContext): (key: Word, params?: Readonly<Record<string, string | number>>) => string {
  return (key, params) => esc(word(ctx.language, key, params));
}

/** The address of a page, skin and language kept. */
export function link(ctx: PageContext, path: string): string {
  return esc(path + ctx.keep);
}

const locales: Record<DemoLanguage, string> = { en: 'en-GB', vi: 'vi-VN', de: 'de-DE' };

/** An instant as the product prints it, e.g. `24 Nov 2026, 14:05`. */
export function printTime(ctx: PageContext, iso: string): string {
  if (ctx.language === 'vi') {
    const numbers = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ctx.zone } as const;
    return new Intl.DateTimeFormat('vi-VN', numbers).format(Date.parse(iso));
  }
  return new Intl.DateTimeFormat(locales[ctx.language], { dateStyle: 'medium', timeStyle: 'short', timeZone: ctx.zone }).format(Date.parse(iso));
}

/** An instant as distance from now, e.g. `3 hours ago`. */
export function printAgo(ctx: PageContext, iso: string): string {
  const minutes = Math.round((Date.parse(iso) - ctx.now) / 60_000);
  const format = new Intl.RelativeTimeFormat(locales[ctx.language], { numeric: 'auto' });
  if (minutes > -60) return format.format(minutes, 'minute');
  if (minutes > -48 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 1440), 'day');
}

/** One line of the ticket's activity, safe for HTML. */
export function printChange(ctx: PageContext, change: DemoTicket['statusHistory'][number]): string {
  const status = (s: DemoTicket['status']) => word(ctx.language, `status.${s}`);
  return words(ctx)('changedStatus', { by: change.by, from: status(change.from), to: status(change.to) });
}

export function initials(name: string): string {
  const parts = name.split(/\s+/);
  return esc(((parts[0]?.[0] ?? '') + (parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '')).toUpperCase());
}

/** A steady colour number from 0 to 5 for an avatar. */
export function tint(name: string): number {
  let sum = 0;
  for (const c of name) sum += c.codePointAt(0) ?? 0;
  return sum % 6;
}

/** Message text as paragraphs and line breaks; quoted lines become a block quote as mail views draw them. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => {
      const quoted = block.split('\n').every((line) => line.startsWith('>'));
      const lines = block.split('\n').map((line) => esc(quoted ? line.replace(/^>\s?/, '') : line));
      return quoted ? `<blockquote>${lines.join('<br>')}</blockquote>` : `<p>${lines.join('<br>')}</p>`;
    })
    .join('');
}

/** Neighbours of a ticket in the list, for previous and next. */
export function neighbours(ctx: PageContext, id: string): { previous?: DemoTicket; next?: DemoTicket } {
  const at = ctx.tickets.findIndex((t) => t.id === id);
  const previous = ctx.tickets[at - 1];
  const next = ctx.tickets[at + 1];
  return { ...(at > 0 && previous ? { previous } : {}), ...(next ? { next } : {}) };
}

/** Messages and status changes in the order of their time. */
export function timeline(ticket: DemoTicket): readonly (DemoTicket['messages'][number] | DemoTicket['statusHistory'][number])[] {
  return [...ticket.messages, ...ticket.statusHistory].sort((a, b) => a.at.localeCompare(b.at));
}
