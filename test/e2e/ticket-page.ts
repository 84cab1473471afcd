/** Ticket pages for tests in real browsers, served without a network: one conversation, with whatever surroundings a test needs. */
import type { BrowserContext } from 'playwright-core';

export interface TicketPage {
  /** Number of the ticket; 77 if not given. */
  readonly id?: string;
  /** Date of creation; the messages come on this day and the next. */
  readonly day?: string;
  readonly status?: string;
  readonly subject?: string;
  readonly customer?: string;
  readonly agent?: string;
  /** The customer's last message. */
  readonly words?: string;
  /** How many of the messages there are: customer, agent, customer; all three if not given. */
  readonly messages?: 1 | 2 | 3;
  /** Rows of further fields, label and value. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Markup at the start of the head, before anything else of the page. */
  readonly head?: string;
  /** Attributes of `html` and `body`. */
  readonly html?: string;
  readonly body?: string;
  /** Where the agent types. */
  readonly composer?: string;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function ticketPage(given: TicketPage = {}): string {
  const id = given.id ?? '77';
  const day = given.day ?? '2026-11-02';
  const subject = escaped(given.subject ?? 'Parcel lost for the third week');
  const customer = escaped(given.customer ?? 'Ana Silva');
  const agent = escaped(given.agent ?? 'Tom Reed');
  const message = (by: string, at: string, words: string): string =>
    `<article><header><b>${by}</b> <time datetime="${at}">${at}</time></header><div class="body"><p>${words}</p></div></article>`;
  return `<!doctype html>
<html lang="en" ${given.html ?? ''}>
<head><meta charset="utf-8">${given.head ?? ''}<title>#${id} ${subject}</title></head>
<body ${given.body ?? ''}><main>
<header><p>Ticket #${id}</p><h1>${subject}</h1></header>
<dl>
<dt>Status</dt><dd>${escaped(given.status ?? 'Open')}</dd><dt>Priority</dt><dd>High</dd>
<dt>Requester</dt><dd>${customer} &lt;ana@silva.example&gt;</dd><dt>Assignee</dt><dd>${agent}</dd>
<dt>Created</dt><dd><time datetime="${day}T09:00:00Z">${day} 09:00</time></dd>
${Object.entries(given.fields ?? {})
  .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
  .join('\n')}
</dl>
<section aria-label="Conversation">
${[
  message(customer, `${day}T09:00:00Z`, 'My parcel has not arrived. Where is it?'),
  message(agent, `${day}T10:00:00Z`, 'Hello, I am asking the carrier and will come back to you.'),
  message(customer, `${day}T19:00:00Z`, escaped(given.words ?? 'Still nothing. If this is not solved today, my lawyer will write to you.')),
]
  .slice(0, given.messages)
  .join('\n')}
</section>
${given.composer ?? '<textarea id="reply" aria-label="Reply"></textarea>'}
</main></body></html>`;
}

/** Serves one page at `url` in every tab; never touches the extension's own addresses. */
export async function servePage(context: BrowserContext, url: string, html: string, headers: Record<string, string> = {}): Promise<void> {
  await context.unroute(url);
  await context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }));
}
