import { describe, expect, test } from 'vitest';
import { attempts, expectationSentences, lookThrough, mainSentence, summarySentences } from '../../lib/documents/extracts.ts';
import { reportsAction, requestStrength } from '../../lib/documents/sentence-kinds.ts';
import { sentencesOf } from '../../lib/documents/sentences.ts';
import { phaseDone, withParts } from '../../lib/parts.ts';
import type { Message, TicketSnapshot } from '../../lib/ticket.ts';
import { demoTickets } from '../demo-helpdesk/tickets.ts';
import { bareSnapshot, now, snapshotOf } from './handoff-cases.ts';

const message = (text: string, change: Partial<Message> = {}): Message => ({
  author: 'Mai Tran',
  role: 'customer',
  roleSure: 1,
  internal: false,
  text,
  attachments: [],
  how: 'x',
  ...change,
});
const talk = (...messages: Message[]): TicketSnapshot => bareSnapshot({ messages });
const texts = (spans: readonly { text: string }[]) => spans.map((s) => s.text);

describe('sentences are what the person says here and now', () => {
  test.each([
    ['greeting on its own line', 'Hello,\n\nThe printer is dead.', ['The printer is dead.']],
    ['greeting before the sentence', 'Hi Tom, the printer is dead.', ['the printer is dead.']],
    ['German greeting', 'Sehr geehrte Damen und Herren,\n\nder Drucker ist kaputt.', ['der Drucker ist kaputt.']],
    ['Vietnamese greeting', 'Chào anh chị,\n\nMáy in bị hỏng.', ['Máy in bị hỏng.']],
    ['Vietnamese greeting with a courtesy', 'Dạ chào chị Hoa, em đã kiểm tra.', ['em đã kiểm tra.']],
    ['sign-off and name', 'The printer is dead.\n\nBest regards,\nMai Tran\nSao Viet Retail', ['The printer is dead.']],
    ['name without a sign-off', 'The printer is dead.\n\nMai Tran\nSao Viet Retail', ['The printer is dead.']],
    ['quoted reply', 'Still dead.\n\nOn Mon, 3 Nov 2026 at 10:00, Tom <tom@x.example> wrote:\n> I restarted it.', ['Still dead.']],
    ['signature mark', 'The printer is dead.\n-- \nMai\n+84 123', ['The printer is dead.']],
    ['a line broken by the mail program', 'The printer in the\nsecond hall is dead.', ['The printer in the second hall is dead.']],
    ['a list', 'Seen on:\n- Web: ok\n- Phone: nothing\n(2) Tablet', ['Seen on:', 'Web: ok', 'Phone: nothing', 'Tablet']],
    ['no capitals', 'it is dead. we tried twice. nobody knows why', ['it is dead.', 'we tried twice.', 'nobody knows why']],
    ['Vietnamese greeting by whoever writes', 'Dạ em chào anh chị. Máy in bị hỏng.', ['Máy in bị hỏng.']],
    ['an address inside a sentence stays', 'Please write to mai@x.example instead.', ['Please write to mai@x.example instead.']],
  ])('%s', (_, text, expected) => {
    expect(texts(sentencesOf(message(text), 0, 'en'))).toEqual(expected);
  });

  test('each points at its own words in the original text', () => {
    const text = 'Hi Tom,\r\n\r\nthe printer\r\nis dead. 🖨️ It smokes!\n\nMai';
    for (const s of sentencesOf(message(text), 0)) expect(text.slice(s.start, s.end).replace(/\s+/g, ' ')).toBe(s.text);
  });

  test('an endless text ends', () => {
    expect(sentencesOf(message('It is dead. '.repeat(100_000)), 0).length).toBeGreaterThan(0);
  });
});

describe('requests', () => {
  test.each([
    ['I would like my money back.', 2],
    ['We expect a replacement.', 2],
    ['I want to speak to a manager.', 2],
    ['Tôi muốn được hoàn tiền.', 2],
    ['Chúng tôi yêu cầu đổi hàng.', 2],
    ['Ich möchte mein Geld zurück.', 2],
    ['Wir erwarten eine Lösung.', 2],
    ['Je souhaite être remboursé.', 2],
    ['Quiero que me devuelvan el dinero.', 2],
    ['Gostaria de receber o reembolso.', 2],
    ['Could you check the order?', 1],
    ['Please send a new one.', 1],
    ['pls give it back', 1],
    ['Can someone senior have a look?', 1],
    ['Nhờ anh chị kiểm tra giúp.', 1],
    ['Bitte prüfen Sie das.', 1],
    ['Pouvez-vous vérifier ?', 1],
    ['¿Puede revisarlo, por favor?', 1],
    ['Vocês podem verificar?', 1],
    ['I would like to thank you for your help.', 0],
    ['I would like to thank you, and we want to inform you that it works.', 0],
    ['Please find attached the log.', 0],
    ['The order is late.', 0],
    ['We like your product.', 0],
    ['When I want to save a form, the app freezes.', 0],
    ['I need to kill it every time.', 0],
    ['We need to talk to someone who knows the product.', 2],
    ['NEED RELEASE TODAY.', 2],
    ['I would like to ask whether guests count.', 0],
    ['I would like to ask for a refund.', 2],
    ['Would appreciate an update.', 1],
    ['Would you be happy with that?', 0],
    ['fix this or refund me', 1],
    ['Nếu trước thứ 6 không nhận được thì hoàn tiền cho em.', 2],
    ['Shop vẫn chưa hoàn tiền cho em.', 0],
    ['Hệ thống yêu cầu nhập OTP hai lần.', 0],
    ['Shop đòi thêm phí.', 0],
    ['Em không yêu cầu gì thêm.', 0],
    ['Em muốn hỏi bao giờ có người đến sửa?', 0],
    ['ben minh can in don thuoc ngay', 2],
    ['Tôi sẽ nhờ luật sư.', 0],
    ['Der Drucker ist kaputt.', 0],
    ['Nous avons un problème.', 0],
  ])('%s -> %i', (sentence, strength) => {
    expect(requestStrength(sentence)).toBe(strength);
  });

  test.each([
    [
      'a question before the story',
      'What are your opening hours? My transfer has been pending since Friday.',
      'My transfer has been pending since Friday.',
    ],
    ['good wishes', 'I hope you are well. The booking page shows an error.', 'The booking page shows an error.'],
    [
      'irony in the words of thanks',
      'I would like to thank you for my Saturday. Your installer deleted my photos.',
      'Your installer deleted my photos.',
    ],
    ['what is attached', 'I have attached the boarding pass. My bag never came.', 'My bag never came.'],
    ['who is writing', 'Em là Lan bên công ty Hoàng Gia. Báo cáo thuế bị sai số dư.', 'Báo cáo thuế bị sai số dư.'],
  ])('the problem is not told by %s', (_, text, expected) => {
    expect(mainSentence(talk(message(text)), [])?.text).toBe(expected);
  });

  test('the newest plain request comes first, polite ones only when there is none', () => {
    const conversation = talk(
      message('Could you check it? I would like a replacement.'),
      message('I checked it.', { role: 'agent', author: 'Tom' }),
      message('Please hurry. Now I want my money back.'),
    );
    expect(texts(expectationSentences(conversation))).toEqual(['Now I want my money back.', 'I would like a replacement.']);
    expect(texts(expectationSentences(talk(message('It is broken. Could you check it?'))))).toEqual(['Could you check it?']);
  });

  test('a plain question is the wish when nothing else is', () => {
    expect(texts(expectationSentences(talk(message('Quick one before we sign up: do guests count as seats? No rush.'))))).toEqual([
      'Quick one before we sign up: do guests count as seats?',
    ]);
  });

  test('a question that the customer went on from, or that was answered, is not the wish', () => {
    const early = message('Is there any known problem with the sync? Since Tuesday none of our meetings show up in the app.');
    expect(expectationSentences(talk(early))).toEqual([]);
    const answered = talk(message('Do guests count as seats?'), message('They do not.', { role: 'agent' }), message('The list still shows ten.'));
    expect(expectationSentences(answered)).toEqual([]);
    expect(expectationSentences(talk(message('The list shows ten seats.\n\nhello??')))).toEqual([]);
  });

  test('a wish that opens a list is quoted with the list', () => {
    const list = message('What we expect:\n1. A credit note for October\n2. A written confirmation\n\nInvoice attached.');
    const [wish] = expectationSentences(talk(message('The invoice is wrong.'), list));
    expect(wish?.text).toBe('What we expect: 1. A credit note for October 2. A written confirmation');
    expect(list.text.slice(wish?.start, wish?.end).replace(/\s+/g, ' ')).toBe(wish?.text);
  });

  test('what a colleague or a quotation asks for is not the customer’s wish', () => {
    expect(
      expectationSentences(talk(message('Could you send the log?', { role: 'agent' }), message('Here it is.\n> Could you send the log?'))),
    ).toEqual([]);
  });
});

describe('what was done', () => {
  test.each([
    ['I have restarted the server.', true],
    ["I've sent a new mail.", true],
    ['We just reset the password.', true],
    ['Checked the log: nothing.', true],
    ['Em đã gửi lại thư.', true],
    ['Đã kiểm tra giao dịch.', true],
    ['Ich habe den Server neu gestartet.', true],
    ["J'ai relancé le serveur.", true],
    ['Hemos reiniciado el servidor.', true],
    ['Reiniciamos o servidor.', true],
    ['I am sorry for the trouble.', false],
    ['I cannot refund it.', false],
    ['Could you restart it?', false],
    ['I will restart it tomorrow.', false],
    ['I have received your message.', false],
    ['Tôi đã nhận được thư.', false],
    ['Please check the cable.', false],
    ['We need the build number.', false],
    ['Rolled the tenant back?', false],
    ['I will have it checked and escalated.', false],
    ['I understand you are upset and worried.', false],
    ['Your documents have been forwarded to the broker.', true],
    ['[Call] Talked to Marco, the printer head test fails.', true],
  ])('%s -> %s', (sentence, expected) => {
    expect(reportsAction(sentence)).toBe(expected);
  });

  test('what the customer did is not what support tried', () => {
    expect(attempts(talk(message('I have restarted it twice.')))).toEqual([]);
  });

  test('a suggestion was tried once the customer answered it, a question for information was not', () => {
    const suggestion = message('Please update the app to 4.2. Could you send the log?', { role: 'agent', author: 'Tom' });
    expect(attempts(talk(message('It is dead.'), suggestion))).toEqual([]);
    const answered = attempts(talk(message('It is dead.'), suggestion, message('Updated, same problem.')));
    expect(answered.map((a) => [a.action.text, a.result?.text])).toEqual([['Please update the app to 4.2.', 'Updated, same problem.']]);
  });

  test.each([
    ['a number that was asked for', 'I have restarted it. Could you send the serial number?', 'It is 4417.', ['I have restarted it.', undefined]],
    ['a number that was needed', 'I looked into it. We need the build number.', 'Build 7.1.', ['I looked into it.', undefined]],
    ['whether it helped', 'I have restarted it. Does it work now?', 'No, still dead.', ['I have restarted it.', 'No, still dead.']],
    ['more than thanks', 'I have raised the limit.', 'Perfect, thank you. But it still fails.', ['I have raised the limit.', 'But it still fails.']],
    ['thanks, when they are all', 'I have raised the limit.', 'Perfect, thank you!', ['I have raised the limit.', 'Perfect, thank you!']],
    [
      'to a German suggestion',
      'Können Sie bitte noch einmal signieren?',
      'Beim anderen Arzt kommt derselbe Fehler.',
      ['Können Sie bitte noch einmal signieren?', 'Beim anderen Arzt kommt derselbe Fehler.'],
    ],
    [
      'to a Vietnamese suggestion',
      'Anh rút nguồn modem 30 giây rồi cắm lại giúp em nhé.',
      'Rút rồi vẫn đỏ.',
      ['Anh rút nguồn modem 30 giây rồi cắm lại giúp em nhé.', 'Rút rồi vẫn đỏ.'],
    ],
  ])('what the customer answers: %s', (_, reply, answer, expected) => {
    const found = attempts(talk(message('It is dead.'), message(reply, { role: 'agent', author: 'Tom' }), message(answer)));
    expect(found.map((a) => [a.action.text, a.result?.text])).toEqual([expected]);
  });

  test('an answer belongs to the last reply before it, and a note has none', () => {
    const conversation = talk(
      message('It is dead.'),
      message('I restarted it.', { role: 'agent', author: 'Tom' }),
      message('Replaced the fuse.', { role: 'agent', author: 'Tom', internal: true }),
      message('Still dead.'),
    );
    expect(attempts(conversation).map((a) => [a.action.text, a.result?.text])).toEqual([
      ['I restarted it.', 'Still dead.'],
      ['Replaced the fuse.', undefined],
    ]);
  });
});

test('the summary takes the sentence that made a rule fire and skips thanks', () => {
  const text = 'Thank you for your answer. The cable is fine. The whole shop is down because of it.';
  const start = text.indexOf('shop is down');
  const evidence = [{ message: 0, start, end: start + 12, text: 'shop is down', weight: 3 }];
  expect(texts(summarySentences(talk(message(text)), evidence))).toEqual(['The cable is fine.', 'The whole shop is down because of it.']);
});

test.each(demoTickets(now).map((t) => t.id))('ticket %s of the demo helpdesk has a summary of one to three of the customer’s sentences', (id) => {
  const snapshot = snapshotOf(id);
  const summary = summarySentences(snapshot, [], snapshot.language);
  expect(summary.length).toBeGreaterThanOrEqual(1);
  expect(summary.length).toBeLessThanOrEqual(3);
  for (const s of summary) expect(snapshot.messages[s.message]?.role).toBe('customer');
});

test('looking through a long conversation in stretches lets the page have its turn, and finds the same', async () => {
  const long = (): TicketSnapshot =>
    talk(
      ...Array.from({ length: 120 }, (_, n) =>
        n % 2 ? message(`I have reset the export ${n} and sent the file again.`, { role: 'agent' }) : message(`I want export ${n} back.`),
      ),
    );
  const [alone, stretched] = [long(), long()];
  let [clock, turns, looks] = [0, 0, 0];
  await withParts(() => lookThrough(stretched, 'en', phaseDone), {
    now: () => (clock += 1),
    ms: 8,
    pause: async () => void turns++,
  });
  lookThrough(alone, 'en', () => looks++);
  expect(turns).toBeGreaterThan(5);
  expect(looks).toBeGreaterThan(120);
  expect(attempts(stretched, 'en')).toEqual(attempts(alone, 'en'));
  expect(expectationSentences(stretched, 'en')).toEqual(expectationSentences(alone, 'en'));
});
