/** What is kept in this browser, each with a button that deletes it. */
import { PrivacyPage } from '../../../components/options/privacy-page.tsx';
import { systemClock } from '../../../lib/clock.ts';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { countTickets, deleteAllTickets, exportLedger, forgetOldTickets, importLedger, rebuildLedger } from '../../../lib/ledger/ledger-store.ts';
import { readExport } from '../../../lib/ledger/read-export.ts';
import { askBackground } from '../../../lib/messages.ts';
import { changeSettings, countNotes, forgetAllNotes, forgetSeen, readLedgerTrouble, saveLedgerTrouble } from '../../../lib/storage.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';

let said: string | undefined;

export const show: ShowOptionsPage = async ({ t, settings, loaded, redraw }) => {
  const ticketCount = await countTickets().catch((error: unknown) => messageOf(error));
  const problem = typeof ticketCount === 'string' ? ticketCount : (await readLedgerTrouble())?.problem;
  /** After a change of the ledger, the badge and the next alarm follow. */
  const after = async (change: Promise<unknown>): Promise<void> => {
    await change.catch((error: unknown) => (said = messageOf(error)));
    await askBackground('deadlines.look', {});
    redraw();
  };
  return (
    <PrivacyPage
      t={t}
      noteCount={await countNotes()}
      onDeleteNotes={() => void forgetAllNotes().then(redraw)}
      ticketCount={typeof ticketCount === 'number' ? ticketCount : undefined}
      ledgerProblem={problem}
      retentionDays={settings.retentionDays}
      onRetention={(retentionDays) => void after(changeSettings({ retentionDays }).then(() => forgetOldTickets(systemClock.now(), retentionDays)))}
      onDeleteTickets={() => void after(Promise.all([deleteAllTickets(), forgetSeen()]))}
      onRebuild={() => void after(rebuildLedger().then(() => saveLedgerTrouble(null)))}
      onExport={() =>
        void exportLedger(systemClock.now()).then((ledger) => download('handrail-ledger.json', JSON.stringify(ledger, null, 1), 'application/json'))
      }
      onImport={(file) => void after(takeIn(file, t))}
      said={said}
      lookupCount={loaded?.policy.customer.lookup.length ?? 0}
    />
  );
};

async function takeIn(file: File, t: PageTranslate): Promise<void> {
  const read = readExport(await file.text());
  said = read.ok
    ? t('privacy.imported', { count: await importLedger(read.ledger) })
    : t(`privacy.importRefused.${read.problem}`, { name: file.name, where: read.where ?? '' });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
