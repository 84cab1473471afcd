/**
 * Shows a place on the page: scrolls to it and marks it, by the CSS Custom Highlight API where the browser lets us (no change to the
 * page's DOM), else by an outline in our own layer. Gone when `clear` is called.
 */
const highlightName = 'handrail-evidence';

export interface EvidenceMarker {
  /** @returns false when the place is no longer on the page. */
  show(place: Range | Element | undefined): boolean;
  clear(): void;
}

export function evidenceMarker(document: Document, layer: HTMLElement): EvidenceMarker {
  let sheet: CSSStyleSheet | undefined;
  const clear = (): void => {
    CSS.highlights?.delete(highlightName);
    layer.replaceChildren();
  };

  function highlight(range: Range): boolean {
    try {
      if (!CSS.highlights) return false;
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(`::highlight(${highlightName}) { background-color: #ffe08a; color: #17202b; }`);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }
      CSS.highlights.set(highlightName, new Highlight(range));
      return true;
    } catch {
      // Firefox keeps a content script's style sheets from the page's list: the outline does it there.
      return false;
    }
  }

  function outline(place: Range | Element): void {
    for (const box of place.getClientRects()) {
      const frame = document.createElement('div');
      frame.className = 'outline';
      frame.style.cssText = `left:${box.x + scrollX}px;top:${box.y + scrollY}px;width:${box.width}px;height:${box.height}px`;
      layer.append(frame);
    }
  }

  return {
    clear,
    show(place) {
      clear();
      const element = place instanceof Range ? (place.startContainer.parentElement ?? undefined) : place;
      if (!place || !element?.isConnected) return false;
      const marked = place instanceof Range && highlight(place);
      const calm = !marked || matchMedia('(prefers-reduced-motion: reduce)').matches;
      // an outline is drawn where the place is now, so nothing may still be moving
      element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
      if (!marked) outline(place);
      return true;
    },
  };
}
