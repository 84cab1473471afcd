// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { locate } from '../../lib/reader/taught/locate.ts';
import { teach } from '../../lib/reader/taught/teach.ts';

function root(html: string): Element {
  const main = document.createElement('main');
  main.innerHTML = html;
  document.body.replaceChildren(main);
  return main;
}
const find = (within: Element, selector: string) => within.querySelector(selector) as Element;

const before = `<div class="css-1a2b3"><div class="css-r1"><span>Contract</span><b class="css-v9">Platinum</b></div><div class="css-r1"><span>Plant</span><b class="css-v9">Hamburg</b></div><div class="css-r1"><span>Machine hours</span><b class="css-v9">1204</b></div></div>`;

describe('a taught value', () => {
  test('is found again by its label after classes are renamed, rows turned and one added', () => {
    const old = root(before);
    const taught = teach(find(old, '.css-r1:nth-child(2) b'), old, 'custom:Plant');
    const redesigned = root(
      `<section class="x7"><div class="k1"><span class="k2">Machine hours</span><b class="k3">99</b></div><div class="k1"><span class="k2">Shift</span><b class="k3">Night</b></div><div class="k1"><span class="k2">Plant</span><b class="k3">Bremen</b></div><div class="k1"><span class="k2">Contract</span><b class="k3">Gold</b></div></section>`,
    );
    expect(locate(taught, redesigned)?.textContent).toBe('Bremen');
  });

  test('is absent when its row is gone, never the row that took its place', () => {
    const old = root(before);
    const taught = teach(find(old, '.css-r1:nth-child(2) b'), old, 'custom:Plant');
    expect(locate(taught, root(before.replace(/<div class="css-r1"><span>Plant.*?<\/div>/, '')))).toBeUndefined();
  });

  test('is absent when two rows carry its label', () => {
    const old = root(before);
    const taught = teach(find(old, '.css-r1:nth-child(2) b'), old, 'custom:Plant');
    expect(locate(taught, root(before.replace('<span>Contract</span>', '<span>Plant</span>')))).toBeUndefined();
  });

  test('is absent when a name stands where a date was taught', () => {
    const old = root('<div><p><i>Promised</i><b>24.11.2026 17:00</b></p></div>');
    const taught = teach(find(old, 'b'), old, 'dueAt');
    expect(locate(taught, root('<div><p><i>Promised</i><b>Jonas Weber</b></p></div>'))).toBeUndefined();
    expect(locate(taught, root('<div><p><i>Promised</i><b>25.11.2026 09:30</b></p></div>'))?.textContent).toBe('25.11.2026 09:30');
  });

  test('is found by a test id where there is no label', () => {
    const old = root('<div><em data-testid="ticket-plant">Hamburg</em><em data-testid="ticket-line">L2</em></div>');
    const taught = teach(find(old, 'em'), old, 'custom:Plant');
    expect(
      locate(taught, root('<ul><li><u data-testid="ticket-line">L3</u></li><li><u data-testid="ticket-plant">Bremen</u></li></ul>'))?.textContent,
    ).toBe('Bremen');
  });

  test('takes no neighbour for its label where values stand in a row', () => {
    const old = root('<p>Ticket #77</p><div><span class="level">Urgent</span><em class="plan">Platinum</em><i class="city">Lisbon</i></div>');
    const taught = ['span', 'em', 'i'].map((tag) => teach(find(old, tag), old, `custom:${tag}`));
    expect(taught.map(({ label }) => label)).toEqual([undefined, undefined, undefined]);
    expect(JSON.stringify(taught)).not.toMatch(/urgent|platinum|lisbon/i);
    const next = root('<p>Ticket #78</p><div><span class="level">Low</span><em class="plan">Starter</em><i class="city">Hanoi</i></div>');
    expect(taught.map((one) => locate(one, next)?.textContent)).toEqual(['Low', 'Starter', 'Hanoi']);
    const swapped = root('<p>Ticket #79</p><div><i class="x3">Hanoi</i><span class="x1">Low</span><em class="x2">Starter</em></div>');
    for (const [index, right] of ['Low', 'Starter', 'Hanoi'].entries())
      expect([undefined, right]).toContain(locate(taught[index] as (typeof taught)[number], swapped)?.textContent);
  });

  test('never keeps the value itself', () => {
    const old = root('<div><span>Customer</span><b title="Gary Brandt" data-name="Gary Brandt">Gary Brandt</b></div>');
    expect(JSON.stringify(teach(find(old, 'b'), old, 'requester'))).not.toMatch(/gary/i);
  });
});
