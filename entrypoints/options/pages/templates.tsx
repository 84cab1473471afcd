/** Templates, steps, roles and manual criteria of the draft. */
import { TemplatesPage } from '../../../components/options/templates-page.tsx';
import { systemClock } from '../../../lib/clock.ts';
import type { ShowPolicyPage } from '../options-page.ts';

/** Once, so that the sample ticket stands still. */
const now = systemClock.now();

export const show: ShowPolicyPage = ({ t, language, editor }) => <TemplatesPage t={t} language={language} editor={editor} now={now} />;
