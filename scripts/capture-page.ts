/**
 * A page as a person sees it, as a tree that is plain JSON: typed values, hidden parts, shadow roots (closed ones too) and frames of
 * the same origin written down, scripts left out. The page itself is not changed.
 */
import type { Page } from 'playwright-core';

export type CapturedNode = { readonly text: string } | CapturedElement;

export interface CapturedElement {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly CapturedNode[];
  readonly shadow?: { readonly mode: 'open' | 'closed'; readonly children: readonly CapturedNode[] };
  /** What a frame of the same origin shows. */
  readonly frame?: CapturedElement;
}

/**
 * @param page whose scripts have drawn what is wanted; Handrail's own panel is left out. It is looked at from a world of our own, as an
 * extension does: frameworks that put their own DOM functions in the place of the browser's (synthetic shadow) do so in the page's world alone
 */
export async function capturePage(page: Page): Promise<CapturedElement> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'handrail capture' });
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const roots: { objectId: string }[] = [];
    for (const backendNodeId of closedRoots(root)) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
      if (object.objectId) roots.push({ objectId: object.objectId });
    }
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: captureTree.toString(),
      arguments: roots,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`The page could not be captured: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value as CapturedElement;
  } finally {
    await session.detach();
  }
}

interface ProtocolNode {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}
function closedRoots(node: ProtocolNode): number[] {
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(closedRoots);
  return node.shadowRootType === 'closed' ? [node.backendNodeId, ...below] : below;
}

/** Runs in the page, so it uses nothing from around it. */
function captureTree(...closedRoots: readonly ShadowRoot[]): CapturedElement {
  const closed = new Map(closedRoots.map((root) => [root.host, root]));
  const leftOut = /^(?:SCRIPT|LINK|NOSCRIPT|TEMPLATE|BASE|OBJECT|EMBED|PORTAL)$/;
  const neverShown = /^(?:SCRIPT|STYLE|LINK|META|TITLE|HEAD|OPTION|OPTGROUP|TEMPLATE|SLOT|HTML|BODY)$/;

  const nodes = (within: Node): CapturedNode[] =>
    [...within.childNodes].flatMap((node): CapturedNode[] => {
      if (node.nodeType === 3) return [{ text: node.nodeValue ?? '' }];
      if (node.nodeType !== 1) return [];
      const one = element(node as Element);
      return one ? [one] : [];
    });

  const element = (from: Element): CapturedElement | undefined => {
    const tag = from.localName;
    if (leftOut.test(from.tagName) || tag === 'handrail-panel' || from.hasAttribute('data-handrail-panel')) return undefined;
    const attributes = new Map([...from.attributes].filter(({ name }) => !name.startsWith('on')).map(({ name, value }) => [name, value]));
    // by the name of the element, since a frame's elements are of another world's classes
    if (tag === 'input') {
      const { type, value, checked } = from as HTMLInputElement;
      if (type === 'checkbox' || type === 'radio') {
        attributes.delete('checked');
        if (checked) attributes.set('checked', '');
      } else if (type === 'password' || type === 'file') attributes.delete('value');
      else attributes.set('value', value);
    }
    if (tag === 'option') {
      attributes.delete('selected');
      if ((from as HTMLOptionElement).selected) attributes.set('selected', '');
    }
    if (!neverShown.test(from.tagName)) {
      const { display, visibility } = (from.ownerDocument.defaultView ?? window).getComputedStyle(from);
      const hidden = display === 'none' ? 'display:none!important' : visibility === 'hidden' ? 'visibility:hidden!important' : '';
      if (hidden) attributes.set('style', [attributes.get('style')?.replace(/;?\s*$/, ''), hidden].filter(Boolean).join(';'));
    }
    const shadow = from.shadowRoot ?? closed.get(from);
    let frame: CapturedElement | undefined;
    if (tag === 'iframe' || tag === 'frame') {
      try {
        const inner = (from as HTMLIFrameElement).contentDocument?.documentElement;
        frame = inner ? element(inner) : undefined;
      } catch {
        // of another origin
      }
      for (const name of ['src', 'srcdoc', 'sandbox']) attributes.delete(name);
    }
    // A drawing says something by its title alone.
    const children =
      tag === 'textarea'
        ? [{ text: (from as HTMLTextAreaElement).value }]
        : tag === 'svg'
          ? [...from.querySelectorAll('title')].flatMap((title) => element(title) ?? [])
          : nodes(from);
    return {
      tag,
      attributes: [...attributes],
      children,
      ...(shadow && { shadow: { mode: shadow.mode, children: nodes(shadow) } }),
      ...(frame && { frame }),
    };
  };

  return element(document.documentElement) ?? { tag: 'html', attributes: [], children: [] };
}

const voidTags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The page as a file that a browser draws again, shadow roots and frames included. */
export function pageHtml(root: CapturedElement): string {
  return `<!DOCTYPE html>\n${html(root)}\n`;
}

function html(node: CapturedNode): string {
  if ('text' in node) return escaped(node.text);
  const { tag, children, shadow, frame } = node;
  const attributes = [...node.attributes, ...(frame ? [['srcdoc', html(frame)] as const] : [])]
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (voidTags.has(tag)) return `<${tag}${attributes}>`;
  const inner = tag === 'style' ? children.map((child) => ('text' in child ? child.text : '')).join('') : children.map(html).join('');
  const root = shadow ? `<template shadowrootmode="${shadow.mode}">${shadow.children.map(html).join('')}</template>` : '';
  // A line break that stands first in these is not part of them.
  const first = /^(?:pre|textarea|listing)$/.test(tag) && inner.startsWith('\n') ? '\n' : '';
  return `<${tag}${attributes}>${root}${first}${inner}</${tag}>`;
}
