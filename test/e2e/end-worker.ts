/** Ends the extension's service worker as the browser does when it has been idle or needs memory; the next event starts another one. */
import type { Launched } from '../../scripts/launch.ts';

/** Where none runs there is nothing to do. */
export async function endWorker({ context, extensionId }: Pick<Launched, 'context' | 'extensionId'>): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('There is no browser to ask.');
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type, url } of targetInfos)
    if (type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`)) await session.send('Target.closeTarget', { targetId });
  await session.detach();
}
