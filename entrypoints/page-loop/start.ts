/** Loaded by the probe once a page may be a ticket. */
import { systemClock } from '../../lib/clock.ts';
import { startPageLoop } from './page-loop.tsx';

globalThis.handrailStart = () => {
  const bridge = globalThis.handrailBridge;
  if (bridge && !bridge.handlers && !bridge.signal.aborted) startPageLoop(bridge, systemClock);
};
globalThis.handrailStart();
