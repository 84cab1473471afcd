/** What the demo helpdesk does in the browser: navigation inside the page, its own keyboard shortcuts, the composer. */

const delay = Number(document.body.dataset.delay ?? 'NaN');
const inPage = !Number.isNaN(delay);
let visit = 0;

/** The address changes at once; the old ticket stays drawn until the new one has come, as in most such products. */
async function show(url, push) {
  const mine = ++visit;
  if (push) history.pushState(null, '', url);
  document.documentElement.classList.add('loading');
  const [answer] = await Promise.all([fetch(url), new Promise((done) => setTimeout(done, delay))]);
  const next = Document.parseHTMLUnsafe(await answer.text());
  if (mine !== visit) return;
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.getElementById('root').replaceChildren(...document.adoptNode(next.getElementById('root')).childNodes);
  document.documentElement.classList.remove('loading');
  if (push) window.scrollTo(0, 0);
}

function linkIn(event) {
  return event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
}

document.addEventListener('click', (event) => {
  const path = event.composedPath();
  const tab = path.find((node) => node instanceof HTMLElement && node.dataset.mode !== undefined);
  if (tab) switchMode(tab);
  if (path.some((node) => node instanceof HTMLElement && node.dataset.send !== undefined)) void send();
  const anchor = linkIn(event);
  if (!inPage || !anchor || event.defaultPrevented || event.ctrlKey || event.metaKey || event.button !== 0) return;
  const url = new URL(anchor.href);
  if (url.origin !== location.origin || anchor.hasAttribute('download')) return;
  event.preventDefault();
  void show(url.href, true);
});

if (inPage) window.addEventListener('popstate', () => void show(location.href, false));

function composer() {
  const card = document.querySelector('bd-composer');
  const box = card?.shadowRoot ?? document.querySelector('[contenteditable]')?.parentElement ?? document.querySelector('form.composer');
  if (!box) return undefined;
  return {
    ticket: card?.dataset.ticket ?? box.dataset?.ticket ?? '',
    box,
    editor: box.querySelector('[contenteditable], textarea'),
    select: box.querySelector('select'),
  };
}

function switchMode(tab) {
  const parts = composer();
  if (!parts) return;
  for (const other of parts.box.querySelectorAll('button[data-mode]')) {
    const on = other === tab ? 'true' : 'false';
    if (other.hasAttribute('aria-selected')) other.setAttribute('aria-selected', on);
    else other.setAttribute('aria-pressed', on);
  }
  const note = tab.dataset.mode === 'note';
  parts.box.classList?.toggle('is-note', note);
  const placeholder = note ? parts.editor.dataset.placeholderNote : parts.editor.dataset.placeholderReply;
  if (placeholder !== undefined) parts.editor.dataset.placeholder = placeholder;
  parts.editor.setAttribute('aria-label', tab.textContent.trim());
  parts.editor.focus();
}

async function send() {
  const parts = composer();
  if (!parts) return;
  const note = parts.box.querySelector('[data-mode="note"]');
  const mode = (note?.getAttribute('aria-selected') ?? note?.getAttribute('aria-pressed')) === 'true' ? 'note' : 'reply';
  const text = parts.editor instanceof HTMLTextAreaElement ? parts.editor.value : parts.editor.innerText;
  await fetch(`/tickets/${parts.ticket}/messages`, { method: 'POST', body: new URLSearchParams({ mode, text, status: parts.select.value }) });
  await show(location.href, false);
}

/** Shortcuts listen on the window in the capture phase and look at the innermost element they can see, as products do. */
window.addEventListener(
  'keydown',
  (event) => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))) return;
    if (event.key === 'r') {
      event.preventDefault();
      composer()?.editor.focus();
    }
    if (event.key === 'j' || event.key === 'k') {
      const rel = event.key === 'j' ? 'next' : 'prev';
      const roots = [document, document.querySelector('bd-ticket-header')?.shadowRoot];
      roots.map((root) => root?.querySelector(`a[rel=${rel}]`)).find(Boolean)?.click();
    }
    if (event.key === '/') {
      const search = document.querySelector('input[type=search]');
      if (search) event.preventDefault();
      search?.focus();
    }
  },
  true,
);
