/** Looks into the panel's closed shadow root by the DevTools protocol, as only a debugger can, and uses it with real input. */
import type { CDPSession, Page } from 'playwright-core';
import { panelSelector } from '../../scripts/extension-page.ts';

interface ProtocolNode {
  readonly backendNodeId: number;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}

export class ClosedPanel {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<ClosedPanel> {
    return new ClosedPanel(page, await page.context().newCDPSession(page));
  }

  /** Everything a person can read in the panel, white space folded. */
  text(): Promise<string> {
    return this.run((root) =>
      [...root.children]
        .map((child) => (child instanceof HTMLElement && child.tagName !== 'STYLE' ? child.innerText : ''))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }

  /** Clicks the control whose name contains `name`, with the real pointer. */
  async click(name: string): Promise<void> {
    const place = await this.run((root, wanted: string) => {
      const controls = [...root.querySelectorAll<HTMLElement>('button, a, [role=tab], [role=switch], summary, label, input')];
      const control = controls.find(
        (one) =>
          (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase().includes(wanted.toLowerCase()) &&
          one.checkVisibility(),
      );
      if (!control) return null;
      control.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = control.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, name);
    if (!place) throw new Error(`The panel has no control named "${name}". It says: ${await this.text()}`);
    await this.#page.mouse.click(place.x, place.y);
  }

  /** Waits until the panel's text holds `words`. */
  async says(words: string | RegExp, timeout = 10_000): Promise<void> {
    const until = Date.now() + timeout;
    for (;;) {
      const text = await this.text().catch(() => '');
      if (typeof words === 'string' ? text.includes(words) : words.test(text)) return;
      if (Date.now() > until) throw new Error(`The panel never said ${String(words)}. It says: ${text}`);
      await this.#page.waitForTimeout(50);
    }
  }

  /**
   * Waits until everything that comes after the advice has come in a profile that never saw the panel: the tour, and how much of the
   * handoff is left to fill. Whoever compares the panel's words over time asks this first.
   */
  async whole(): Promise<void> {
    await this.says('Skip the tour');
    await this.says('to fill');
  }

  /** Runs `read` on the shadow root with one plain argument; what it returns must be plain too. `read` sees nothing of its module. */
  async run<A, R>(read: (root: ShadowRoot, argument: A) => R, argument?: A): Promise<R> {
    // A world of its own: what the page did to the built-in objects does not reach it.
    const { frameTree } = await this.#session.send('Page.getFrameTree');
    const { executionContextId } = await this.#session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'test' });
    const shadow = await this.#shadow(executionContextId);
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId, executionContextId });
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function (argument) { return (${read.toString()})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R;
  }

  /** The root of the panel that is drawn. Asks for its host alone: a page may have a million elements. */
  async #shadow(contextId: number): Promise<ProtocolNode> {
    for (let index = 0; ; index++) {
      const { result } = await this.#session.send('Runtime.evaluate', {
        expression: `Document.prototype.querySelectorAll.call(document, ${JSON.stringify(panelSelector)})[${index}]`,
        contextId,
      });
      if (!result.objectId) throw new Error('No panel is on the page.');
      const { node } = (await this.#session.send('DOM.describeNode', { objectId: result.objectId, depth: 2, pierce: true })) as {
        node: ProtocolNode;
      };
      const shadow = node.shadowRoots?.[0];
      if (shadow?.children?.length) return shadow;
    }
  }
}
