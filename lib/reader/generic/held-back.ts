/** Messages that the page holds back: behind "Show 12 earlier messages", or not drawn because the list draws only what is on screen. */
import { type Box, closest, type Outline } from './outline.ts';

const moreEntries =
  /^(?:(?:show|load|view|see)\s+)?(?:all\s+)?\d*\s?(?:more|older|earlier|previous|hidden)(?:\s+(?:messages?|comments?|replies|entries|notes|items|updates|conversations?))?$|^(?:load|show|view)\s+(?:more|older|earlier|previous|all)\b.{0,24}$|^(?:\d+\s)?(?:weitere|ältere|frühere)\s.{0,30}$|^(?:afficher|voir|ver|mostrar|mostra|cargar|carregar|vedi|toon|laad|pokaż|wczytaj|показать|загрузить|xem|tải|hiển thị)\s(?:plus|les|más|mais|anteriores|altri|meer|oudere|więcej|starsze|ещё|еще|предыдущие|thêm|\d+)(?:\s.{0,30})?$|^(?:さらに表示|もっと見る|以前の|過去の|查看更多|加载更多|查看更早|더 보기|이전 )/i;

/**
 * @param around runs among which such a control can stand, the messages themselves left out
 * @param messages the elements of those that are there
 * @returns how many are missing, `some` = at least one
 */
export function heldBack(
  outline: Outline,
  around: { readonly start: number; readonly end: number },
  messages: readonly Element[],
  inMessage: (box: Box) => boolean,
): number | 'some' | undefined {
  const undrawn = notDrawn(messages);
  if (undrawn) return undrawn;
  for (let i = around.start; i < around.end; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > 48 || !(run.more ??= moreEntries.test(run.text)) || inMessage(run.box)) continue;
    if (closest(run.box, (b) => b.tag === 'BUTTON' || b.tag === 'A' || b.role === 'button')) return Number(/\d+/.exec(run.text)?.[0]) || 'some';
  }
  return undefined;
}

/** A list that draws only what is on screen says to screen readers how long it is. */
function notDrawn(messages: readonly Element[]): number | 'some' | undefined {
  const items = new Set(messages.map((message) => message.closest('[aria-setsize]')));
  // One item that holds them all is of another list, such as that of open tickets.
  if (messages.length > 1 && items.size === 1) return undefined;
  const item = [...items].find((found) => found !== null);
  const size = Number(item?.getAttribute('aria-setsize'));
  const list = item?.parentElement;
  if (!item || !list || !Number.isInteger(size)) return undefined;
  const drawn = [...list.children].filter((child) => child.getAttribute('aria-setsize') === String(size));
  // -1: the list does not know its own length; what stands before the first one that is drawn is missing all the same
  if (size < 0) return Number(drawn[0]?.getAttribute('aria-posinset')) > 1 ? 'some' : undefined;
  return size > drawn.length ? size - drawn.length : undefined;
}
