/** The subject where neither a label nor a heading that the title repeats names it. */
import { byCodeUnit } from '../../text/by-code-unit.ts';
import { labelMeaning, statusKindOf } from '../labels.ts';
import { isBadge } from './hooked-fields.ts';
import { fold, isPageHead, withoutId } from './identity.ts';
import { type Box, boxText, closest, hookTokens, type Outline } from './outline.ts';

/** The best of the witnesses that are too weak to be asked beside an adapter. */
export function weakerSubject(
  title: string,
  outline: Outline,
  headings: readonly Box[],
  id: string | undefined,
): { text: string; how: string; sure: number; box?: Box } | undefined {
  const named = headings.filter((b) => hookTokens(b).includes('subject') || b.tag === 'H1');
  const [only] = named;
  const alone = only && named.length === 1 ? withoutId(boxText(outline, only, 320), id) : '';
  // One word names a part of the product, in scripts that part words.
  if (only && alone.length >= 3 && !/^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}-]+$/u.test(alone) && labelMeaning(alone) === undefined)
    return { text: alone, how: 'subject:heading', sure: 0.75, box: only };
  const topmost = topHeading(outline, headings, id);
  if (topmost) return { ...topmost, how: 'subject:top-heading', sure: 0.72 };
  const beside = besideNumber(outline, headings, id);
  if (beside) return { ...beside, how: 'subject:heading-beside-number', sure: 0.75 };
  const line = lineOfTitle(title, outline, headings);
  if (line) return { ...line, how: 'subject:line-in-title', sure: 0.72 };
  const text = subjectOfTitle(title, id, outline);
  return text ? { text, how: 'subject:title', sure: 0.7 } : undefined;
}

/** The one heading of the highest level, where the page has no H1 and the number or a state stands right beside it. */
function topHeading(outline: Outline, headings: readonly Box[], id: string | undefined): { box: Box; text: string } | undefined {
  const tops = headings.filter((b) => /^H[2-4]$/.test(b.tag)).sort((a, b) => byCodeUnit(a.tag, b.tag));
  const [box, next] = tops;
  if (!id) return undefined;
  if (!box) return numberedLine(outline, id);
  if (box.tag === next?.tag || box.furniture) return undefined;
  const text = withoutId(boxText(outline, box, 320), id);
  const beside = outline.runs.slice(Math.max(0, box.start - 3), box.end + 3);
  const near = beside.some((r) => r.text.includes(id) || (isBadge(r.box) && statusKindOf(r.text) !== undefined));
  return near && text.length >= 3 && labelMeaning(text) === undefined ? { box, text } : undefined;
}

/** "#33071 - Invoice is wrong" in no heading at all, where no other line begins with that number. */
function numberedLine(outline: Outline, id: string): { box: Box; text: string } | undefined {
  const lines = outline.runs.filter(
    ({ kind, text, box }) =>
      kind === 'text' &&
      text.length <= 250 &&
      text.replace(/^\W{0,3}/, '').startsWith(id) &&
      withoutId(text, id).length >= 8 &&
      !box.furniture &&
      !closest(box, (b) => /^(?:A|LI|TR|NAV)$/.test(b.tag)),
  );
  const [line, ...others] = lines;
  return line && others.length === 0 ? { box: line.box, text: withoutId(line.text, id) } : undefined;
}

/** The heading right after the one with nothing but the number. */
function besideNumber(outline: Outline, headings: readonly Box[], id: string | undefined): { box: Box; text: string } | undefined {
  if (!id) return undefined;
  const at = headings.findIndex((h) => boxText(outline, h, 80).includes(id) && withoutId(boxText(outline, h, 80), id) === '');
  const [number, next] = [headings[at], headings.slice(at + 1).find((h) => h.start >= (headings[at]?.end ?? 0))];
  if (!number || !next || next.start - number.end > 12) return undefined;
  const text = boxText(outline, next, 320);
  return text.length >= 3 && labelMeaning(text) === undefined ? { box: next, text } : undefined;
}

/** Where the page has no heading: the first part of the title, which the page shows as a line of its own, in several words. */
function lineOfTitle(title: string, outline: Outline, headings: readonly Box[]): { box: Box; text: string } | undefined {
  const [part = ''] = title.split(betweenParts);
  if (part.length < 15 || part.split(' ').length < 3 || headings.some((h) => /^H[1-3]$/.test(h.tag))) return undefined;
  const lines = outline.runs.filter(({ text, box }) => text === part && !box.furniture && !closest(box, (b) => isPageHead(b) || b.tag === 'A'));
  const [line] = lines;
  return line ? { box: line.box, text: part } : undefined;
}

const betweenParts = /\s[|·»–—-]\s/;

/** "Subject - Product" where the number tells which part is the subject's. */
function subjectOfTitle(title: string, id: string | undefined, outline: Outline): string | undefined {
  if (!id || !title.includes(id)) return undefined;
  const parts = withoutId(title, id).split(betweenParts);
  const text = parts[0]?.trim();
  // A longer number of which only the end is known is no subject.
  if (!text || text.length < 3 || text.includes(id)) return undefined;
  // "Ticket 12 · Product": what stands alone beside the number is a subject only where the page shows it, and not as its own name.
  const alone = parts.length === 1 && title.split(betweenParts).length > 1;
  const shown = () =>
    outline.runs.some(
      (r) => r.kind === 'text' && fold(r.text) === fold(text) && !r.box.furniture && !closest(r.box, (b) => isPageHead(b) || b.tag === 'A'),
    );
  return !alone || shown() ? text : undefined;
}
