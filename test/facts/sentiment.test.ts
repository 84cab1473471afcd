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
