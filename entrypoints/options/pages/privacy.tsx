/** What is kept in this browser, each with a button that deletes it. */
import { PrivacyPage } from '../../../components/options/privacy-page.tsx';
import { systemClock } from '../../../lib/clock.ts';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import {
  countTickets,
  deleteAllTickets,
  deleteTicket,
  exportLedger,
  forgetOldTickets,
  importLedger,
  ticketsNumbered,
} from '../../../lib/ledger/ledger-store.ts';
import { ledgerTrouble } from '../../../lib/ledger/ledger-trouble.ts';
import { rebuildLedger } from '../../../lib/ledger/open-ledger.ts';
import { readExport } from '../../../lib/ledger/read-export.ts';
import { forgetLookup } from '../../../lib/forget-lookup.ts';
import { askBackground } from '../../../lib/messages.ts';
import type { LoadedPolicy } from '../../../lib/policy/loaded-policy.ts';
import { pushAllowed } from '../../../lib/push-permission.ts';
import {
  changeSettings,
  changePractice,
  countNotes,
  countTaught,
  forgetAllNotes,
  forgetNotesOf,
  forgetPushLog,
  forgetSeen,
  forgetAllTaught,
  readDesigner,
  readLedgerTrouble,
  readPolicyDraft,
  readPractice,
  readPublished,
  readPushLog,
  saveDesigner,
  saveLedgerTrouble,
  savePolicyDraft,
  saveEarlierPublished,
  savePublished,
  type Settings,
} from '../../../lib/storage.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';

/** No page that shows a draft. */
const thisPage = 'privacy';
let said: string | undefined;

export const show: ShowOptionsPage = async ({ t, settings, loaded, redraw }) => {
  const ticketCount = await countTickets().catch((error: unknown) => ledgerTrouble(error, systemClock.now()));
  const trouble = typeof ticketCount === 'number' ? await readLedgerTrouble() : ticketCount;
  const [log, pushOn, draft, published, practice] = await Promise.all([
    readPushLog(),
    isPushOn(settings, loaded),
    readPolicyDraft(),
    readPublished(),
    readPractice(),
  ]);
  /** After a change of the ledger, the badge and the next alarm follow. */
  const after = async (change: Promise<unknown>): Promise<void> => {
    said = undefined;
    await change.catch((error: unknown) => {
      const { kind, problem } = ledgerTrouble(error, systemClock.now());
      said = `${t(`ledgerTrouble.${kind}`)} (${problem})`;
    });
    await askBackground('deadlines.look', {});
    redraw();
  };
  return (
    <PrivacyPage
      t={t}
      noteCount={await countNotes()}
      onDeleteNotes={() => void forgetAllNotes().then(redraw)}
      ticketCount={typeof ticketCount === 'number' ? ticketCount : undefined}
      {...(trouble && { trouble })}
      retentionDays={settings.retentionDays}
      onRetention={(retentionDays) => void after(changeSettings({ retentionDays }).then(() => forgetOldTickets(systemClock.now(), retentionDays)))}
      onDeleteTicket={(number) => void after(deleteOne(number, t))}
      onDeleteTickets={() => void after(Promise.all([deleteAllTickets(), forgetSeen()]))}
      onRebuild={() => void after(rebuildLedger().then(() => saveLedgerTrouble(null)))}
      onExport={() =>
        void exportLedger(systemClock.now()).then((ledger) => download('handrail-ledger.json', JSON.stringify(ledger, null, 1), 'application/json'))
      }
      onImport={(file) => void after(takeIn(file, t))}
      said={said}
      designed={(await readDesigner()) !== null}
      onDeleteDesign={() => void saveDesigner(null).then(() => location.reload())}
      pushUrl={pushOn ? settings.push?.url : undefined}
      pushCount={log.length}
      onForgetPushes={() => void after(forgetPushLog())}
      onDeleteLookup={() => void after(deleteLookup(t))}
      onForgetSession={() => void after(forgetSeen())}
      drafted={draft !== null || published !== null}
      onDeleteDraft={() => void after(Promise.all([savePolicyDraft(null, thisPage), savePublished(null), saveEarlierPublished([])]))}
      taughtCount={await countTaught()}
      onForgetTaught={() => void after(forgetAllTaught())}
      practised={Object.keys(practice).length > 0}
      onForgetPractice={() => void after(changePractice(undefined, false))}
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

/** One ticket, of whatever helpdesk: out of the ledger, with its notes and with its subject. */
async function deleteOne(number: string, t: PageTranslate): Promise<void> {
  const found = await ticketsNumbered(number);
  await Promise.all(found.map(({ key }) => deleteTicket(key)));
  const notes = await forgetNotesOf(number);
  said = t(found.length || notes ? 'privacy.ticketDeleted' : 'metrics.scoreNoTicket', { ticket: number });
}

async function deleteLookup(t: PageTranslate): Promise<void> {
  const left = await forgetLookup(thisPage, systemClock.now());
  if (left) said = t('privacy.lookupStays', { count: left });
}

const isPushOn = async (settings: Settings, loaded: LoadedPolicy | null): Promise<boolean> =>
  settings.push !== undefined && settings.push.url === loaded?.policy.metrics.push?.url && (await pushAllowed(settings.push.url));
