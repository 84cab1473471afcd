/**
 * Words that mean a whole kind of status. A rule that says "Resolved" asks for the kind; one that says "Waiting for the
 * vendor" asks for exactly that word of the page, so words for one special status are left out here on purpose.
 */
import type { StatusKind } from '../ticket.ts';
import { fold, foldWord } from './fold.ts';

const words: Readonly<Record<StatusKind, string>> = {
  new: 'new|mới|neu|nouveau|nuevo|novo|nuovo|nieuw|nowe|nowy|yeni|новый|новая|新規|新建|신규|baru|ใหม่',
  open: 'open|mở|đang mở|offen|ouvert|abierto|aberto|aperto|otwarte|otwarty|açık|открыт|открыта|オープン|打开|열림|terbuka|เปิด',
  pending:
    'pending|chờ xử lý|đang chờ xử lý|ausstehend|wartend|en attente|pendiente|pendente|in attesa|in afwachting|oczekujące|beklemede|в ожидании|保留中|待定|보류중|tertunda|รอดำเนินการ',
  resolved:
    'resolved|solved|done|fixed|đã giải quyết|đã được giải quyết|xong|gelöst|erledigt|geklärt|résolu|résolue|resuelto|resuelta|solucionado|resolvido|resolvida|risolto|risolta|opgelost|rozwiązane|rozwiązany|çözüldü|решена|решено|решенный|выполнен|解決済み|解決|已解决|해결됨|해결|selesai|terselesaikan|แก้ไขแล้ว',
  closed:
    'closed|đã đóng|đóng|geschlossen|abgeschlossen|fermé|fermée|clos|cerrado|cerrada|fechado|fechada|chiuso|chiusa|gesloten|zamknięte|zamknięty|kapatıldı|kapalı|закрыт|закрыта|クローズ|完了|已关闭|关闭|종료|닫힘|ditutup|ปิด',
};

const kinds = new Map(
  (Object.entries(words) as [StatusKind, string][]).flatMap(([kind, list]) => list.split('|').map((word) => [fold(word), kind] as const)),
);

/** The English word of each kind, for the completion and the docs. */
export const STATUS_WORDS = ['New', 'Open', 'Pending', 'Resolved', 'Closed'] as const;

/** The kind that a word means as a whole, in any language of the table; undefined for words of one special status. */
export const statusKindOf = (word: string): StatusKind | undefined => kinds.get(foldWord(word));
