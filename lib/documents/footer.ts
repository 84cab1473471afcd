/**
 * The line at the end of a handoff note that the receiver's Handrail reads back: tiers, category and clocks, no personal data.
 *
 * `Handrail handoff v1; tier 1 > 4; legal; firstResponse met, resolution 88%; 2026-11-24T09:00Z; 3f9a02bc`
 *
 * The last part is a checksum over the line and the ticket's number: it catches damage and a line pasted from another ticket. It is
 * no proof of who wrote it, so a footer never changes a tier and is believed only inside an internal note of an agent.
 */
import type { Assessment } from '../guidance/assessment.ts';
import { CLOCK_NAMES, type ClockName, type ClockState } from '../sla/sla-clock.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { categoryOfShort, shortCategory } from './categories.ts';

export interface HandoffFooter {
  readonly version: 1;
  /** Absent when the sender's Handrail did not know where the ticket was. */
  readonly fromTier?: number;
  readonly toTier: number;
  /** From the closed list of the handoff document. */
  readonly category: string;
  readonly clocks: readonly { readonly name: ClockName; readonly state: ClockState; readonly percent?: number }[];
  /** ISO instant, to the minute. */
  readonly at: string;
}

const states: readonly ClockState[] = ['none', 'unknown', 'running', 'paused', 'met', 'missed', 'overdue'];

/**
 * The footer line of a handoff; undefined when the ticket's number is not known, since nothing would tie the line to its ticket.
 * @param now milliseconds since 1970.
 */
export function handoffFooter(snapshot: TicketSnapshot, assessment: Assessment, toTier: number, now: number): string | undefined {
  const id = snapshot.fields.id?.value;
  if (id === undefined || !Number.isInteger(toTier) || toTier < 1 || toTier > 6) return undefined;
  const from = assessment.currentTier === undefined ? '?' : String(assessment.currentTier);
  const clocks = assessment.clocks
    .filter((clock) => clock.state !== 'none' && clock.state !== 'unknown')
    .map((clock) => `${clock.name} ${clock.state}${clock.percent === undefined ? '' : ` ${Math.floor(clock.percent)}%`}`);
  const at = `${new Date(now).toISOString().slice(0, 16)}Z`;
  const body = ['Handrail handoff v1', `tier ${from} > ${toTier}`, shortCategory(assessment.reasons[0]?.category), clocks.join(', ') || '-', at].join(
    '; ',
  );
  return `${body}; ${checksum(body, id)}`;
}

const line =
  /Handrail handoff v1; tier ([1-6?]) > ([1-6]); ([a-z]{2,12}); ([A-Za-z0-9 ,%-]{1,200}); (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z); ([0-9a-f]{8})(?![0-9a-f])/g;

/** The newest footer of the ticket that can be believed, with the message that carries it. Total on any text. */
export function readFooter(snapshot: TicketSnapshot): { readonly footer: HandoffFooter; readonly message: number } | undefined {
  const id = snapshot.fields.id?.value;
  if (id === undefined) return undefined;
  for (let message = snapshot.messages.length - 1; message >= 0; message -= 1) {
    const note = snapshot.messages[message];
    if (!note?.internal || note.role !== 'agent') continue;
    for (const found of [...plain(note.text).matchAll(line)].reverse()) {
      const footer = decode(found, id);
      if (footer) return { footer, message };
    }
  }
  return undefined;
}

/** Helpdesks print notes as Markdown, fold lines and replace signs; the line itself has none that survive as something else. */
function plain(text: string): string {
  return text
    .slice(0, 200_000)
    .replace(/\\/g, '')
    .replace(/&gt;/g, '>')
    .replace(/[\s\u00A0]+/g, ' ');
}

function decode(found: RegExpMatchArray, id: string): HandoffFooter | undefined {
  const [whole, from, to, short, clockText, at, sum] = found;
  if (!whole || !to || !short || !clockText || !at || !sum) return undefined;
  if (checksum(whole.slice(0, -10), id) !== sum) return undefined;
  const category = categoryOfShort(short);
  const instant = Date.parse(at);
  if (category === undefined || Number.isNaN(instant)) return undefined;
  const clocks = clockText === '-' ? [] : clockText.split(', ').map(decodeClock);
  if (clocks.some((clock) => clock === undefined)) return undefined;
  return {
    version: 1,
    ...(from === '?' || from === undefined ? {} : { fromTier: Number(from) }),
    toTier: Number(to),
    category,
    clocks: clocks.filter((clock) => clock !== undefined),
    at: new Date(instant).toISOString(),
  };
}

function decodeClock(text: string): HandoffFooter['clocks'][number] | undefined {
  const [nameText, stateText, percentText] = text.split(' ');
  const name = CLOCK_NAMES.find((n) => n === nameText);
  const state = states.find((s) => s === stateText);
  if (!name || !state) return undefined;
  if (percentText === undefined) return { name, state };
  return /^\d{1,6}%$/.test(percentText) ? { name, state, percent: Number(percentText.slice(0, -1)) } : undefined;
}

/** FNV-1a, 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function checksum(body: string, ticketId: string): string {
  let hash = 0x811c9dc5;
  const text = `${body}|${ticketId}`;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
