/** The element that holds the panel: a closed shadow root outside the page's body, so that neither styles nor scripts of the page reach in. */
import css from '../../components/panel/panel.css?inline';

/** Tests look inside; what ships is closed. */
const mode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed';
const tag = 'handrail-panel';

export interface PanelHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the panel is rendered. */
  readonly container: HTMLElement;
  /** Our own layer over the page, for outlines. */
  readonly layer: HTMLElement;
  /** Adds the styles of what is shown later, once. @returns whether they were not there before */
  restyle(css: string): boolean;
  /** Puts the host back when the page has taken it away, as frameworks do that draw the whole document. */
  attach(): void;
}

/** Makes an empty host and puts it on the page. Takes no focus. @param state `rescue` outlives the copy of the extension that made it */
export function mountPanelHost(document: Document, state: 'reading' | 'rescue' = 'reading'): PanelHost {
  // A copy that an earlier version of the extension left behind shows old advice; words of the person that it left are theirs.
  for (const old of document.querySelectorAll(`:is(${tag}, [data-${tag}]):not([data-state=rescue])`)) old.remove();
  const { element, root } = emptyHost(document);
  element.dataset.state = state;
  const style = document.createElement('style');
  style.textContent = css;
  const layer = document.createElement('div');
  layer.className = 'layer';
  const container = document.createElement('div');
  root.append(style, layer, container);
  const attach = (): void => {
    if (element.isConnected) return;
    document.documentElement.append(element);
    // In the top layer no transform, filter or clipping of the page's root reaches the panel. `manual`: it closes no popover of the page.
    element.popover = 'manual';
    element.showPopover?.();
  };
  attach();
  const restyle = (more: string): boolean => {
    if (style.nextSibling !== layer) return false;
    const later = document.createElement('style');
    later.textContent = more;
    style.after(later);
    return true;
  };
  return { element, root, container, layer, restyle, attach };
}

function emptyHost(document: Document): Pick<PanelHost, 'element' | 'root'> {
  const element = document.createElement(tag);
  try {
    return { element, root: element.attachShadow({ mode }) };
  } catch {
    // The page has defined an element of this name, whose own shadow root is in the way.
    const plain = document.createElement('div');
    plain.setAttribute(`data-${tag}`, '');
    return { element: plain, root: plain.attachShadow({ mode }) };
  }
}
