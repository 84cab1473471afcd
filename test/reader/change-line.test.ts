import { describe, expect, test } from 'vitest';
import { readChangeLine } from '../../lib/reader/change-line.ts';

describe('a line of the activity', () => {
  test.each([
    // Request Tracker's own sentences
    ["Status changed from 'new' to 'open'", 'status', 'new', 'open', 'open'],
    ["Priority changed from 'unknown' to 'Urgent'", 'priority', 'unknown', 'Urgent', undefined],
    ["Status von 'offen' auf 'zurückgestellt' geändert", 'status', 'offen', 'zurückgestellt', 'pending'],
    ["Priorität von 'unknown' in 'Medium' geändert", 'priority', 'unknown', 'Medium', undefined],
    ["Statut changé de 'ouvert' à 'résolu'", 'status', 'ouvert', 'résolu', 'resolved'],
    ["Priorité changé(e) de 'unknown' à 'Low'", 'priority', 'unknown', 'Low', undefined],
    ["Estado cambiado de 'abierto' a 'resuelto'", 'status', 'abierto', 'resuelto', 'resolved'],
    ["Estado alterado de 'aberto' para 'resolvido'", 'status', 'aberto', 'resolvido', 'resolved'],
    ["Статус изменен с 'новый' на 'открыт'", 'status', 'новый', 'открыт', 'open'],
    ["Status zmieniony z 'nowy' na 'otwarty'", 'status', 'nowy', 'otwarty', 'open'],
    ["Status veranderd van 'nieuw' naar 'open'", 'status', 'nieuw', 'open', 'open'],
    // other wordings
    ['Maya Okafor changed the status from Open to Pending', 'status', 'Open', 'Pending', 'pending'],
    ['Minh đã đổi trạng thái từ Mới sang Đang chờ', 'status', 'Mới', 'Đang chờ', 'pending'],
    ['Jonas hat den Status von Offen auf Wartend geändert', 'status', 'Offen', 'Wartend', 'pending'],
    ['Status changed from New to In Progress by Jonas Weber', 'status', 'New', 'In Progress', 'open'],
    ['Status changed from Triage to Vendor action', 'status', 'Triage', 'Vendor action', undefined],
    ['Chloé a modifié le statut de En attente à Résolu', 'status', 'En attente', 'Résolu', 'resolved'],
    ['Statut changé de Ouvert à En attente', 'status', 'Ouvert', 'En attente', 'pending'],
    ['Ana cambió el estado de En espera a Abierto', 'status', 'En espera', 'Abierto', 'open'],
    ['João alterou o status de Aberto para Pendente', 'status', 'Aberto', 'Pendente', 'pending'],
    ['Status: New → Open', 'status', 'New', 'Open', 'open'],
    ["Ticket State from 'new' → 'open'", 'status', 'new', 'open', 'open'],
    ['Priority: Medium -> High', 'priority', 'Medium', 'High', undefined],
    ['glpi (2) Status Change New to Processing (assigned)', 'status', 'New', 'Processing (assigned)', 'open'],
    ['Trạng thái: Đang mở → Đã giải quyết', 'status', 'Đang mở', 'Đã giải quyết', 'resolved'],
    ['ステータスが新規から対応中に変更されました', 'status', '新規', '対応中', 'open'],
    ['状态从打开改为已解决', 'status', '打开', '已解决', 'resolved'],
  ])('%s', (line, field, from, to, kind) => {
    expect(readChangeLine(line)).toEqual({ field, from, to, ...(kind && { kind }) });
  });

  test.each([
    ['Status set to Solved', 'Solved', 'resolved'],
    ['Maya set the status to On-hold', 'On-hold', 'pending'],
    ['Status wurde auf Gelöst gesetzt', 'Gelöst', 'resolved'],
    ['Lan đã đổi trạng thái thành Đã đóng', 'Đã đóng', 'closed'],
    ['maya closed this as completed on Nov 21', 'closed', 'closed'],
    ['maya reopened this 3 days ago', 'reopened', 'open'],
    ['Conversation was marked resolved by Maya', 'resolved', 'resolved'],
    ['Maya Okafor marked as Closed', 'Closed', 'closed'],
    ['Jonas Weber hat das Ticket geschlossen', 'geschlossen', 'closed'],
  ])('%s (without the old value)', (line, to, kind) => {
    expect(readChangeLine(line)).toEqual({ field: 'status', to, kind });
  });

  test.each([
    // controls, fields, prose, other fields
    'Set status to Solved',
    'Status: Open',
    'Status Open Pending Solved',
    'Priority Low Medium High',
    'Due changed from Not set to Mon Nov 23 15:36:43 2026',
    'The status of our system changed from good to worse. We are losing orders every minute and nobody answers.',
    'Status changed from Open to Pending, Priority changed from Low to High',
    'Please change the status to closed when you have fixed it.',
    'We closed the old account and moved on to the new one.',
    'Subject changed from Status page to Status open',
    'Given to maya (Maya Okafor)',
    'I resolved the first issue by restarting, but the second remains',
  ])('says nothing of "%s"', (line) => {
    expect(readChangeLine(line)).toBeUndefined();
  });

  test('stops at what is no part of a value', () => {
    expect(readChangeLine('Status changed from Open to Waiting for customer by Maya (2 hours ago)')?.to).toBe('Waiting for customer');
    expect(readChangeLine('Status changed from Open to Open for vendors')?.to).not.toBe('Open');
  });
});
