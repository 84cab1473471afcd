import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textFacts } from '../../lib/facts/conversation.ts';
import { defaultPhraseLists } from '../../lib/facts/phrase-lists/default-phrase-lists.ts';

const mood = (text: string) => textFacts(text, defaultPhraseLists).sentiment;

describe('mood', () => {
  test.each([
    ['calm', "I'm not angry, just curious"],
    ['calm', 'How do I change my password?'],
    ['calm', 'Thank you so much, it works great now!'],
    ['calm', 'Could you please send me the invoice for October?'],
    ['calm', 'No problem, take your time.'],
    ['frustrated', 'still on hold after 2 hours'],
    ['frustrated', 'I have emailed you three times and got no reply'],
    ['frustrated', "I've been waiting since Monday for my refund"],
    ['frustrated', 'I am disappointed, the product is not good.'],
    ['angry', 'This is unacceptable, you people are useless!!'],
    ['angry', 'Worst company ever, I am furious and disgusted.'],
    ['angry', 'WHY IS NOBODY ANSWERING ME??? THIS IS RIDICULOUS!!!'],
    ['threatening', 'If this is not fixed today I will sue you.'],
    ['frustrated', 'Tôi rất thất vọng, chờ mãi chưa thấy trả lời'],
    ['angry', 'Lừa đảo! Làm ăn vô trách nhiệm, không thể chấp nhận được'],
    ['calm', 'Cho mình hỏi shop còn size M không ạ?'],
    ['frustrated', 'that vong qua, cho mai khong thay ai tra loi'],
    ['frustrated', 'Ich warte seit drei Wochen auf eine Antwort und bin sehr enttäuscht.'],
    ['angry', 'Das ist eine Unverschämtheit, ich bin stinksauer!!'],
    ['frustrated', 'Je suis très déçu, toujours aucune réponse depuis deux semaines.'],
    ['angry', "C'est une honte, je suis furieux, inadmissible !!"],
    ['frustrated', 'Estoy muy decepcionado, sigo sin recibir respuesta desde hace semanas.'],
    ['frustrated', 'Estou muito decepcionado, ainda não recebi nenhuma resposta.'],
  ])('is %s: %s', (label, text) => {
    expect(mood(text)?.label).toBe(label);
  });

  describe('what is denied or only supposed is no mood', () => {
    test.each([
      ['calm', 'I will not sue you, I just want my refund.'],
      ['calm', 'I will not sue you'],
      ['calm', 'I am not angry, I just want to understand the bill.'],
      ['calm', "I don't hate your app."],
      ['calm', "I'm not at all frustrated."],
      ['calm', "I'm no longer angry, thank you for solving it."],
      ['calm', "It's not bad."],
      ['calm', 'Not a problem at all.'],
      ['calm', 'The error no longer appears.'],
      ['calm', 'Let me know if this is not solved by Friday.'],
      ['calm', 'Please tell me if the product is broken.'],
      ['calm', 'Should the device be damaged, where do I send it?'],
      ['calm', 'I would be angry if you had lost my data, but you did not.'],
      ['calm', 'Learning how to use it will not take very long.'],
      ['calm', 'Em không có ý phàn nàn ạ.'],
      ['calm', 'Tôi không còn bực mình nữa, cảm ơn shop.'],
      ['calm', 'Nếu chưa giải quyết được trước thứ Sáu thì báo mình nhé.'],
      ['calm', 'Nếu sản phẩm bị hỏng thì đổi ở đâu ạ?'],
      ['calm', 'Wenn das Gerät kaputt ist, wohin soll ich es schicken?'],
      ['calm', 'Je ne suis plus déçu, merci.'],
      ['calm', 'Si el producto está roto, ¿a quién llamo?'],
      ['calm', 'Se o problema não for resolvido até sexta, me avise.'],
    ])('%s: %s', (label, text) => {
      expect(mood(text)?.label).toBe(label);
    });

    test.each([
      ['frustrated', 'Nothing has been resolved.'],
      ['frustrated', 'This has not been fixed.'],
      ['frustrated', 'I will be very disappointed if you cannot solve this.'],
      ['frustrated', 'If this is not solved by Friday I will cancel my subscription.'],
      ['angry', "If this stupid app crashes again I'm done with you!"],
      ['angry', 'You are not honest, you are thieves.'],
      ['frustrated', 'No reply in ten days is disappointing.'],
      ['frustrated', 'Không thấy ai trả lời thất vọng quá'],
      ['frustrated', 'Dịch vụ không tốt chút nào.'],
      ['frustrated', 'Das funktioniert leider überhaupt nicht.'],
      ['frustrated', 'If you look at my account you can see it is broken.'],
      ['frustrated', "L'appareil s'est cassé et je suis mécontent."],
      ['frustrated', 'Abri um caso e nada foi resolvido, continua quebrado.'],
      ['threatening', "I don't want to sue you, but I will if I must."],
      ['threatening', 'Nếu không giải quyết trước thứ Sáu tôi sẽ kiện.'],
    ])('yet still %s: %s', (label, text) => {
      expect(mood(text)?.label).toBe(label);
    });
  });

  test.each([
    ['If this is not solved by Friday I will cancel my subscription.', ['cancel my subscription']],
    ['This is not solved and not at all helpful.', ['not at all helpful', 'not solved']],
    ['Dịch vụ không được nhiệt tình.', ['không được nhiệt tình']],
  ])('quotes what carries the mood of: %s', (text, quoted) => {
    const told = (mood(text)?.evidence ?? []).filter(({ weight, why }) => weight < 0 && why !== 'model');
    expect(told.map((one) => one.text)).toEqual(quoted);
    for (const { start, end, text: written } of told) expect(text.slice(start, end)).toBe(written);
  });

  test.each(['I will not be in the office next week.', 'Learning how to use it will not take very long.', 'It is not for me.', 'No, not yet.'])(
    'is calm without a word to show for anything else: %s',
    (text) => {
      expect(mood(text)?.label ?? 'calm').toBe('calm');
    },
  );

  test.each(['Siparişim hala gelmedi, bu çok kötü bir hizmet.', 'Мой заказ до сих пор не пришёл, это ужасно.', '', '12345'])(
    'is unknown, not neutral: %s',
    (text) => {
      expect(mood(text)).toBeNull();
    },
  );

  test('stays within -1 and 1, worse words giving a worse score', () => {
    const scores = ['Thanks, perfect!', 'Where is my order?', 'I am disappointed.', 'I am furious, worst scam ever, you liars!!'].map(
      (text) => mood(text)?.score ?? 9,
    );
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(mood('fuck '.repeat(500))?.score).toBeGreaterThanOrEqual(-1);
  });

  test('names the words that made it, strongest first', () => {
    const evidence = mood('The app is slow and this is unacceptable!!')?.evidence ?? [];
    expect(evidence[0]).toMatchObject({ text: 'unacceptable', why: 'rage' });
    expect(evidence.map(({ weight }) => Math.abs(weight))).toEqual(evidence.map(({ weight }) => Math.abs(weight)).sort((a, b) => b - a));
  });

  test('is the same for decomposed text', () => {
    const text = 'Tôi rất thất vọng về dịch vụ';
    expect(mood(text.normalize('NFD'))?.score).toBe(mood(text)?.score);
  });

  test('ignores abbreviations in capitals', () => {
    expect(mood('Please send the PDF and CSV of the API to the VIP')?.evidence.map(({ why }) => why)).not.toContain('capitals');
  });

  test('holds its level on our own Vietnamese sentences', () => {
    const { sentences } = JSON.parse(readFileSync(new URL('./vietnamese-sentiment.json', import.meta.url), 'utf8')) as {
      sentences: { text: string; mood: string }[];
    };
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    const right = sentences.filter(
      ({ text, mood: meant }) => (mood(text)?.label ?? 'unknown') !== 'unknown' && (mood(text)?.label !== 'calm') === (meant !== 'calm'),
    );
    expect(right.length / sentences.length).toBeGreaterThan(0.88);
  });
});
