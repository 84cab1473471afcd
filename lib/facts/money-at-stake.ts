/** Which of the amounts in a text is the one at stake. */
import type { FoundMoney } from './money.ts';
import { foldCase } from './words.ts';

const stake =
  /(?<![\p{L}])(?:los(?:t|e|s|ses|ing)|refund\p{L}*|charg\p{L}*|overcharg\p{L}*|cost(?:s|ing)?|impact\p{L}*|revenue|damag\p{L}*|owe[sd]?|debit\p{L}*|deduct\p{L}*|bill(?:ed|ing)?|paid|pay(?:ment)?|invoice[sd]?|compensat\p{L}*|missing|withdr[ae]w\p{L}*|stolen|verlust\p{L}*|verlor\p{L}*|schaden\p{L}*|erstatt\p{L}*|rückerstatt\p{L}*|umsatz\p{L}*|abgebucht|berechnet|bezahlt|kostet|perdu\p{L}*|perte\p{L}*|rembours\p{L}*|factur\p{L}*|débit\p{L}*|prélev\p{L}*|chiffre d'affaires|payé|perdid\p{L}*|pérdida\p{L}*|perdimos|perdiendo|reembols\p{L}*|devol\p{L}*|cobr\p{L}*|pagu\p{L}*|pagad\p{L}*|prejuízo\p{L}*|perda\p{L}*|perdemos|cobrad\p{L}*|estorno|doanh thu|mất|thiệt hại|hoàn(?: lại| tiền| trả)|bồi thường|trừ|tính phí|thanh toán|lỗ|tổn thất|đền|chuyển khoản)(?![\p{L}])/giu;
/** How far a word of loss may stand from its amount, in characters. */
const stakeReach = 90;
const sentenceEnd = /[\n\ufffc]{2}|[.!?]\s+\p{Lu}/u;

/**
 * The amount at stake: the largest one within reach of a word of loss, refund, charge or impact in its sentence. Amounts in
 * several currencies are not compared by size: then the one nearest to its word wins.
 */
export function amountAtStake(text: string, amounts: readonly FoundMoney[]): FoundMoney | undefined {
  if (amounts.length === 0) return undefined;
  const folded = foldCase(text);
  const words = [...folded.text.matchAll(stake)].map((match) => ({
    start: folded.original(match.index),
    end: folded.original(match.index + match[0].length),
  }));
  let first = 0;
  const distance = (amount: FoundMoney): number => {
    // both stand in order of place, so what is out of reach on the left stays so
    while (first < words.length && (words[first]?.end ?? 0) < amount.start - stakeReach) first++;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = first; i < words.length; i++) {
      const word = words[i] as (typeof words)[number];
      if (word.start > amount.end + stakeReach) break;
      const between = text.slice(Math.min(word.end, amount.end), Math.max(word.start, amount.start));
      if (!sentenceEnd.test(between)) nearest = Math.min(nearest, Math.max(amount.start - word.end, word.start - amount.end, 0));
    }
    return nearest;
  };
  const near = amounts.map((amount) => ({ amount, gap: distance(amount) })).filter(({ gap }) => gap <= stakeReach);
  const oneCurrency = new Set(near.map(({ amount }) => amount.currency)).size === 1;
  near.sort((a, b) => (oneCurrency ? b.amount.amount - a.amount.amount : a.gap - b.gap));
  return near[0]?.amount;
}
