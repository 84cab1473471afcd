/**
 * Where the focus goes when what had it is taken away with what it did: browsers let it fall to the whole page, so that who hears the page
 * or moves by keys starts again at its top, or sets off the page's own shortcuts. Who has left is left alone.
 */

/**
 * Gives the focus to what came in the place of the focused element, or to what stands around it.
 * @param root what is watched
 * @param give gives the focus to something in `place`, or to `place` itself. @returns false where nothing there can have it: then the next
 * place is tried, from what stands beside to `root`
 * @param life ends it; without it, it ends with `root`
 */
export function keepFocus(root: HTMLElement, give: (place: Element) => boolean, life?: AbortSignal): void {
  /** What has the focus, and everything around it. */
  let chain: readonly Element[] = [];
  const options = life ? { signal: life } : {};
  root.addEventListener('focusin', ({ target }) => (chain = target instanceof Element ? upwards(target, root) : []), options);
  root.addEventListener(
    'focusout',
    ({ target }) => {
      // browsers differ in whether a removal tells it too, before the element is gone: what is still there was left by the person
      queueMicrotask(() => {
        if (chain[0] === target && chain[0]?.isConnected) chain = [];
      });
    },
    options,
  );
  const observer = new MutationObserver((records) => {
    if (!chain[0] || chain[0].isConnected) return;
    const gone = chain.findLast((element) => !element.isConnected);
    const around = chain.filter((element) => element.isConnected);
    chain = [];
    if (!nobodyHasFocus(root)) return;
    const place = records.find(({ removedNodes }) => [...removedNodes].some((node) => node === gone));
    const beside = [place?.nextSibling, place?.previousSibling].filter((node) => node instanceof Element && node.isConnected);
    [...(beside as Element[]), ...around].some(give);
  });
  observer.observe(root, { childList: true, subtree: true });
  life?.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** `element` and everything around it, `root` last. */
function upwards(element: Element, root: HTMLElement): Element[] {
  const chain: Element[] = [];
  for (let one: Element | null = element; one; one = one === root ? null : one.parentElement) chain.push(one);
  return chain;
}

function nobodyHasFocus(root: Element): boolean {
  const tree = root.getRootNode();
  const shadow = tree instanceof ShadowRoot ? tree : undefined;
  if (shadow?.activeElement) return false;
  const { activeElement, body } = root.ownerDocument;
  return activeElement === null || activeElement === body || activeElement === shadow?.host;
}
