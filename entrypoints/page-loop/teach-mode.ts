/**
 * Pointing at a value on the page. A clear sheet in our own layer takes the pointer and the keys, so that nothing of it reaches the page,
 * and looks through itself for what lies under the pointer: through open shadow roots and frames of the same origin.
 */
import { visibleElements } from '../../lib/reader/taught/locators.ts';
import { valueOf } from './value-of.ts';

export interface TeachMode {
  readonly end: () => void;
}

export interface TeachOptions {
  readonly document: Document;
  /** Our own layer over the page. */
  readonly layer: HTMLElement;
  /** The pane that shows the ticket: only what is inside can be found again. */
  readonly pane: Element;
  /** What the person is asked to do. */
  readonly hint: string;
  readonly onPick: (element: Element) => void;
  /** The person pointed at something outside the ticket. */
  readonly onOutside: () => void;
  readonly onCancel: () => void;
}

/** Longer texts are paragraphs, not values. */
const longestValue = 300;

export function startTeaching({ document, layer, pane, hint, onPick, onOutside, onCancel }: TeachOptions): TeachMode {
  const sheet = document.createElement('div');
  sheet.className = 'teach-sheet';
  sheet.tabIndex = -1;
  sheet.setAttribute('role', 'application');
  sheet.setAttribute('aria-label', hint);
  const frame = document.createElement('div');
  frame.className = 'teach-frame';
  const words = document.createElement('p');
  words.className = 'teach-words';
  words.setAttribute('role', 'status');
  words.textContent = hint;
  sheet.append(frame, words);
  layer.append(sheet);
  sheet.focus();
  let current: Element | undefined;

  function mark(element: Element | undefined): void {
    current = element;
    frame.hidden = element === undefined;
    if (!element) return;
    const box = boxInWindow(element, document);
    frame.style.cssText = `left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`;
    const value = valueOf(element);
    words.textContent = value ? `${hint} ${value.slice(0, 80)}` : hint;
  }

  function under(x: number, y: number): Element | undefined {
    sheet.style.pointerEvents = 'none';
    const found = deepest(document, x, y);
    sheet.style.pointerEvents = '';
    return found && valueOf(found) !== '' && valueOf(found).length <= longestValue ? found : undefined;
  }

  function choose(element: Element | undefined): void {
    if (!element) return;
    if (isInside(element, pane)) onPick(element);
    else onOutside();
  }

  /** Values in the order of the page: the innermost elements that say something short. */
  function candidates(): Element[] {
    return [...visibleElements(pane)].filter((element) => {
      const value = valueOf(element);
      return value !== '' && value.length <= longestValue && ![...element.children].some((child) => valueOf(child) !== '');
    });
  }

  function step(by: 1 | -1): void {
    const all = candidates();
    const place = current ? all.indexOf(current) : -1;
    const next = all[(place + by + all.length) % all.length];
    next?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    mark(next);
  }

  sheet.addEventListener('pointermove', (event) => mark(under(event.clientX, event.clientY)));
  sheet.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    mark(under(event.clientX, event.clientY));
    choose(current);
  });
  // Keys come as copies from the guard, which has checked that a person pressed them; nobody else can reach into the closed root.
  sheet.addEventListener('keydown', (event) => {
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowRight: () => step(1),
      ArrowUp: () => step(-1),
      ArrowLeft: () => step(-1),
      Enter: () => choose(current),
      Escape: onCancel,
    };
    const chosen = act[event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  });
  return { end: () => sheet.remove() };
}

/** The innermost element at a place of the window. */
function deepest(document: Document, x: number, y: number): Element | undefined {
  let scope: Document | ShadowRoot = document;
  let [left, top] = [x, y];
  let found: Element | undefined;
  for (let depth = 0; depth < 30; depth++) {
    const next: Element | null = scope.elementFromPoint(left, top);
    if (!next || next === found) return found;
    found = next;
    const inner: Document | null = next instanceof HTMLIFrameElement ? frameDocument(next) : null;
    if (inner) {
      const box = next.getBoundingClientRect();
      [left, top] = [left - box.x - next.clientLeft, top - box.y - next.clientTop];
      scope = inner;
    } else if (next.shadowRoot) scope = next.shadowRoot;
    else return found;
  }
  return found;
}

/** A frame of another origin has no document for us. */
function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** Where the element is in the window, also inside frames. */
function boxInWindow(element: Element, document: Document): DOMRect {
  const box = element.getBoundingClientRect();
  let [x, y] = [box.x, box.y];
  for (let view = element.ownerDocument; view !== document; ) {
    const frame = view.defaultView?.frameElement;
    if (!frame) break;
    const around = frame.getBoundingClientRect();
    x += around.x + frame.clientLeft;
    y += around.y + frame.clientTop;
    view = frame.ownerDocument;
  }
  return new DOMRect(x, y, box.width, box.height);
}

function isInside(element: Element, pane: Element): boolean {
  for (let node: Node | null | undefined = element; node; ) {
    if (node === pane) return true;
    const up: Node | null = node.parentNode;
    if (up instanceof ShadowRoot) node = up.host;
    else if (up?.nodeType === Node.DOCUMENT_NODE) node = (up as Document).defaultView?.frameElement;
    else node = up;
  }
  return false;
}
