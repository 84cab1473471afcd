/**
 * The probe's cheap gate: may this page be a ticket? Runs on every enabled page, so: no words of 16 languages, no imports,
 * a handful of selector look-ups. `maybe` only means that the real reader is worth loading; it decides.
 */

/** A number of two digits or more, KEY-123, INC0012345, a long hexadecimal or dashed id, standing as one step of the address. */
const idStep =
  /(?:^|[/=#~.])(?:[A-Z][A-Z0-9_]{0,9}-\d[\d-]*|[A-Za-z]{2,6}\d{4,}|\d+|[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f-]{27}|500[A-Za-z0-9]{12,15})(?=$|[/&?#;._])/;
const ticketStep =
  /(?:ticket|case|issue|incident|request|conversation|inbox|thread|bug|zoom|workorder|problem|task|dispute|claim|question|itil|browse|message|discussion|anfrage|vorgang|demande|chamado)/i;
/** `/tickets/3391`, `/thread?tid=50412`: the word and its number, one after the other. */
const ticketThenId = new RegExp(`${ticketStep.source}s?(?:\\?t?id=|/)[\\w-]*\\d`, 'i');
const numberInTitle = /(?:^|[^&\w])(?:#|n[°º]\s?|no\.?\s|№\s?)\s?[A-Z]{0,5}-?\d+|\b[A-Z][A-Z0-9]{0,9}-\d+\b|\b[A-Z]{2,5}\d{4,}\b|\[[A-Z#-]*\d{3,}\]/;

const composer = 'textarea,[contenteditable="true"],[contenteditable=""],[role="textbox"]';
const entries =
  'article,time,[class*="message" i],[class*="comment" i],[class*="note" i],[class*="reply" i],[class*="article" i],[class*="thread" i],[class*="transaction" i],[class*="timeline" i],[class*="journal" i],[class*="conversation" i],[data-timestamp]';
const fields =
  '[class*="status" i],[class*="priorit" i],[id*="status" i],[id*="priorit" i],[name*="status" i],[name*="priorit" i],[data-test-id],[data-testid],dl,th,label';

/**
 * @param doc the page (its same-origin frames are looked into, one level deep)
 * @param url its address
 * @returns `maybe` when the reader should be loaded
 */
export function ticketPageHint(doc: Document, url: URL): 'no' | 'maybe' {
  if (!doc.body) return 'no';
  if (hint(doc, url)) return 'maybe';
  const frames = doc.defaultView;
  for (let i = 0; frames && i < frames.length; i++) {
    const inner = sameOriginDocument(frames[i]);
    if (inner?.body && hint(inner, new URL(inner.URL === 'about:blank' || inner.URL === 'about:srcdoc' ? url : inner.URL))) return 'maybe';
  }
  return 'no';
}

function hint(doc: Document, url: URL): boolean {
  const address = decode(url.pathname + url.search + url.hash);
  const id = idStep.test(address);
  // Whatever the language calls it: the number of the address, or one that looks like a ticket's.
  const number = /(?:^|[/=~])([A-Z]{0,10}[-_]?\d[\d-]*)(?=$|[/&?#;._])/i.exec(address)?.[1];
  const names = (text: string | null) => numberInTitle.test(text ?? '') || (number !== undefined && wordsIn(text).includes(number));
  const named = names(doc.title) || headings(doc).some((heading) => names(heading.textContent));
  const known = ticketStep.test(address);
  if (!named && !(id && known) && !(known && doc.title)) return id && hasTicketParts(doc);
  if (ticketThenId.test(address) || (named && id)) return true;
  return hasTicketParts(doc) || (id && known && (doc.querySelector(composer) !== null || hasSome(doc, entries, 2)));
}

const wordsIn = (text: string | null) => (text ?? '').split(/[^\p{L}\p{N}_-]+/u);

/** The first six of each kind. Asked one tag at a time, since that is answered in a tenth of the time of a list of selectors. */
function headings(doc: Document): readonly Element[] {
  return ['h1', 'h2'].flatMap((tag) => [...doc.querySelectorAll(tag)].slice(0, 6));
}

/** Two of: a place to write, entries, fields. Entries take longest to ask for. */
function hasTicketParts(doc: Document): boolean {
  const parts = [composer, fields].filter((selector) => doc.querySelector(selector)).length;
  // Components that draw in shadow roots show nothing of this from outside.
  return parts === 2 || (parts === 1 && hasSome(doc, entries, 2)) || hasComponents(doc);
}

/** Some custom elements among the first of the page. */
function hasComponents(doc: Document): boolean {
  const all = doc.body.getElementsByTagName('*');
  let components = 0;
  // Not by its length, for which the browser counts every element of the page.
  for (let i = 0; i < mostLookedAt; i++) {
    const element = all[i];
    if (!element) break;
    if (String(element.localName).includes('-') && ++components >= fewComponents) return true;
  }
  return false;
}
const mostLookedAt = 600;
const fewComponents = 3;

function hasSome(doc: Document, selector: string, count: number): boolean {
  return doc.querySelectorAll(selector).length >= count;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sameOriginDocument(frame: Window | undefined): Document | undefined {
  try {
    return frame?.document;
  } catch {
    return undefined;
  }
}
