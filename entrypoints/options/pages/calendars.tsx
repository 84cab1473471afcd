/** Calendars of the draft. */
import { CalendarsPage } from '../../../components/options/calendars-page.tsx';
import { systemClock } from '../../../lib/clock.ts';
import { readIcs } from '../../../lib/sla/read-ics.ts';
import type { ShowPolicyPage } from '../options-page.ts';
import { systemZone } from '../../../lib/zone.ts';

const now = systemClock.now();

export const show: ShowPolicyPage = ({ t, language, editor }) => (
  <CalendarsPage
    t={t}
    language={language}
    editor={editor}
    zones={['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]}
    browserZone={systemZone()}
    now={now}
    readIcs={async (file) => readIcs(await file.text(), systemClock.now())}
  />
);
