/**
 * Members of elements that the page cannot put something else before. A form's controls stand before its own members by their names:
 * with `<input name="parentNode">` inside, `form.parentNode` is that input, also in the world of an extension.
 */

/** What the reader asks of elements; a form that has one of these as the name of a control cannot be asked directly. */
const asked = [
  'tagName',
  'nodeType',
  'childNodes',
  'children',
  'childElementCount',
  'firstChild',
  'firstElementChild',
  'lastElementChild',
  'nextSibling',
  'nextElementSibling',
  'previousSibling',
  'previousElementSibling',
  'parentNode',
  'parentElement',
  'attributes',
  'getAttribute',
  'hasAttribute',
  'querySelector',
  'querySelectorAll',
  'closest',
  'matches',
  'contains',
  'compareDocumentPosition',
  'textContent',
  'isConnected',
  'shadowRoot',
  'assignedSlot',
  'ownerDocument',
  'getRootNode',
  'checkVisibility',
  'className',
] as const;

/** The name of the element; only a form's can be something else than text. */
export function tagOf(element: Element): string {
  const tag: unknown = element.tagName;
  return typeof tag === 'string' ? tag : 'FORM';
}

/** Whether a node is an element, a text, or neither; a form's own answer may be one of its controls. */
export function kindOf(node: Node): 'element' | 'text' | undefined {
  const type: unknown = node.nodeType;
  if (type === 3) return 'text';
  return type === 1 || typeof type !== 'number' ? 'element' : undefined;
}

/** Whether the element is a form that gives its controls where the reader asks for its members. */
export function isShadowed(element: Element): boolean {
  if (tagOf(element) !== 'FORM') return false;
  return asked.some((name) => {
    if (!Object.hasOwn(element, name)) return false;
    const given: unknown = element[name];
    return typeof given !== 'function' && given !== Reflect.get(HTMLElement.prototype, name, element);
  });
}

/**
 * The element to ask for its members; of a shadowed form a stand-in that answers as every element does. The stand-in is no node: it can
 * be asked, not passed on.
 */
export function plain(element: Element): Element {
  if (!isShadowed(element)) return element;
  return new Proxy(element, {
    get(form, name) {
      const member: unknown = Reflect.get(HTMLElement.prototype, name, form);
      return typeof member === 'function' ? (member.bind(form) as unknown) : member;
    },
  });
}
