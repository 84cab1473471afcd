/** Practice on the policy in use. The scores stay in this browser and are nobody else's. */
import { PracticePage } from '../../../components/options/practice-page.tsx';
import { practiceTask } from '../../../components/options/practice-task.ts';
import '../../../components/options/practice.css';
import { systemClock } from '../../../lib/clock.ts';
import { type PracticeCase, practiceCases } from '../../../lib/practice/practice-cases.ts';
import { practiceOrder } from '../../../lib/practice/practice-order.ts';
import { practiceWords } from '../../../lib/practice/practice-words.ts';
import { changePractice, readPractice } from '../../../lib/storage.ts';
import { localize } from '../../../lib/text.ts';
import type { ShowOptionsPage } from '../options-page.ts';

/** One round: made once, so that the clocks of its tickets stand still while the person thinks. */
let round: { readonly of: string; readonly now: number; readonly cases: readonly PracticeCase[]; place: number } | undefined;

export const show: ShowOptionsPage = async ({ t, language, loaded, redraw }) => {
  const scores = await readPractice();
  const of = `${loaded?.policy.id} ${loaded?.policy.version} ${loaded?.loadedAt} ${language}`;
  if (loaded && round?.of !== of) {
    const now = systemClock.now();
    const cases = practiceCases(loaded, practiceWords(t), language, now);
    round = { of, now, cases: practiceOrder(cases.length, now).flatMap((index) => cases[index] ?? []), place: 0 };
  }
  const current = round?.cases[round.place % Math.max(1, round.cases.length)];
  return (
    <PracticePage
      t={t}
      task={current && loaded && round ? practiceTask(current, loaded, t, language, round.now) : undefined}
      tiers={(loaded?.policy.tiers ?? []).map(({ tier, name }) => ({ tier, name: localize(name, language) }))}
      scores={(loaded?.policy.rules ?? []).flatMap(({ id, title }) => {
        const score = scores[id];
        return score ? [{ rule: localize(title, language), ...score }] : [];
      })}
      onAnswer={(tier) => {
        if (current) void changePractice(current.rule, tier === current.assessment.tier).then(redraw);
      }}
      onNext={() => {
        if (round) round.place++;
        redraw();
      }}
      onForget={() => void changePractice(undefined, false).then(redraw)}
    />
  );
};
