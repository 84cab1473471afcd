/** Ends the extension's service worker as the browser does when it has been idle; the next event starts another one. */
import type { Launched } from '../../scripts/launch.ts';

export async function endWorker({ context, worker }: Launched): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('There is no browser to ask.');
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url === worker.url());
  if (!target) throw new Error('The service worker is not running.');
  await session.send('Target.closeTarget', { targetId: target.targetId });
  await session.detach();
}
