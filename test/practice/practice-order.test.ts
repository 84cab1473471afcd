import { expect, test } from 'vitest';
import { practiceOrder } from '../../lib/practice/practice-order.ts';

test.each([0, 1, 2, 40])('an order of %i tickets has each once', (count) => {
  expect(practiceOrder(count, 7).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
});

test('the seed decides the order', () => {
  expect(practiceOrder(40, 7)).toEqual(practiceOrder(40, 7));
  expect(practiceOrder(40, 7)).not.toEqual(practiceOrder(40, 8));
});
