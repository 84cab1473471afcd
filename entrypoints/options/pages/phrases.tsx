/** Phrase lists of the draft. */
import { PhrasesPage } from '../../../components/options/phrases-page.tsx';
import type { ShowPolicyPage } from '../options-page.ts';

export const show: ShowPolicyPage = ({ t, language, editor }) => <PhrasesPage t={t} language={language} editor={editor} />;
