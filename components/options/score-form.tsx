/** Satisfaction typed in for one ticket. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { formText } from './form-text.ts';

export function ScoreForm({ t, onScore }: { readonly t: PageTranslate; readonly onScore: (ticket: string, score: number) => void }) {
  return (
    <form
      class="score"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        onScore(formText(form, 'ticket').replace(/^#/, ''), Number(formText(form, 'score')));
        form.reset();
      }}
    >
      <label>
        {t('metrics.scoreTicket')}
        <input name="ticket" type="text" required size={10} />
      </label>
      <label>
        {t('metrics.score')}
        <select name="score">
          {[5, 4, 3, 2, 1].map((score) => (
            <option key={score} value={score}>
              {score}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button">
        {t('metrics.scoreSave')}
      </button>
    </form>
  );
}
