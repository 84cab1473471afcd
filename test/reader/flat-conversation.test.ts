// @vitest-environment happy-dom
/** Conversations of trackers that print a line and, beside it, a text; shapes seen on Fossil 2.21 and made after older trackers, words our own. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const fields =
  '<table><tr><td>Title:</td><td>Printer on fire</td></tr><tr><td>Status:</td><td>Open</td><td>Priority:</td><td>High</td></tr><tr><td>Contact:</td><td>gary.brandt@brandt.test</td></tr></table>';

function read(talk: string) {
  const html = `<html lang="en"><head><title>Desk: View Ticket</title></head><body><div class="header"><h1>Desk</h1></div>${fields}${talk}</body></html>`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return readPage(doc, { url: 'https://desk.example/ticket/1234', now, zone: 'UTC', adapter: 'generic' })?.snapshot;
}

const first = 'The printer in hall 2 is on fire again since this morning.';
const second = 'Please keep away from it, a technician is on her way to you.';

describe('a line that tells who and when, with the text beside it', () => {
  test.each([
    [
      'span and pre',
      `<div><span class="c">garybrandt added on 2026-11-24 09:05:10:</span><pre>${first}</pre><hr><span class="c">maya added on 2026-11-24 10:15:20:</span><pre>${second}</pre></div>`,
    ],
    ['dt and dd', `<dl><dt>2026-11-24 09:05:10 by garybrandt</dt><dd>${first}</dd><dt>2026-11-24 10:15:20 by maya</dt><dd>${second}</dd></dl>`],
    [
      'rows of a table',
      `<table><tbody><tr class="odd"><th>msg1</th><th>Author: garybrandt</th><th>2026-11-24 09:05:10</th></tr><tr><td colspan="3"><pre>${first}</pre></td></tr><tr class="even"><th>msg2</th><th>Author: maya</th><th>2026-11-24 10:15:20</th></tr><tr><td colspan="3"><pre>${second}</pre></td></tr></tbody></table>`,
    ],
    [
      'a language that is not known',
      `<div><b>garybrandt lisis 2026-11-24 09:05:10</b><p>${first}</p><b>maya lisis 2026-11-24 10:15:20</b><p>${second}</p></div>`,
    ],
  ])('%s', (_, talk) => {
    const messages = read(talk)?.messages;
    expect(messages?.map((m) => m.text)).toEqual([first, second]);
    expect(messages?.map((m) => m.at)).toEqual(['2026-11-24T09:05:10.000Z', '2026-11-24T10:15:20.000Z']);
    // A name that cannot be told from the words around it is left out, never guessed.
    for (const [i, name] of ['garybrandt', 'maya'].entries()) expect([name, undefined]).toContain(messages?.[i]?.author);
  });

  test('names the account that the address belongs to as the customer', () => {
    const messages = read(
      `<div><span>garybrandt added on 2026-11-24 09:05:10:</span><pre>${first}</pre><span>maya added on 2026-11-24 10:15:20:</span><pre>${second}</pre></div>`,
    )?.messages;
    expect(messages?.map((m) => [m.author, m.role])).toEqual([
      ['garybrandt', 'customer'],
      ['maya', 'agent'],
    ]);
  });

  test.each([
    [
      'files with their times',
      '<ul><li>agent.log added by maya on 2026-11-24 10:15:20</li><li>photo.png added by maya on 2026-11-24 10:16:20</li></ul>',
    ],
    ['a log without texts', '<div><p>maya set it to open on 2026-11-24 10:15</p><p>maya took it on 2026-11-24 10:16</p></div>'],
  ])('is not seen in %s', (_, talk) => {
    expect(read(talk)?.messages ?? []).toEqual([]);
  });
});
