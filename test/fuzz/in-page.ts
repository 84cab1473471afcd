/**
 * Runs inside a real page: puts a saved page into a frame, changes its DOM in small ways, reads it with the reader that ships, and compares.
 *
 * What counts as wrong: a field that was read says something else than before, at least as sure as before, and the words come from a
 * place that no change touched. When the place itself was changed, the page now says so; when the value is gone or less sure, it was not
 * said in silence. Of messages, the same words of the same author must not change their role while the reader stays as sure. A reader
 * that throws, also inside, is always wrong.
 *
 * `runLive` asks something else: whether a page that is read again after each change, with the memory of what it was, reads as if it had
 * never been read before.
 */
import { loadAllParts, type Slices, withParts } from '../../lib/parts.ts';
import { PageMemory } from '../../lib/reader/page-memory.ts';
import { samePerson } from '../../lib/reader/person.ts';
import { type ReadOptions, type ReadResult, readPage } from '../../lib/reader/read-page.ts';
import type { Person } from '../../lib/ticket.ts';

export type ChangeKind = 'delete' | 'hide' | 'duplicate' | 'move' | 'wrap' | 'translate' | 'comment';
/**
 * What a page does besides while it is open. `styled`: a rule of a style sheet hides what stands beside, without a change of its own.
 * `late`: a part that is not there at first is drawn.
 */
export type LiveKind = ChangeKind | 'late' | 'text' | 'name' | 'styled' | 'type' | 'shadow' | 'open' | 'many';
/** `at` and `to` choose elements: 0 is the first of the body, just below 1 the last. */
export interface Change {
  readonly kind: ChangeKind;
  readonly at: number;
  readonly to: number;
}
export interface LiveChange extends Omit<Change, 'kind'> {
  readonly kind: LiveKind;
}
export interface Finding {
  readonly what: string;
  readonly changes: readonly LiveChange[];
}

interface Known {
  readonly value: string;
  readonly sure: number;
  readonly place: number | undefined;
}
interface Baseline {
  readonly fields: ReadonlyMap<string, Known>;
  readonly roles: ReadonlyMap<string, { readonly role: string; readonly sure: number }>;
}

let doc: Document;
let pristine: Element;
let options: ReadOptions;
let read: typeof readPage;
let baseline: Baseline;
/** Number of an element of the saved page, also for its copies. */
let numbers: Map<Node, number>;
/** Numbers of everything a change touched. */
let touched: Set<number>;

const elementsOf = (root: Element): Element[] => [root, ...root.querySelectorAll('*')];
const numbered = (root: Element): Map<Node, number> => new Map(elementsOf(root).map((element, number) => [element, number]));

/** @returns how many elements and fields the page has; no fields: it is no ticket */
export async function open(
  html: string,
  given: ReadOptions,
): Promise<{ readonly elements: number; readonly fields: number; readonly messages: number }> {
  await loadAllParts();
  document.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width:1200px;height:900px';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = html.replace(/<(?:link|script|img|source|video|audio|iframe|object|embed)\b[^>]*>/gi, (tag) =>
    tag.replace(/\b(?:src|href|srcset|data|poster)\s*=/gi, 'data-was='),
  );
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument as Document;
  const style = page.createElement('style');
  style.textContent = '[data-rig-beside] ~ *{display:none!important}[data-rig-first]:first-child{visibility:hidden!important}';
  page.head.append(style);
  return begin(page, given);
}

/** As `open`, for a page that is there. @param reader what is judged; a test puts one in that lies */
export function begin(
  page: Document,
  given: ReadOptions,
  reader: typeof readPage = readPage,
): { readonly elements: number; readonly fields: number; readonly messages: number } {
  doc = page;
  pristine = doc.documentElement.cloneNode(true) as Element;
  options = given;
  read = reader;
  numbers = numbered(doc.documentElement);
  touched = new Set();
  const result = read(doc, options);
  baseline = known(result);
  return { elements: numbers.size, fields: baseline.fields.size, messages: result?.snapshot.messages.length ?? 0 };
}

function known(result: ReadResult | undefined): Baseline {
  const fields = new Map<string, Known>();
  const roles = new Map<string, { role: string; sure: number }>();
  if (!result) return { fields, roles };
  for (const [name, field] of Object.entries(result.snapshot.fields))
    fields.set(name, { value: JSON.stringify(field.value), sure: field.sure, place: numberOf(result.places.field(name)) });
  const seen = new Set<string>();
  for (const { author, text, role, roleSure } of result.snapshot.messages) {
    const words = `${author ?? ''}\n${text}`;
    // the same words twice may have two roles
    if (seen.has(words)) roles.delete(words);
    else roles.set(words, { role, sure: roleSure });
    seen.add(words);
  }
  return { fields, roles };
}

/** Of the element itself or, for one that a change brought in, of what it stands in. */
function numberOf(element: Element | undefined): number | undefined {
  for (let at: Element | null | undefined = element; at; at = at.parentElement) {
    const number = numbers.get(at);
    if (number !== undefined) return number;
  }
  return undefined;
}

function touch(element: Element): void {
  for (const one of elementsOf(element)) {
    const number = numbers.get(one);
    if (number !== undefined) touched.add(number);
  }
}

const structure = new Set(
  'TABLE THEAD TBODY TFOOT TR TD TH COL COLGROUP CAPTION DL DT DD UL OL LI SELECT OPTION OPTGROUP DATALIST SUMMARY DETAILS LEGEND FIELDSET PICTURE SVG HEAD BODY HTML TITLE SCRIPT STYLE TEMPLATE SLOT'.split(
    ' ',
  ),
);

/** Elements that a change may choose. */
const changeable = (): Element[] =>
  elementsOf(doc.body)
    .slice(1)
    .filter((element) => !['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName));

/** Parts that a page does not show yet, in the order in which it will. */
let notDrawnYet: { readonly element: Element; readonly parent: Element; readonly next: Node | null }[] = [];

function holdBack({ kind, at }: LiveChange): void {
  const body = changeable();
  // large parts come first in the page, and are what comes late
  const element = kind === 'late' ? body[Math.floor(at ** 3 * body.length)] : undefined;
  if (!element?.parentElement) return;
  notDrawnYet.push({ element, parent: element.parentElement, next: element.nextSibling });
  element.remove();
}

function apply({ kind, at, to }: LiveChange): void {
  const body = changeable();
  const element = body[Math.floor(at * body.length)];
  if (!element?.parentElement) return;
  switch (kind) {
    case 'late': {
      const drawn = notDrawnYet.shift();
      if (drawn) drawn.parent.insertBefore(drawn.element, drawn.next?.parentNode === drawn.parent ? drawn.next : null);
      return;
    }
    case 'delete':
      touch(element);
      element.remove();
      return;
    case 'hide':
      touch(element);
      element.setAttribute('style', 'display:none');
      return;
    case 'duplicate': {
      const copy = element.cloneNode(true) as Element;
      const copies = elementsOf(copy);
      elementsOf(element).forEach((one, place) => {
        const number = numbers.get(one);
        const twin = copies[place];
        if (number !== undefined && twin) numbers.set(twin, number);
      });
      element.after(copy);
      return;
    }
    case 'move': {
      // Only whole rows, cards and messages change places among their like: a label that leaves its value says something else.
      const like = [...element.parentElement.children].filter(
        (one) => one !== element && one.tagName === element.tagName && one.className === element.className && one.querySelectorAll('*').length >= 2,
      );
      const other = like[Math.floor(to * like.length)];
      if (!other || element.querySelectorAll('*').length < 2) return;
      touch(element);
      touch(other);
      if (to < 0.5) other.before(element);
      else other.after(element);
      return;
    }
    case 'wrap': {
      if (structure.has(element.tagName) || structure.has(element.parentElement.tagName)) return;
      const wrapper = doc.createElement(getComputedStyle(element).display.startsWith('inline') ? 'span' : 'div');
      element.replaceWith(wrapper);
      wrapper.append(element);
      return;
    }
    case 'translate': {
      // As browsers do that translate a page: the text stands in two more elements. Here the words stay, so the answer must too.
      const walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) if (/\S/.test((walker.currentNode as Text).data)) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (['SCRIPT', 'STYLE', 'TEXTAREA', 'OPTION', 'TITLE'].includes(text.parentElement?.tagName ?? '')) continue;
        const inner = doc.createElement('font');
        const outer = doc.createElement('font');
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(text);
      }
      return;
    }
    case 'comment':
      element.before(doc.createComment('x'), doc.createTextNode(' '));
      return;
    case 'text': {
      const text = [...element.childNodes].find((node) => node.nodeType === 3 && /\S/.test((node as Text).data)) as Text | undefined;
      if (text) text.data = to < 0.3 ? '' : to < 0.6 ? `${text.data} 12` : 'Closed';
      return;
    }
    case 'name': {
      const name = ['class', 'role', 'aria-label', 'title', 'datetime', 'id', 'aria-hidden', 'hidden', 'style', 'data-testid'][Math.floor(to * 10)];
      const other = body[Math.floor(to * at * body.length)];
      if (!name) return;
      const value = other?.getAttribute(name);
      if (value === null || value === undefined) element.removeAttribute(name);
      else element.setAttribute(name, value);
      if (name === 'aria-hidden') element.setAttribute(name, 'true');
      return;
    }
    case 'styled':
      element.toggleAttribute(to < 0.5 ? 'data-rig-beside' : 'data-rig-first');
      return;
    case 'type': {
      const controls = doc.querySelectorAll<HTMLInputElement>('input,textarea,select');
      const control = controls[Math.floor(at * controls.length)];
      if (control) control.value = to < 0.5 ? '' : 'High';
      return;
    }
    case 'shadow': {
      if (!/^(?:DIV|SECTION|SPAN|P|ARTICLE)$/.test(element.tagName) || element.shadowRoot) return;
      const shadow = element.attachShadow({ mode: 'open' });
      shadow.innerHTML = '<b>Within</b> <slot></slot>';
      return;
    }
    case 'open':
      for (const details of doc.querySelectorAll<HTMLDetailsElement>('details,dialog')) details.toggleAttribute('open');
      return;
    case 'many':
      for (const one of body.slice(Math.floor(at * body.length), Math.floor(at * body.length) + 40)) one.append(doc.createTextNode(' more'));
  }
}

function look(changes: readonly Change[]): string | undefined {
  doc.documentElement.remove();
  doc.append(pristine.cloneNode(true));
  numbers = numbered(doc.documentElement);
  touched = new Set();
  changes.forEach(apply);
  let result: ReadResult | undefined;
  try {
    result = read(doc, options);
  } catch (error) {
    return `threw ${String(error)}`;
  }
  const failed = result?.snapshot.problems.find((problem) => problem.includes(' failed'));
  if (failed) return failed;
  const now = known(result);
  for (const [name, was] of baseline.fields) {
    const is = now.fields.get(name);
    if (!is || is.sure < was.sure || saysTheSame(name, is.value, was.value)) continue;
    const places = [is.place, was.place].filter((place) => place !== undefined);
    // A value without a place (of the address, of the whole conversation) follows from more than one place.
    if (is.place === undefined || was.place === undefined) continue;
    if (touched.has(is.place) || (is.place === was.place && insideTouched(places))) continue;
    return `${name}: ${was.value} (${was.sure}) became ${is.value} (${is.sure}, ${result?.snapshot.fields[name as 'id']?.how ?? ''})`;
  }
  for (const [words, was] of baseline.roles) {
    const is = now.roles.get(words);
    if (is && is.role !== was.role && is.role !== 'unknown' && is.sure >= was.sure)
      return `a message of a ${was.role} became one of a ${is.role}: ${words.slice(0, 60)}`;
  }
  return undefined;
}

/** One place names a person in full where another, of the same sureness, gives the name alone. */
function saysTheSame(field: string, is: string, was: string): boolean {
  return is === was || (field === 'requester' && samePerson(JSON.parse(is) as Person, JSON.parse(was) as Person));
}

/** Something inside the place was changed, so what the place says is what the page says. */
function insideTouched(places: readonly number[]): boolean {
  // Numbers run in the order of the page, so what is inside an element follows it without a hole.
  const all = elementsOf(pristine);
  return places.some((place) => {
    const inside = all[place]?.querySelectorAll('*').length ?? 0;
    for (let number = place; number <= place + inside; number++) if (touched.has(number)) return true;
    return false;
  });
}

/** @returns what went wrong, each with as few changes as still show it */
export function run(cases: readonly (readonly Change[])[]): Finding[] {
  const found: Finding[] = [];
  for (const changes of cases) {
    let what = look(changes);
    if (what === undefined) continue;
    let fewest = [...changes];
    for (let at = fewest.length - 1; at >= 0 && fewest.length > 1; at--) {
      const fewer = fewest.filter((_, place) => place !== at);
      const still = look(fewer);
      if (still !== undefined) [fewest, what] = [fewer, still];
    }
    found.push({ what, changes: fewest });
  }
  return found;
}

/** Of these no record tells, so a reading that they interrupt may say what was there before. */
const unheard: readonly LiveKind[] = ['type', 'shadow'];

/**
 * Reads a page that changes, change by change, with the memory of what it was, and once more without. Every other story is read in the
 * shortest stretches, and a change comes while the page is being read.
 * @returns where the two say something else
 */
export async function runLive(cases: readonly (readonly LiveChange[])[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [story, changes] of cases.entries()) {
    doc.replaceChild(pristine.cloneNode(true), doc.documentElement);
    numbers = numbered(doc.documentElement);
    touched = new Set();
    notDrawnYet = [];
    changes.forEach(holdBack);
    const memory = new PageMemory();
    for (let done = 0; done <= changes.length; done++) {
      const change = changes[done - 1];
      if (change) apply(change);
      let pauses = 0;
      let time = 0;
      const slices: Slices = {
        now: () => time++,
        ms: 1,
        pause: () => {
          const next = changes[done];
          if (++pauses === (done % 3) + 1 && next && !unheard.includes(next.kind)) {
            apply(next);
            done++;
          }
          return Promise.resolve();
        },
      };
      const kept = await withParts(() => readPage(doc, { ...options, memory }), story % 2 === 0 ? slices : undefined);
      const afresh = readPage(doc, options);
      const what = difference(kept, afresh);
      if (what === undefined) continue;
      found.push({ what, changes: changes.slice(0, done) });
      break;
    }
    memory.forget();
  }
  return found;
}

function difference(kept: ReadResult | undefined, afresh: ReadResult | undefined): string | undefined {
  if (!kept || !afresh) return kept === afresh ? undefined : `${kept ? 'a ticket' : 'none'} instead of ${afresh ? 'a ticket' : 'none'}`;
  for (const part of ['problems', 'helpdesk', 'fields', 'customFields', 'messages', 'missingMessages'] as const) {
    const [is, should] = [JSON.stringify(kept.snapshot[part]) ?? '', JSON.stringify(afresh.snapshot[part]) ?? ''];
    if (is === should) continue;
    let at = 0;
    while (should[at] === is[at]) at++;
    return `${part}: …${is.slice(Math.max(0, at - 60), at + 60)} instead of …${should.slice(Math.max(0, at - 60), at + 60)}`;
  }
  for (const name of [...Object.keys(kept.snapshot.fields), ...Object.keys(kept.snapshot.customFields).map((label) => `custom:${label}`)])
    if (kept.places.field(name) !== afresh.places.field(name)) return `another place of ${name}`;
  const moved = kept.snapshot.messages.findIndex((_, index) => kept.places.message(index) !== afresh.places.message(index));
  if (moved >= 0) return `another place of message ${moved}`;
  return kept.root === afresh.root && kept.drawn === afresh.drawn ? undefined : 'another root';
}
