// @vitest-environment happy-dom
/** "Reported by Jane Roe, 24 Nov 10:00" as desks say it in sixteen languages: who opened the ticket, and when. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const entry = (who: string, at: string, text: string) => `<div class="comment"><b>${who}</b> <span>${at}</span><div class="body">${text}</div></div>`;

function read(lang: string, line: string) {
  const html = `<html lang="${lang}"><head><title>#4211 Printer on fire</title></head><body><main><h1>Printer on fire</h1><p>${line}</p>
    <table><tr><th>Status</th><td>Open</td></tr><tr><th>Priority</th><td>High</td></tr><tr><th>Assignee</th><td>Maya Okafor</td></tr></table>
    <section>${entry('Rosa Lind', '2026-11-25 08:00', 'It has been burning since nine this morning.')}${entry('Maya Okafor', '2026-11-25 09:00', 'Please leave the building.')}</section></main></body></html>`;
  const options = { url: 'https://desk.example/tickets/4211', now, zone: 'UTC', adapter: 'generic' };
  return readPage(new DOMParser().parseFromString(html, 'text/html'), options)?.snapshot.fields;
}

describe('who reported a ticket, with the time after the name', () => {
  test.each([
    ['en', 'Reported by Gary Brandt, 24 Nov 2026 08:03'],
    ['en', 'Submitted by Gary Brandt, 24/11/2026 08:03'],
    ['en', 'Raised by Gary Brandt (Brandt Ltd), 24 Nov 2026 08:03'],
    ['en', 'Logged by Gary Brandt, 24 Nov 2026 08:03'],
    ['en', 'Requested by Gary Brandt · 24 Nov 2026 08:03'],
    ['en', 'Ticket opened by <b>Gary Brandt</b>, 24 Nov 2026 08:03'],
    ['vi', 'Được tạo bởi Gary Brandt, 24/11/2026 08:03'],
    ['vi', 'Gửi bởi Gary Brandt, 24/11/2026 08:03'],
    ['vi', 'Tạo bởi Gary Brandt lúc 08:03 24/11/2026'],
    ['vi', 'Người gửi: Gary Brandt, 24/11/2026 08:03'],
    ['de', 'Gemeldet von Gary Brandt, 24.11.2026 08:03'],
    ['de', 'Erstellt von Gary Brandt, 24.11.2026 08:03'],
    ['de', 'Erfasst von Gary Brandt, 24.11.2026, 08:03 Uhr'],
    ['de', 'Eröffnet durch Gary Brandt, 24.11.2026 08:03'],
    ['fr', 'Signalé par Gary Brandt, 24/11/2026 08:03'],
    ['fr', 'Signalée par Gary Brandt, le 24/11/2026 à 08:03'],
    ['fr', 'Créé par Gary Brandt, 24/11/2026 08:03'],
    ['fr', 'Soumis par Gary Brandt, 24/11/2026 08:03'],
    ['es', 'Reportado por Gary Brandt, 24/11/2026 08:03'],
    ['es', 'Abierto por Gary Brandt, 24/11/2026 08:03'],
    ['es', 'Enviado por Gary Brandt, 24/11/2026 08:03'],
    ['pt-BR', 'Relatado por Gary Brandt, 24/11/2026 08:03'],
    ['pt-BR', 'Aberto por Gary Brandt, 24/11/2026 08:03'],
    ['pt-BR', 'Solicitado por Gary Brandt, 24/11/2026 08:03'],
    ['pt-BR', 'Registrado por Gary Brandt, 24/11/2026 às 08:03'],
    ['ja', 'Gary Brandt さんが 2026/11/24 08:03 に起票'],
    ['ja', '報告者: Gary Brandt, 2026/11/24 08:03'],
    ['ja', '起票者：Gary Brandt、2026/11/24 08:03'],
    ['zh-CN', '由 Gary Brandt 于 2026-11-24 08:03 提交'],
    ['zh-CN', 'Gary Brandt 提交于 2026-11-24 08:03'],
    ['zh-CN', '提交人：Gary Brandt，2026-11-24 08:03'],
    ['ko', 'Gary Brandt님이 2026-11-24 08:03에 등록'],
    ['ko', '등록자: Gary Brandt, 2026-11-24 08:03'],
    ['it', 'Segnalato da Gary Brandt, 24/11/2026 08:03'],
    ['it', 'Aperto da Gary Brandt, 24/11/2026 08:03'],
    ['it', 'Creato da Gary Brandt il 24/11/2026 alle 08:03'],
    ['nl', 'Gemeld door Gary Brandt, 24-11-2026 08:03'],
    ['nl', 'Aangemeld door Gary Brandt, 24-11-2026 08:03'],
    ['nl', 'Ingediend door Gary Brandt, 24-11-2026 08:03'],
    ['pl', 'Zgłoszone przez Gary Brandt, 24.11.2026 08:03'],
    ['pl', 'Utworzone przez Gary Brandt, 24.11.2026 08:03'],
    ['pl', 'Zgłosił: Gary Brandt, 24.11.2026 08:03'],
    ['pl', 'Zgłoszono przez Gary Brandt dnia 24.11.2026 o 08:03'],
    ['pl', 'Dodane przez Gary Brandt, 24.11.2026 08:03'],
    ['tr', 'Gary Brandt tarafından oluşturuldu, 24.11.2026 08:03'],
    ['tr', 'Açan: Gary Brandt, 24.11.2026 08:03'],
    ['tr', 'Bildiren: Gary Brandt, 24.11.2026 08:03'],
    ['ru', 'Создано Gary Brandt, 24.11.2026 08:03'],
    ['ru', 'Зарегистрировал: Gary Brandt, 24.11.2026 08:03'],
    ['ru', 'Автор: Gary Brandt, 24.11.2026 08:03'],
    ['ru', 'Создал Gary Brandt 24.11.2026 в 08:03'],
    ['id', 'Dilaporkan oleh Gary Brandt, 24/11/2026 08:03'],
    ['id', 'Dibuat oleh Gary Brandt pada 24/11/2026 08:03'],
    ['th', 'แจ้งโดย Gary Brandt, 24/11/2026 08:03'],
    ['th', 'สร้างโดย Gary Brandt เมื่อ 24/11/2026 08:03'],
  ])('is read in %s: %s', (lang, line) => {
    const fields = read(lang, line);
    expect(fields?.createdAt?.value).toBe('2026-11-24T08:03:00.000Z');
    expect(fields?.requester?.value).toEqual({ name: 'Gary Brandt' });
  });

  test.each([
    ['en', 'Last reply sent by Gary Brandt, 24 Nov 2026 08:03'],
    ['en', 'File uploaded by Gary Brandt, 24 Nov 2026 08:03'],
    ['en', 'Callback requested by Gary Brandt, 24 Nov 2026 08:03'],
    ['en', 'Contact: Gary Brandt, last seen 24 Nov 2026 08:03'],
    ['en', 'Escalated by Gary Brandt, 24 Nov 2026 08:03'],
    ['es', 'Última respuesta enviada por Gary Brandt, 24/11/2026 08:03'],
    ['pt-BR', 'Retorno solicitado por Gary Brandt, 24/11/2026 08:03'],
    ['de', 'Zuletzt gemeldet von Gary Brandt, 24.11.2026 08:03'],
    ['pl', 'Plik dodany przez Gary Brandt, 24.11.2026 08:03'],
    ['zh-CN', '由 Gary Brandt 于 2026-11-24 08:03 更新'],
    ['ko', 'Gary Brandt님이 2026-11-24 08:03에 댓글 등록'],
    ['ja', 'Gary Brandt さんが 2026/11/24 08:03 にコメント'],
    ['tr', 'Gary Brandt tarafından yanıtlandı, 24.11.2026 08:03'],
    ['vi', 'Gửi lại bởi Gary Brandt, 24/11/2026 08:03'],
  ])('is not told by what an agent, a file or an answer did in %s: %s', (lang, line) => {
    const fields = read(lang, line);
    expect(fields?.requester).toBeUndefined();
    expect(fields?.createdAt).toBeUndefined();
  });

  test('is not the agent who wrote it down', () => {
    expect(read('en', 'Reported by Maya Okafor, 24 Nov 2026 08:03')?.requester).toBeUndefined();
  });
});
