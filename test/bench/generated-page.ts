/** Ticket pages of any size for the benchmark: one conversation, form fields, and around it what makes real pages large. */
import { escaped } from '../e2e/ticket-page.ts';

export interface GeneratedPage {
  /** Elements of the page, about. */
  readonly nodes: number;
  readonly messages: number;
}

const sentences = [
  'The export stops at 40 % and the report stays empty.',
  'I have tried it in another browser, with the same result.',
  'We are waiting for this since last week and our month end is close.',
  'Thank you for the quick answer, I will try that today.',
  'Could you tell me when this will be solved? Our customers ask every day.',
  'I have attached the log of this morning.',
  'We have passed this to the team that looks after exports.',
];

export function messageMarkup(n: number): string {
  const agent = n % 2 === 1;
  const at = new Date(Date.UTC(2026, 10, 2, 9) + n * 600_000).toISOString();
  const words = [0, 1, 2].map((i) => sentences[(n * 3 + i) % sentences.length]).join(' ');
  return `<article class="message"><header><b class="author">${agent ? 'Tom Reed' : 'Ana Silva'}</b> <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></header><div class="body"><p>${words} (${n})</p></div></article>`;
}

/** A page that becomes a ticket while it is parsed; `drawn` is set when the ticket is there. */
export function generatedPage({ nodes, messages }: GeneratedPage, id = '77'): string {
  const conversation = Array.from({ length: messages }, (_, n) => messageMarkup(n)).join('\n');
  // Each row of the list beside the ticket has seven elements, each message seven.
  const rows = Math.max(0, Math.round((nodes - messages * 7 - 40) / 7));
  const list = Array.from(
    { length: rows },
    (_, n) => `<li class="row"><a href="#r${n}"><span class="t">Order ${n}</span></a><span class="b"><i></i><em>new</em></span></li>`,
  ).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>#${id} Export stops</title></head><body>
<nav><ul>${list}</ul></nav>
<main><header><p>Ticket #${id}</p><h1>Export stops</h1></header>
<dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd><dt>Requester</dt><dd>${escaped('Ana Silva <ana@silva.example>')}</dd>
<dt>Assignee</dt><dd>Tom Reed</dd><dt>Created</dt><dd><time datetime="2026-11-02T09:00:00Z">2026-11-02 09:00</time></dd></dl>
<section id="conversation" aria-label="Conversation">${conversation}</section>
<textarea aria-label="Reply"></textarea></main>${watcher}</body></html>`;
}

/** Notes when the page was drawn and when the panel stands; the same on pages without Handrail. */
const watcher = `<script>
window.drawn = performance.now(); window.shown = undefined;
window.whenShown = new Promise((resolve) => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('handrail-panel[data-state=ready]')) return;
    watch.disconnect();
    window.shown = performance.now();
    resolve(true);
  });
  watch.observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state'] });
});
</script>`;

/** A page that is no ticket: a list of the same size. */
export function otherPage(nodes: number): string {
  const rows = Math.round(nodes / 4);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Orders</title></head><body><h1>Orders</h1><ul>${Array.from(
    { length: rows },
    (_, n) => `<li><a href="#r${n}"><span>Order ${n}</span></a></li>`,
  ).join('')}</ul></body></html>`;
}
