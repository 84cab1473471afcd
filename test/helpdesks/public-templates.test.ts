// @vitest-environment happy-dom
/** What the products' public templates draw and a simpler page does not: hidden controls behind drawn ones, counts and links beside values, folded heads. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-26T10:00:00Z');

function read(adapter: string, url: string, body: string, { title = '', attributes = '' } = {}) {
  const html = `<html lang="fr"><head><title>${title}</title></head><body ${attributes}>${body}</body></html>`;
  return readPage(new DOMParser().parseFromString(html, 'text/html'), { url, now, zone: 'UTC', adapter })?.snapshot;
}
const values = (snapshot: ReturnType<typeof read>) =>
  Object.fromEntries(Object.entries(snapshot?.fields ?? {}).map(([name, field]) => [name, field.value]));

describe('GLPI', () => {
  const list = (name: string, value: string) =>
    `<div><select name="${name}" class="select2-hidden-accessible" aria-hidden="true"><option selected>${value}</option></select><span class="select2"><span class="select2-selection__rendered" title="${value}">${value}</span></span></div>`;
  const actor = (type: string, kind: string, name: string) =>
    `<li><button>×</button><span class="actor_entry" data-itemtype="${kind}" data-actortype="${type}"><span class="actor_text">${name}</span><span class="badge">4</span></span></li>`;
  const item = (at: string, more: string, body: string, kind = 'ITILFollowup', id = 9) =>
    `<div class="timeline-item ${kind}" data-itemtype="${kind}" data-items-id="${id}"><div class="timeline-header"><div class="creator"><span class="badge">Créé : ${at} par <span id="user_1"><a href="/front/user.form.php?id=3">Roux Amélie</a></span></span>${more}</div></div><div class="read-only-content">${body}</div></div>`;
  const absolute = '<span><i class="far fa-clock"></i><a href="#x">24-11-2026 09:12</a></span>';
  const relative = '<span title="24-11-2026 09:12"><i class="ti ti-clock"></i><a href="#x">il y a 2 jours</a></span>';
  const page = (items: string) =>
    `<main><div id="itil-object-container"><div class="itil-timeline">${item(absolute, '', '<div class="card-title">Badgeuse muette</div><div class="rich_text_container">La badgeuse ne réagit plus.</div>', 'ITILContent', 77)}${items}</div>
<form id="itil-form"><input type="hidden" name="id" value="77"><div id="itil-data">${list('status', 'En cours')}${list('priority', 'Haute')}
<div><input type="hidden" name="date" value="2026-11-24 09:12:00"><input type="text" value="24-11-2026 09:12"></div>
<ul>${actor('requester', 'User', 'Roux Amélie')}${actor('assign', 'User', 'Le Goff Yann')}${actor('assign', 'Group', 'Équipements')}</ul></div></form></div></main>`;
  const url = 'https://desk.example/front/ticket.form.php?id=77';

  test('lists and dates are read from what scripts draw over the controls', () => {
    expect(values(read('glpi', url, page('')))).toMatchObject({
      id: '77',
      subject: 'Badgeuse muette',
      status: 'En cours',
      priority: 'Haute',
      createdAt: '2026-11-24T09:12:00.000Z',
      requester: { name: 'Roux Amélie' },
      assignee: 'Le Goff Yann',
      group: 'Équipements',
    });
  });

  test.each([
    ['a full time', absolute, ''],
    ['a rough time with the full one behind it', relative, ''],
    [
      'a second badge of who changed it',
      absolute,
      '<span class="badge">Dernière mise à jour : <span><i class="far fa-clock"></i>25-11-2026 10:00</span> par <span id="user_2">Le Goff Yann</span></span>',
    ],
  ])('an entry under %s has its author and time', (_, at, more) => {
    const message = read('glpi', url, page(item(at, more, '<div class="rich_text_container">Toujours rien.</div>')))?.messages[1];
    expect(message).toMatchObject({ author: 'Roux Amélie', at: '2026-11-24T09:12:00.000Z', text: 'Toujours rien.' });
  });

  test('an answer that is being changed, with a form of its own, does not hide the ticket', () => {
    const form = '<form><input type="hidden" name="id" value="612"><textarea></textarea></form>';
    expect(read('glpi', url, page(item(absolute, '', `<div class="rich_text_container">Toujours rien.</div>${form}`)))?.messages).toHaveLength(2);
  });
});

describe('Bugzilla', () => {
  const page = (status: string) =>
    `<div id="bugzilla-body"><span id="short_desc_nonedit_display">Gauge silent</span><span id="static_bug_status">${status}</span>
<div id="bz_assignee_edit_container"><span class="vcard"><a class="email" href="mailto:iain@harbour.example"><span class="fn">Iain Muir</span></a></span> (<a href="#">edit</a>) (<a href="#">take</a>)</div>
<div id="c0" class="bz_comment bz_first_comment"><span class="bz_comment_user"><a class="email" href="mailto:morag@pilots.example"><span class="fn">Morag Sinclair</span></a></span><span class="bz_comment_time">2026-11-24 08:12:40 UTC</span><pre class="bz_comment_text">It goes silent.</pre></div></div>`;
  test.each([
    ['ASSIGNED', 'ASSIGNED'],
    ['ASSIGNED\n      (<a href="#add_comment">edit</a>)', 'ASSIGNED'],
    ['RESOLVED FIXED (<a href="#add_comment">edit</a>)', 'RESOLVED FIXED'],
  ])('reads the state of %s and who has it, without the links beside them', (printed, status) => {
    expect(values(read('bugzilla', 'https://bugs.example/show_bug.cgi?id=7', page(printed), { title: '7 – Gauge silent' }))).toMatchObject({
      status,
      assignee: 'Iain Muir',
      requester: { name: 'Morag Sinclair', email: 'morag@pilots.example' },
    });
  });
});

describe('FreeScout', () => {
  const page = (active: string, shown: string) =>
    `<div id="conv-layout"><ul class="conv-info"><li><div class="btn-group"><button class="conv-info-val"><span>${shown}</span></button><ul class="conv-user" style="display:none"><li ${active === '-1' ? 'class="active"' : ''}><a data-user_id="-1">Jeder</a></li><li ${active === '5' ? 'class="active"' : ''}><a data-user_id="5">Lisl Egger</a></li></ul></div></li></ul><div class="conv-subjtext"><span>Drehkreuz sperrt</span></div><div class="thread thread-type-customer"><div class="thread-body">Es bleibt zu.</div></div></div>`;
  test.each([
    ['5', 'Lisl Egger', 'Lisl Egger'],
    ['-1', 'Jeder', undefined],
  ])('nobody is assigned where the choice without a person is taken (%s)', (active, shown, assignee) => {
    expect(
      read('freescout', 'https://desk.example/conversation/8', page(active, shown), { attributes: 'data-conversation_id="8"' })?.fields.assignee
        ?.value,
    ).toBe(assignee);
  });
});

describe('UVdesk', () => {
  const list = (kind: string, id: string, value: string) =>
    `<div class="uv-aside-select"><label>x</label><div><span class="uv-aside-select-value" data-id="${id}">${value}</span><div style="display:none"><ul data-action="${kind}"><li>${value}</li></ul></div></div></div>`;
  test('lists are told by what they change, and hold nothing without a number', () => {
    const body = `<div class="uv-aside-customer-info"><span>Ornella Bassi</span><span>Ornella@scuola.example</span><span class="uv-customize"></span></div>${list('agent', '', 'Nessuno')}${list('priority', '3', 'Alta')}${list('status', '1', 'Aperto')}${list('group', '-- --', 'Nessuno')}
<div class="uv-ticket-head"><h1>Lettore spento</h1></div><div class="uv-ticket-strip"><span class="timeago" data-timestamp="1795507920">24-11-2026</span></div>
<div class="uv-ticket-main"><div class="uv-ticket-main-rt"><a class="uv-ticket-member-name" href="/member/customer/4">Ornella Bassi</a><div class="message">Non parte.</div></div></div>`;
    const found = values(read('uvdesk', 'https://desk.example/member/ticket/view/58', body, { title: '#58 Lettore spento' }));
    expect(found).toMatchObject({
      status: 'Aperto',
      priority: 'Alta',
      createdAt: new Date(1795507920_000).toISOString(),
      requester: { name: 'Ornella Bassi', email: 'ornella@scuola.example' },
    });
    expect(found).not.toHaveProperty('assignee');
    expect(found).not.toHaveProperty('group');
  });
});

describe('Zammad', () => {
  const article = (sender: string) =>
    `<div class="ticket-article-item agent" data-id="1"><div class="article-content-meta top hide" style="display:none"><div class="article-meta-row"><div class="article-meta-key">Van</div><div class="article-meta-value">${sender}</div></div></div><div class="js-avatar">JB</div><div class="richtext-content">Er is een duiker onderweg.</div></div>`;
  const page = (sender: string, number = '31077') =>
    `<div class="content active"><h1 class="js-objectTitle">Sluisdeur</h1>Ticket#<span class="ticket-number js-objectNumber" data-number="Ticket#31077">${number}</span>${article(sender)}</div>`;
  test.each([
    ['Joris Blom', 'Joris Blom'],
    ['Joris Blom via Waterpost &lt;post@waterpost.example&gt;', 'Joris Blom'],
    ['Hilde Verbeek &lt;hilde@maas.example&gt;', 'Hilde Verbeek'],
  ])('who wrote stands in the folded head: %s', (sender, author) => {
    expect(read('zammad', 'https://desk.example/#ticket/zoom/7', page(sender))?.messages).toMatchObject([{ author, role: 'agent' }]);
  });
  test.each(['31077', 'Ticket#31077'])('the number is read without the word for it: %s', (number) => {
    expect(read('zammad', 'https://desk.example/#ticket/zoom/7', page('Joris Blom', number))?.fields.id?.value).toBe('31077');
  });
});

describe('osTicket', () => {
  test('an organisation is read without the number of its tickets', () => {
    const body = `<h2><a href="tickets.php?id=4">Ticket #204</a></h2><table class="ticket_info"><tr><td><table><tr><th>Organización:</th><td><i class="icon-building"></i> Lonja del Sur <a href="tickets.php?orgid=5">(<b>6</b>)</a><div style="display:none">2 tickets</div></td></tr></table></td></tr></table>`;
    expect(read('osticket', 'https://desk.example/scp/tickets.php?id=4', body)?.fields.organization?.value).toBe('Lonja del Sur');
  });
});

describe('Chatwoot', () => {
  const message = (i: number, who: string, at: string, text: string, lock = '') =>
    `<div id="message${i}" data-message-id="${i}" class="flex w-full"><div><span class="text-xs">${who}</span><div class="text-sm"><p>${text}</p></div><div class="text-[11px]"><div class="inline"><time class="inline">${at}</time></div>${lock}</div></div></div>`;
  const page = (email: string) =>
    `<main><div class="conversation--header--actions"></div><ul>${message(1, 'Beatrix Olsen', 'Nov 24, 9:12 AM', 'The app took the money twice.')}${message(2, 'Hugo Lind', 'Nov 24, 9:31 AM', 'Could you send me the hour of the payment?')}${message(3, 'Hugo Lind', 'Nov 25, 10:05 AM', 'The refund needs the approval of finance.', '<span class="i-lucide-lock-keyhole size-3"></span>')}</ul>
<div class="p-4"><div class="flex"><div class="gap-3"><h3 title="Click to edit">Beatrix Olsen <span class="i-lucide-pencil"></span></h3><div><a href="/app/accounts/3/contacts/8" target="_blank"></a></div></div><div>${email}</div></div></div></main>`;
  const url = 'https://chat.example/app/accounts/3/conversations/26';

  test.each([
    ['<a href="mailto:beatrix@olsen.example">beatrix@olsen.example</a>', { name: 'Beatrix Olsen', email: 'beatrix@olsen.example' }],
    ['<span>Not available</span>', { name: 'Beatrix Olsen' }],
  ])('whoever asked stands beside the link to the contact: %s', (email, requester) => {
    expect(read('chatwoot', url, page(email))?.fields.requester?.value).toEqual(requester);
  });
  test('a note is told by its lock', () => {
    expect(read('chatwoot', url, page(''))?.messages.map(({ internal }) => internal)).toEqual([false, false, true]);
  });
});
