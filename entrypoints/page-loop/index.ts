/** Loaded by the probe once a page may be a ticket. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { systemClock } from '../../lib/clock.ts';
import { startPageLoop } from './page-loop.tsx';

export default defineUnlistedScript(() => {
  const bridge = globalThis.handrailBridge;
  if (bridge && !bridge.handlers && !bridge.signal.aborted) startPageLoop(bridge, systemClock);
});
