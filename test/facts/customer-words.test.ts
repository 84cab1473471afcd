import { describe, expect, test } from 'vitest';
import { customerWords } from '../../lib/facts/customer-words.ts';

const own = (text: string) => customerWords(text).text.replaceAll('\ufffc', ' ').replace(/\s+/g, ' ').trim();

describe('customerWords', () => {
  test.each([
    ['quoted lines', 'I agree.\n> my lawyer said no\n> really\nThanks for asking', 'I agree. Thanks for asking'],
    [
      'an English reply header',
      'Still broken.\n\nOn Mon, Nov 23, 2026 at 3:04 PM Support <help@shop.example> wrote:\nPlease ask your lawyer.',
      'Still broken.',
    ],
    [
      'a wrapped reply header',
      'Still broken.\n\nOn Mon, Nov 23, 2026 at 3:04 PM Support <help@shop.example>\nwrote:\nAsk a lawyer.',
      'Still broken.',
    ],
    ['an answer below the quotation', 'On Mon, Nov 23, 2026 Support wrote:\n> Did it help?\n\nNo, it did not.', 'No, it did not.'],
    ['a German reply header', 'Geht nicht.\n\nAm 23.11.2026 um 15:04 schrieb Support <a@b.example>:\nBitte warten.', 'Geht nicht.'],
    ['a Vietnamese reply header', 'Vẫn lỗi.\n\nVào 15:04, Th 2, 23 thg 11, 2026 Hỗ trợ <a@b.example> đã viết:\nXin chờ.', 'Vẫn lỗi.'],
    ['a French reply header', 'Toujours rien.\n\nLe lun. 23 nov. 2026 à 15:04, Support <a@b.example> a écrit :\nPatience.', 'Toujours rien.'],
    ['a Spanish reply header', 'Sigue igual.\n\nEl lun, 23 nov 2026 a las 15:04, Soporte (<a@b.example>) escribió:\nEspere.', 'Sigue igual.'],
    ['a Portuguese reply header', 'Nada ainda.\n\nEm seg., 23 de nov. de 2026 às 15:04, Suporte <a@b.example> escreveu:\nAguarde.', 'Nada ainda.'],
    ['an original message', 'See below.\n\n-----Original Message-----\nFrom: Support\nWe sued nobody.', 'See below.'],
    ['a forwarded header', 'FYI\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: lawyer\n\nI sue.', 'FYI'],
    ['the header of the mail itself', 'From: Ann\nSent: Monday\nTo: Help\nSubject: Order\n\nWhere is it?', 'Where is it?'],
    ['a signature after two dashes', 'Please help.\n-- \nJane Doe\nLegal Department', 'Please help.'],
    ['a signature after a greeting', 'Please help.\n\nBest regards,\nJane Doe\nSenior Legal Counsel\nAcme Media Ltd.\n+1 555 0100', 'Please help.'],
    [
      'no more than the signature',
      'Please help.\n\nRegards,\nJane\n\nPS: otherwise I call my lawyer.',
      'Please help. PS: otherwise I call my lawyer.',
    ],
    ['no sentence after a thanks', 'Thanks,\nbut this is really not good enough for me.', 'Thanks, but this is really not good enough for me.'],
    ['a signature on cards without a sign-off', 'Please fix.\n\nJohn Smith | Lawyer | Smith Legal LLP\nT +1 555 0100', 'Please fix.'],
    ['a sign-off in the same line', 'Please fix. Best regards, John Smith, Media Relations, BBB Corp', 'Please fix.'],
    [
      'a table that is no signature',
      'Mon | ok | ok\nTue | ok | bad\nIt fails on Tuesdays since you updated it.',
      'Mon | ok | ok Tue | ok | bad It fails on Tuesdays since you updated it.',
    ],
    ['the mark of a ticket system', '##- Please type your reply above this line -##\nNo, it did not.', 'No, it did not.'],
    ['what stands below it', 'No, it did not.\n##- Reply above this line -##\nAsk your lawyer.', 'No, it did not.'],
    ['the footer of a ticket system', 'No.\n\nThis email is a service from Acme Legal.\nlawyer', 'No.'],
    ['a short reply header', 'Support wrote:\n> Do you have a lawyer?\nNo.', 'No.'],
    ['a Vietnamese mobile signature', 'Vẫn lỗi\nĐã gửi từ iPhone của tôi', 'Vẫn lỗi'],
    ['a mobile signature', 'Help!\nSent from my iPhone', 'Help!'],
    ['a disclaimer', 'Help!\n\nThis e-mail is confidential and intended only for the addressee. Legal action may follow.', 'Help!'],
    ['fenced code', 'It says\n```\nthrow new Error("lawyer")\n```\nwhy?', 'It says why?'],
    ['a log', '2026-11-23 15:04:01 ERROR terrible failure\n    at Foo.bar (foo.js:10:3)\nWhat now?', 'What now?'],
    ['addresses and file names', 'sue@company.com sent BBB.png via https://lawyer.example/media today', 'sent via today'],
  ])('leaves out %s', (_, text, left) => {
    expect(own(text)).toBe(left);
  });

  test('keeps offsets of what is left', () => {
    const text = '> quoted\nmy lawyer';
    const read = customerWords(text);
    expect(read.text.length).toBe(text.length);
    expect(read.original(read.text.indexOf('lawyer'))).toBe(text.indexOf('lawyer'));
  });

  test('reads a huge text from both ends and says what it left out', () => {
    const text = `start ${'x'.repeat(500_000)} finish`;
    const read = customerWords(text);
    expect(read.unread).toBeGreaterThan(400_000);
    const at = read.text.indexOf('finish');
    expect(text.slice(read.original(at), read.original(at) + 6)).toBe('finish');
  });
});
