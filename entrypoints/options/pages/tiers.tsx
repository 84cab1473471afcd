/** Tiers, targets, clocks, customers and values of the draft. */
import { TiersPage } from '../../../components/options/tiers-page.tsx';
import type { ShowPolicyPage } from '../options-page.ts';

export const show: ShowPolicyPage = ({ t, language, editor }) => <TiersPage t={t} language={language} editor={editor} />;
