/** The ledger as it ships, as one script that a page of a real browser can run: tests and benchmarks write tickets with it as the product does. */
import { join } from 'node:path';
import { build } from 'vite';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import type * as ledgerStore from '../../lib/ledger/ledger-store.ts';
import type * as openLedger from '../../lib/ledger/open-ledger.ts';
import type * as outbox from '../../lib/ledger/outbox.ts';
import type * as metrics from '../../lib/metrics/metrics.ts';
import { root } from '../../scripts/build.ts';

/** What the script puts into the page, as `ledger`. */
export interface BundledLedger {
  readonly store: typeof ledgerStore;
  readonly opening: typeof openLedger;
  readonly outbox: typeof outbox;
  readonly metrics: typeof metrics;
  /** As if this browser had seen these tickets just so. */
  readonly see: (tickets: readonly LedgerTicket[]) => Promise<void>;
}

const entry = 'virtual:ledger';
const modules = {
  store: 'ledger/ledger-store.ts',
  opening: 'ledger/open-ledger.ts',
  outbox: 'ledger/outbox.ts',
  keep: 'ledger/keep-tickets.ts',
  metrics: 'metrics/metrics.ts',
};
const source = `${Object.entries(modules)
  .map(([name, file]) => `import * as ${name} from ${JSON.stringify(join(root, 'lib', file))};`)
  .join('\n')}
async function see(tickets) {
  const change = (await opening.openLedger()).transaction(keep.TICKET_STORES, 'readwrite');
  await opening.whole(change, () => keep.keepTickets(change, tickets));
  await opening.closeLedger();
}
globalThis.ledger = { store, opening, outbox, metrics, see };`;

export async function bundledLedger(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'ledger-entry',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !('output' in first)) throw new Error('The ledger could not be bundled.');
  return first.output[0].code;
}
