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
}

/** Puts an empty host on the page. Takes no focus. */
export function mountPanelHost(document: Document): PanelHost {
  // A copy that an earlier version of the extension left behind shows old advice.
  for (const old of document.querySelectorAll(tag)) old.remove();
  const element = document.createElement(tag);
  const root = element.attachShadow({ mode });
  const style = document.createElement('style');
  style.textContent = css;
  const layer = document.createElement('div');
  layer.className = 'layer';
  const container = document.createElement('div');
  root.append(style, layer, container);
  document.documentElement.append(element);
  return { element, root, container, layer };
}
