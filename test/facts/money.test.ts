import { describe, expect, test } from 'vitest';
import { amountAtStake } from '../../lib/facts/money-at-stake.ts';
import { findMoney } from '../../lib/facts/money.ts';

const read = (text: string) => findMoney(text).map(({ amount, currency }) => (currency ? `${amount} ${currency}` : `${amount}`));

describe('findMoney', () => {
  test.each([
    ['We lost $4,800 today', ['4800']],
    ['4.800,00 EUR', ['4800 EUR']],
    ['12 triệu đồng', ['12000000 VND']],
    ['12 triệu', ['12000000 VND']],
    ['1.500.000₫', ['1500000 VND']],
    ['1.500.000 đ', ['1500000 VND']],
    ['1,5 triệu', ['1500000 VND']],
    ['500 nghìn', ['500000 VND']],
    ['500k VND', ['500000 VND']],
    ['US$ 3k', ['3000 USD']],
    ['£1.2m', ['1200000 GBP']],
    ['1 234,50 €', ['1234.5 EUR']],
    ['1\u202f234,50\u00a0€', ['1234.5 EUR']],
    ['Rs. 50,000', ['50000 INR']],
    ['USD 4800', ['4800 USD']],
    ['4800 USD', ['4800 USD']],
    ['$4,800 USD', ['4800 USD']],
    ['CHF 1\u2019234.50', ['1234.5 CHF']],
    ['R$ 1.234,56', ['1234.56 BRL']],
    ['€5', ['5 EUR']],
    ['$0.99', ['0.99']],
    ['20 dollars and 30 euros', ['20', '30 EUR']],
    ['2 tỷ đồng', ['2000000000 VND']],
    ['$1.5 million', ['1500000']],
    ['$1,000-$2,000', ['1000', '2000']],
    ['(refund of $480)', ['480']],
    ['12 triệu đồng'.normalize('NFD'), ['12000000 VND']],
    ['Rs 500', ['500 INR']],
    ['₹1,00,000', ['100000 INR']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    'Call +1 555 010 9999 or 0903 123 456',
    'Order #48000 from 2026-11-23, 15:04',
    'Version 4.800.1, build 12000',
    'Error 0x80070057 and code E4800',
    'HTTP 500, 404 and 10.0.0.1',
    '12/05/2026',
    'I waited 3 hours and 20 minutes',
    'iPhone 15 pro, 5k display, 4k video',
    '30 m away, 5 b of data',
    '100 % of the 24 users',
    'invoice INV-4800',
    'số điện thoại 0903.123.456',
  ])('sees no money in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('amountAtStake', () => {
  test.each([
    ['We pay $99 a month and lost $4,800 in sales yesterday.', 4800],
    ['You charged me $480 twice.', 480],
    ['The plan is $20. Nothing else.', undefined],
    ['Chúng tôi bị thiệt hại 12 triệu đồng.', 12_000_000],
    ['Der Schaden beträgt 4.800,00 EUR.', 4800],
  ])('%s', (text, amount) => {
    expect(amountAtStake(text, findMoney(text))?.amount).toBe(amount);
  });
});
