/**
 * Where the focus goes when what had it is taken away: browsers let it fall to the whole page, so that who hears the page or moves by keys
 * starts again at its top.
 */

const headings = 'h1, h2, h3, h4, summary';

/**
 * Gives the focus to the heading of what came in the place of the focused element, or of what stands around it.
 * @param root what is watched
 * @param life ends it
 */
export function keepFocus(root: HTMLElement, life: AbortSignal): void {
  const page = root.ownerDocument;
  /** What has the focus, and everything around it. */
  let chain: readonly Element[] = [];
  root.addEventListener('focusin', ({ target }) => (chain = target instanceof Element ? upwards(target, root) : []), { signal: life });
  root.addEventListener(
    'focusout',
    ({ target }) => {
      // a removal tells it too, before the element is gone
      queueMicrotask(() => {
        if (chain[0] === target && chain[0]?.isConnected) chain = [];
      });
    },
    { signal: life },
  );
  const observer = new MutationObserver((records) => {
    const [had] = chain;
    if (!had || had.isConnected) return;
    const gone = chain.findLast((element) => !element.isConnected);
    chain = [];
    if (page.activeElement && page.activeElement !== page.body) return;
    const place = records.find(({ removedNodes }) => [...removedNodes].some((node) => node === gone));
    const heading = place && headingNear(place, root);
    if (!heading) return;
    if (!heading.hasAttribute('tabindex') && heading.localName !== 'summary') heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
  });
  observer.observe(root, { childList: true, subtree: true });
  life.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function headingNear({ nextSibling, previousSibling, target }: MutationRecord, root: HTMLElement): HTMLElement | undefined {
  for (const sibling of [nextSibling, previousSibling]) {
    const heading = sibling instanceof Element && sibling.isConnected ? headingIn(sibling) : undefined;
    if (heading) return heading;
  }
  for (let around = target as Element | null; around && root.contains(around); around = around.parentElement) {
    const heading = headingIn(around);
    if (heading) return heading;
  }
  return undefined;
}

const headingIn = (element: Element): HTMLElement | undefined =>
  (element.matches(headings) ? (element as HTMLElement) : element.querySelector<HTMLElement>(headings)) ?? undefined;

function upwards(element: Element, root: HTMLElement): Element[] {
  const chain: Element[] = [];
  for (let one: Element | null = element; one && one !== root; one = one.parentElement) chain.push(one);
  return chain;
}
