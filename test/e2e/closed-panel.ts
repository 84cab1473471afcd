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

  /**
   * Clicks the control that is called `name`, or whose name contains it where none is, with the real pointer, once it is there and has come
   * to rest: what comes after the advice brings controls and moves others.
   */
  async click(name: string): Promise<void> {
    const place = await this.#until(
      () => this.#placeOf(name),
      async () => `The panel has no control named "${name}", or it never comes to rest. It says: ${await this.text()}`,
    );
    await this.#page.mouse.click(place.x, place.y);
  }

  /** Middle of the control; null while there is none that is visible, or while it moves. */
  #placeOf(name: string): Promise<{ readonly x: number; readonly y: number } | null> {
    return this.run(async (root, wanted: string) => {
      const found = (): DOMRect | undefined => {
        const named = [...root.querySelectorAll<HTMLElement>('button, a, [role=tab], [role=switch], summary, label, input')]
          .filter((one) => one.checkVisibility())
          .map((one) => [one, (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase()] as const);
        const [control] =
          named.find(([, name]) => name === wanted.toLowerCase()) ?? named.find(([, name]) => name.includes(wanted.toLowerCase())) ?? [];
        control?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return control?.getBoundingClientRect();
      };
      const first = found();
      // a tab behind another is never drawn
      await new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn));
        setTimeout(drawn, 100);
      });
      const box = found();
      if (!first || !box || first.x !== box.x || first.y !== box.y || first.width !== box.width || first.height !== box.height) return null;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, name);
  }

  /** Waits until the panel's text holds `words`. */
  async says(words: string | RegExp, timeout = 45_000): Promise<void> {
    let text = '';
    await this.#until(
      async () => {
        text = await this.text();
        return typeof words === 'string' ? text.includes(words) : words.test(text);
      },
      () => `The panel never said ${String(words)}. It says: ${text}`,
      timeout,
    );
  }

  /** Asks until the answer is something; while there is no panel there is none. The machine may be busy. */
  async #until<A>(ask: () => Promise<A | null | false>, otherwise: () => string | Promise<string>, timeout = 45_000): Promise<A> {
    for (const end = Date.now() + timeout; ; ) {
      const answer = await ask().catch(() => null);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(await otherwise());
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
  async run<A, R>(read: (root: ShadowRoot, argument: A) => R | Promise<R>, argument?: A): Promise<R> {
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
      awaitPromise: true,
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
