/**
 * The demo helpdesk: a small web product of our own for tests, screenshots and a first try. Loopback only, no dependencies.
 *
 * Pages: /tickets, /tickets/ID, /tickets/new, /search?q=, /dashboard, /settings, /kb/NAME. `skin=classic|modern|cards` and
 * `lang=en|vi|de` in the address choose how it looks; both stay while one walks through the product. `modern` and `cards`
 * navigate inside one page, `classic` loads each page whole. Replies, notes and status changes are kept until it closes.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../lib/clock.ts';
import { demoSkins, esc, type DemoSkin, type PageContext } from './page-context.ts';
import { articlePage, dashboardPage, newTicketPage, settingsPage, type PlainPage } from './plain-pages.ts';
import { cardsList, cardsPlain, cardsTicket } from './skin-cards.ts';
import { classicList, classicPlain, classicTicket } from './skin-classic.ts';
import { modernList, modernPlain, modernTicket } from './skin-modern.ts';
import { demoAgents, demoTickets, type DemoLanguage, type DemoStatus, type DemoTicket } from './tickets.ts';
import { demoLanguages, word } from './words.ts';

export interface DemoHelpdeskOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The instant from which the tickets' times count back, ms since 1970. The product's own clock runs on from there. */
  readonly now: number;
  readonly host?: '127.0.0.1';
  /** IANA zone in which times are printed; absent: the machine's. */
  readonly zone?: string;
  /** How long a change of ticket inside one page takes, ms, while the old ticket is still drawn. Default 350. */
  readonly delayMs?: number;
}

export interface DemoHelpdesk {
  /** Origin without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const assets: Readonly<Record<string, string>> = {
  'client.js': 'text/javascript; charset=utf-8',
  'classic.css': 'text/css; charset=utf-8',
  'modern.css': 'text/css; charset=utf-8',
  'cards.css': 'text/css; charset=utf-8',
  'cards-parts.css': 'text/css; charset=utf-8',
  'plain.css': 'text/css; charset=utf-8',
};

/** Starts the demo helpdesk. Rejects when the port is taken. */
export async function startDemoHelpdesk(options: DemoHelpdeskOptions): Promise<DemoHelpdesk> {
  const zone = options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const delayMs = options.delayMs ?? 350;
  const startedAt = systemClock.now();
  const now = () => options.now + (systemClock.now() - startedAt);
  let tickets = demoTickets(options.now);

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asset = /^\/assets\/([\w.-]+)$/.exec(url.pathname)?.[1];
    if (asset !== undefined && Object.hasOwn(assets, asset)) {
      const body = await readFile(new URL(asset, import.meta.url));
      response.writeHead(200, { 'content-type': assets[asset] ?? '', 'cache-control': 'no-store' }).end(body);
      return;
    }
    const id = /^\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
    const ticket = tickets.find((t) => t.id === id);
    const ctx = contextOf(url, ticket);
    if (request.method === 'POST' && ticket && url.pathname.endsWith('/messages')) {
      const form = new URLSearchParams(await readBody(request));
      tickets = tickets.map((t) => (t === ticket ? withMessage(t, form, now()) : t));
      response.writeHead(303, { location: `/tickets/${ticket.id}${ctx.keep}` }).end();
      return;
    }
    if (url.pathname === '/') {
      response.writeHead(302, { location: `/tickets${ctx.keep}` }).end();
      return;
    }
    const page = pageAt(url, ctx, ticket);
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'",
    });
    response.end(frame(ctx, page ?? { title: 'Not found', body: '<p class="plain">This page does not exist.</p>' }, delayMs));
  }

  function contextOf(url: URL, ticket: DemoTicket | undefined): PageContext {
    const skin = url.searchParams.get('skin');
    const lang = url.searchParams.get('lang');
    const chosen = demoLanguages.find((l) => l === lang);
    const keep = new URLSearchParams();
    const known = demoSkins.find((s) => s === skin);
    if (known) keep.set('skin', known);
    if (chosen) keep.set('lang', chosen);
    const language: DemoLanguage = chosen ?? ticket?.language ?? 'en';
    const query = keep.toString();
    return { skin: known ?? 'modern', language, now: now(), zone, tickets, keep: query && `?${query}` };
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const skins: Record<
  DemoSkin,
  {
    ticket(ctx: PageContext, ticket: DemoTicket): string;
    list(ctx: PageContext, title: string, tickets: readonly DemoTicket[]): string;
    plain(ctx: PageContext, page: PlainPage, active: 'tickets' | 'dashboard' | 'knowledge' | 'settings'): string;
  }
> = {
  classic: { ticket: classicTicket, list: classicList, plain: classicPlain },
  modern: { ticket: modernTicket, list: modernList, plain: modernPlain },
  cards: { ticket: cardsTicket, list: cardsList, plain: cardsPlain },
};

function pageAt(url: URL, ctx: PageContext, ticket: DemoTicket | undefined): PlainPage | undefined {
  const skin = skins[ctx.skin];
  const t = (key: Parameters<typeof word>[1], params?: Parameters<typeof word>[2]) => word(ctx.language, key, params);
  if (ticket && url.pathname === `/tickets/${ticket.id}`) return { title: `#${ticket.id} ${ticket.subject}`, body: skin.ticket(ctx, ticket) };
  if (url.pathname === '/tickets') return { title: t('tickets'), body: skin.list(ctx, esc(t('tickets')), ctx.tickets) };
  if (url.pathname === '/search') {
    const query = url.searchParams.get('q') ?? '';
    const found = ctx.tickets.filter((x) => `${x.id} ${x.subject} ${x.requester.name}`.toLowerCase().includes(query.toLowerCase()));
    return { title: t('search'), body: skin.list(ctx, esc(t('results', { count: found.length, query })), found) };
  }
  const plain = (page: PlainPage, active: 'tickets' | 'dashboard' | 'knowledge' | 'settings') => ({
    title: page.title,
    body: skin.plain(ctx, page, active),
  });
  if (url.pathname === '/dashboard') return plain(dashboardPage(ctx), 'dashboard');
  if (url.pathname === '/settings') return plain(settingsPage(ctx), 'settings');
  if (url.pathname === '/tickets/new') return plain(newTicketPage(ctx), 'tickets');
  if (/^\/kb\/[\w-]+$/.test(url.pathname)) return plain(articlePage(ctx), 'knowledge');
  return undefined;
}

function frame(ctx: PageContext, page: PlainPage, delayMs: number): string {
  const inPage = ctx.skin !== 'classic';
  return `<!doctype html>
<html lang="${ctx.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(page.title)} – Brightdesk</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/plain.css"><link rel="stylesheet" href="/assets/${ctx.skin}.css">
<script type="module" src="/assets/client.js"></script></head>
<body class="${ctx.skin}"${inPage ? ` data-delay="${delayMs}"` : ''}><div id="root">${page.body}</div></body></html>`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > 1_000_000) throw new Error('The message is longer than 1 MB.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function withMessage(ticket: DemoTicket, form: URLSearchParams, now: number): DemoTicket {
  const agent = demoAgents.linh;
  // `as=customer` lets a test have the customer write while the ticket is open.
  const role = form.get('as') === 'customer' ? 'customer' : 'agent';
  const author = role === 'customer' ? ticket.requester : agent;
  const at = new Date(now).toISOString();
  const text = (form.get('text') ?? '').trim();
  const status = (['open', 'pending', 'resolved'] as const).find((s) => s === form.get('status')) ?? (ticket.status satisfies DemoStatus);
  return {
    ...ticket,
    status,
    updatedAt: at,
    messages: text
      ? [...ticket.messages, { author: author.name, email: author.email, role, internal: form.get('mode') === 'note', at, text, attachments: [] }]
      : ticket.messages,
    statusHistory:
      status === ticket.status ? ticket.statusHistory : [...ticket.statusHistory, { at, by: agent.name, from: ticket.status, to: status }],
  };
}

if (import.meta.main) {
  const { url } = await startDemoHelpdesk({ port: Number(process.env.PORT ?? 0), now: systemClock.now() });
  console.log(`The demo helpdesk runs on ${url}/tickets/48213 (add ?skin=classic or ?skin=cards for its other looks).`);
}
