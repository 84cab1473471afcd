/** The isolated world in which the extension's content scripts run on a page: for faults that no page and no person can cause. */
import type { Page } from 'playwright-core';

export interface ExtensionWorld {
  /** Evaluates an expression there. */
  run<R>(expression: string): Promise<R>;
}

export async function extensionWorld(page: Page, extensionId: string): Promise<ExtensionWorld> {
  const session = await page.context().newCDPSession(page);
  const contexts: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    contexts.splice(
      contexts.findIndex(({ id }) => id === executionContextId),
      1,
    );
  });
  await session.send('Runtime.enable');
  return {
    async run<R>(expression: string): Promise<R> {
      const world = contexts.findLast(({ origin }) => origin === `chrome-extension://${extensionId}`);
      if (!world) throw new Error('The extension does not run on this page.');
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: world.id,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as R;
    },
  };
}
