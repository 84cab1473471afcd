/**
 * What earlier readings found out about the parts of a page, and which parts have changed since: what did not change is not looked at
 * again. It is the observer's records that tell of changes, taken before each reading; what no record tells of (a style sheet that hides
 * something, what is typed, what stands in shadow roots and frames) is asked for anew each time.
 */
import { isPause, phaseDone, workInHand } from '../parts.ts';
import { plain } from './dom-access.ts';
import type { Box, KeptOutline, Walk } from './generic/outline.ts';
import type { Helpdesk } from './helpdesk.ts';

/** More than this and the whole page is looked through. */
const mostNews = 1_000;

export class PageMemory {
  /**
   * Number of the reading; what changed bears the number of the reading that saw it first. A reading that was interrupted goes on under
   * its number as long as nothing has changed.
   */
  generation = 0;
  /** Boxes of the elements that were drawn when they were last looked at. */
  boxes = new WeakMap<Element, Box>();
  /** What the last reading that came to its end went over, and how far this one has come. */
  outline: KeptOutline | undefined;
  walk: Walk | undefined;
  /** Text of parts of the page; see `keptText`. */
  texts = new WeakMap<Element, object>();
  /** Whose page it is; `null` = nobody's that is known, `undefined` = not asked yet. */
  product: Helpdesk | null | undefined;
  /** Elements that are new, or whose attributes are; `undefined` = too many. */
  #news: Set<Element> | undefined = new Set();
  /** When something in an element changed last. */
  #touched = new WeakMap<Node, number>();
  #observer: MutationObserver | undefined;
  #root: Element | undefined;
  #key = '';
  /** Whether something has changed since the reading began; the work that it is part of; what it has found out so far. */
  #heard = false;
  #work: object | undefined;
  #found = new Map<string, unknown>();

  /**
   * Begins a reading of `root`.
   * @param key what else the findings depend on: where it differs from before, all is forgotten
   */
  begin(root: Element, key: string): void {
    if (root === this.#root && key === this.#key && this.#observer) this.#take(this.#observer.takeRecords());
    else {
      this.#drop();
      const Observer = root.isConnected ? root.ownerDocument.defaultView?.MutationObserver : undefined;
      if (!Observer) return;
      this.#observer = new Observer((records) => this.#take(records));
      this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      [this.#root, this.#key] = [root, key];
      // Whose page it is was looked up before it was read.
      this.#news = new Set();
    }
    const work = workInHand();
    if (this.#heard || work === undefined || work !== this.#work) {
      this.generation++;
      this.walk = undefined;
      this.#found = new Map();
    }
    this.#heard = false;
    this.#work = work;
  }

  /**
   * What `find` gives, asked once in a reading, however often the reading is interrupted. What failed begins the reading anew.
   * @param name of what is found
   */
  once<T>(name: string, find: () => T): T {
    if (!this.#observer) return find();
    if (!this.#found.has(name)) {
      try {
        this.#found.set(name, find());
      } catch (error) {
        if (!isPause(error)) this.#found.clear();
        throw error;
      }
      phaseDone();
    }
    return this.#found.get(name) as T;
  }

  /** Whether something in the element has changed since the reading of that number. */
  touchedSince(element: Element, generation: number): boolean {
    return (this.#touched.get(element) ?? 0) > generation;
  }

  /** The part of the page whose changes are heard of. */
  get root(): Element | undefined {
    return this.#root;
  }

  /**
   * The elements of the body that are new since this was asked last, or whose attributes are.
   * @returns `undefined` where that is not known
   */
  news(doc: Document): ReadonlySet<Element> | undefined {
    if (!this.#observer || this.#root !== doc.body) return undefined;
    this.#take(this.#observer.takeRecords());
    const news = this.#news;
    this.#news = new Set();
    return news;
  }

  forget(): void {
    this.#drop();
    this.product = undefined;
  }

  #drop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#root = undefined;
    this.boxes = new WeakMap();
    this.outline = undefined;
    this.walk = undefined;
    this.texts = new WeakMap();
    this.#work = undefined;
    this.#found = new Map();
    this.#touched = new WeakMap();
    this.#news = undefined;
    this.generation++;
  }

  #take(records: readonly MutationRecord[]): void {
    if (records.length > 0) this.#heard = true;
    const next = this.generation + 1;
    for (const { target, type, addedNodes } of records) {
      if (type === 'attributes') this.#news?.add(target as Element);
      for (const node of addedNodes) if (node.nodeType === 1) this.#news?.add(node as Element);
      if ((this.#news?.size ?? 0) > mostNews) this.#news = undefined;
      for (let at: Node | null = target; at && this.#touched.get(at) !== next; at = at === this.#root ? null : parentOf(at))
        this.#touched.set(at, next);
      const box = this.boxes.get(target as Element);
      if (box) box.stale = true;
      // Whether it is shown at all its parent's box says.
      if (!box || type === 'attributes') {
        const outer = this.#boxAround(target);
        if (outer) outer.stale = true;
      }
      if (box && type === 'attributes') box.renamed = true;
    }
  }

  #boxAround(node: Node): Box | undefined {
    for (let at = parentOf(node); at; at = parentOf(at)) {
      const box = this.boxes.get(at as Element);
      if (box) return box;
    }
    return undefined;
  }
}

/** Forms may give one of their controls for it. */
function parentOf(node: Node): Node | null {
  return plain(node as Element).parentNode;
}
