import { describe, expect, test } from 'vitest';
import { textFacts } from '../../lib/facts/conversation.ts';
import { findKeywords } from '../../lib/facts/keywords.ts';
import { compilePhrases, findPhrases } from '../../lib/facts/phrases.ts';
import { defaultPhraseLists } from '../../lib/facts/phrase-lists/default-phrase-lists.ts';

const hits = (entries: Parameters<typeof compilePhrases>[0][string]['entries'], text: string) =>
  findPhrases(compilePhrases({ list: { entries } }), text).map((hit) => hit.text);

describe('findPhrases', () => {
  test.each([
    ['is whole words by Unicode', { vi: ['đổi'] }, 'xin đổi trả, đổiqua', ['đổi']],
    [
      'joins over white space, one line break and hyphens',
      { en: ['small claims'] },
      'small claims, small-claims, small\nclaims, small\n\nclaims',
      ['small claims', 'small-claims', 'small\nclaims'],
    ],
    ['does not join over punctuation', { vi: ['hàng khách'] }, 'hàng. khách', []],
    ['finds decomposed text', { vi: ['thất vọng'] }, 'tôi thất vọng'.normalize('NFD'), ['thất vọng'.normalize('NFD')]],
    ['finds in decomposed lists', { vi: ['thất vọng'.normalize('NFD')] }, 'tôi thất vọng', ['thất vọng']],
    ['folds case beyond ASCII', { de: ['übel'] }, 'ÜBEL', ['ÜBEL']],
    ['keeps diacritics apart', { vi: ['hoàn'] }, 'hoán hoan hoàn', ['hoàn']],
    ['folds diacritics where asked', { vi: [{ phrase: 'bực mình', foldDiacritics: true }] }, 'buc minh, bực mình', ['buc minh', 'bực mình']],
    [
      'inflects where asked',
      { en: [{ phrase: 'cancel', inflect: true }] },
      'cancelled canceling cancels cancellation',
      ['cancelled', 'canceling', 'cancels'],
    ],
    ['does not inflect unasked', { en: ['cancel'] }, 'cancelled', []],
    ['finds scripts without spaces inside a run', { ja: ['返金'] }, '早く返金してください', ['返金']],
    ['finds signs', { en: ['c++', '24/7'] }, 'C++ support 24/7 please', ['C++', '24/7']],
    [
      'reads alternatives and optional parts',
      { en: ['(call|see) my (own)? lawyer'] },
      'see my own lawyer or call my lawyer',
      ['see my own lawyer', 'call my lawyer'],
    ],
    [
      'skips what stands in an excluded phrase',
      { en: [{ phrase: 'media', notIn: ['media player', 'mixed media'] }] },
      'media player, mixed media, the media',
      ['media'],
    ],
    ['takes the longest of one list', { en: ['legal', 'legal action'] }, 'legal action', ['legal action']],
    ['is whole on emoji and surrogates', { en: ['sue'] }, '😡😡 sue 😡', ['sue']],
  ])('%s', (_, entries, text, expected) => {
    expect(hits(entries, text)).toEqual(expected);
  });

  test('gives offsets into the text as typed', () => {
    const text = 'İyi günler, '.normalize('NFD') + 'thất vọng'.normalize('NFD');
    const [hit] = findPhrases(compilePhrases({ list: { entries: { vi: ['thất vọng'] } } }), text);
    expect(text.slice(hit?.start, hit?.end).normalize('NFC')).toBe('thất vọng');
  });

  test('compiles the same lists once', () => {
    expect(compilePhrases(defaultPhraseLists)).toBe(compilePhrases(defaultPhraseLists));
  });

  test.each([
    ['I will not sue', false],
    ["I won't be contacting my lawyer", false],
    ["I don't think I will need a lawyer", false],
    ['no need for a lawyer', false],
    ["if you don't refund me I will call my lawyer", true],
    ["I won't hesitate to call my lawyer", true],
    ['I have no choice but to call my lawyer', true],
    ["don't make me call my lawyer", true],
    ['Not good. My lawyer will call', true],
    ['not only my lawyer will hear of this', true],
    ['I no longer want to sue', false],
    ['Instead of a lawyer I would rather talk to you', false],
    ["I won't wait any longer before I sue", true],
    ["I don't want to sue you, but I will if I must", true],
    ["I don't want to sue you, but I will not wait", false],
    ["I don't know how that lawyer got my address", true],
    ['Not getting an answer is what made me sue', true],
  ])('takes negation back: %s', (text, found) => {
    expect(hits({ en: ['(sue|lawyer)'] }, text).length > 0).toBe(found);
  });
});

describe('the default lists and words that deny', () => {
  test.each([
    ['security_incident', "I don't know how my account was hacked.", true],
    ['security_incident', 'My account has not been hacked, I just forgot my password.', false],
    ['outage', "I can't work during this outage.", true],
    ['outage', 'There is no outage on our side.', false],
    ['cancellation', 'I no longer want to cancel my subscription.', false],
    ['frustration', 'I am neither angry nor disappointed.', false],
    ['frustration', 'Nobody is upset about it.', false],
    ['frustration', 'Not getting an answer for two weeks is really frustrating.', true],
    ['frustration', 'Chưa đến mức thất vọng.', false],
    ['frustration', 'Je ne suis plus déçu, merci.', false],
    ['anger', 'Tôi không còn bực mình nữa, cảm ơn shop.', false],
    ['anger', 'Không phải lừa đảo đâu, mình tin shop.', false],
  ])('%s in: %s', (list, text, found) => {
    expect(textFacts(text, defaultPhraseLists).phrases.some((hit) => hit.list === list)).toBe(found);
  });
});

describe('the default lists on sentences made to mislead', () => {
  const threats = (text: string) =>
    textFacts(text, defaultPhraseLists).phrases.filter(({ list }) => list === 'legal_threat' || list === 'media_threat');

  test.each([
    'Our media team uses a lawyer directory app.',
    "I'm not angry, just curious about the media player.",
    'sue@company.com wrote to me about the invoice.',
    'Sue from accounting asked me to forward this.',
    'Please tell Sue that the export works.',
    'Hi Sue, thanks for your help!',
    'I attached BBB.pdf and the file BBB.',
    'What is the legal age to open an account?',
    'Our legal entity name changed, please update the invoice.',
    'Please send it to our legal department address.',
    'I will not sue, I promise.',
    "We won't be contacting my lawyer over this.",
    'The media player stutters on mixed media.',
    'The social media icon in the footer is missing.',
    'Thanks.\n\nOn Mon, Nov 23, 2026 Support wrote:\n> talk to a lawyer if you must',
    'Where do I upload media files?',
    'Is it legal to record calls?',
    'Điều kiện đổi trả thế nào, shop có bán phụ kiện không?',
    'Tôi sẽ không kiện các bạn đâu.',
    'Bên bạn có sự kiện gì không?',
    'Die Medienbibliothek lädt nicht.',
    'Los medios de pago no funcionan.',
    'Salade avec avocat : la recette ne s’affiche pas.',
  ])('finds no threat: %s', (text) => {
    expect(threats(text).map((hit) => hit.text)).toEqual([]);
  });

  test.each([
    'I will sue you.',
    'We are going to sue.',
    'You leave me no choice but to sue.',
    'I am talking to my attorney tomorrow.',
    'Our lawyers will be in touch.',
    "I'm taking legal action against you.",
    'This will go to our legal team, expect legal action.',
    'I will go to the media.',
    "I'm contacting the local media about this.",
    'I will file a complaint with the BBB.',
    'Reporting you to the Better Business Bureau.',
    "I'll see you in court!",
    'MY LAWYER WILL HEAR ABOUT THIS',
    'Tôi sẽ kiện công ty các bạn ra tòa.',
    'Tôi sẽ nhờ luật sư can thiệp.',
    'Mình sẽ đưa vụ này lên báo chí.',
    'Ich werde meinen Anwalt einschalten.',
    'Je vais contacter mon avocat.',
    'Voy a demandarlos.',
    'Vou processar vocês.',
  ])('finds the threat: %s', (text) => {
    expect(threats(text)).not.toEqual([]);
    expect(textFacts(text, defaultPhraseLists).sentiment?.label).toBe('threatening');
  });
});

describe('findKeywords', () => {
  test('finds whole words in any case, negated or not, every time', () => {
    const found = findKeywords(['unacceptable', 'worst'], 'UNACCEPTABLE! Not the worst, the WORST. worsted');
    expect(found.map(({ entry, text }) => [entry, text])).toEqual([
      ['unacceptable', 'UNACCEPTABLE'],
      ['worst', 'worst'],
      ['worst', 'WORST'],
    ]);
  });

  test('reads keywords as written, not as a pattern', () => {
    expect(findKeywords(['plan (b)'], 'plan b or plan (b)').map(({ text, entry }) => [text, entry])).toEqual([['plan (b)', 'plan (b)']]);
  });

  test('finds nothing for no words', () => {
    expect(findKeywords([], 'text')).toEqual([]);
    expect(findKeywords([''], 'text')).toEqual([]);
  });
});
