import { describe, expect, test } from 'vitest';
import { languageOf } from '../../lib/facts/language.ts';

describe('languageOf', () => {
  test.each([
    ['en', 'My order has not arrived and I would like to know where it is.'],
    ['en', 'still waiting for my refund'],
    ['en', 'Where is my order?'],
    ['en', 'You are the worst'],
    ['vi', 'Tôi chưa nhận được hàng, nhờ shop kiểm tra giúp.'],
    ['vi', 'Tôi chưa nhận được hàng'.normalize('NFD')],
    ['vi', 'toi chua nhan duoc hang, shop kiem tra giup minh voi'],
    ['de', 'Meine Bestellung ist noch nicht angekommen, bitte prüfen Sie das.'],
    ['fr', "Je n'ai pas encore reçu ma commande, pouvez-vous vérifier ?"],
    ['es', 'Todavía no he recibido mi pedido, ¿me pueden ayudar?'],
    ['pt', 'Ainda não recebi o meu pedido, vocês podem verificar?'],
    ['it', 'Non ho ancora ricevuto il mio ordine, può controllare?'],
    ['nl', 'Ik heb mijn bestelling nog niet ontvangen, kunt u dat nakijken?'],
    ['pl', 'Nie otrzymałem jeszcze zamówienia, proszę o sprawdzenie.'],
    ['tr', 'Siparişim hala gelmedi, lütfen kontrol eder misiniz?'],
    ['id', 'Pesanan saya belum sampai, tolong dicek ya.'],
    ['ja', '注文した商品がまだ届きません。確認してください。'],
    ['zh', '我的订单还没有到，请帮我查一下。'],
    ['ko', '주문한 상품이 아직 도착하지 않았습니다.'],
    ['th', 'ฉันยังไม่ได้รับสินค้า ช่วยตรวจสอบให้หน่อย'],
    ['ru', 'Мой заказ до сих пор не пришёл, проверьте, пожалуйста.'],
    ['uk', 'Моє замовлення ще не прийшло, перевірте, будь ласка.'],
    ['sv', 'Jag har inte fått min beställning och vill veta var den är.'],
  ])('says %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  test.each(['', 'ok', '12345', 'REF-4711 / 2026-11-23', '???', 'Lorem ipsum', '👍👍', 'مرحبا', 'Jane Doe'])('does not guess: %s', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
