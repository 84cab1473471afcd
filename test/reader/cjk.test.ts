// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

/** A page without a single hook: names, times and short messages in neutral boxes, as component libraries draw them. */
function page(language: string, labels: readonly [string, string][], entries: readonly [string, string, string][], subject: string): Document {
  const row = ([label, value]: readonly [string, string]): string => `<div><div><span>${label}</span></div><div><span>${value}</span></div></div>`;
  const entry = ([author, time, text]: readonly [string, string, string]): string =>
    `<div class="x1"><div><span class="x2">${author}</span><time datetime="${time}">${time}</time></div><div class="x3">${text}</div></div>`;
  return new DOMParser().parseFromString(
    `<html lang="${language}"><head><title>#4821 ${subject}</title></head><body><main><h1>${subject}</h1><div>${labels.map(row).join('')}</div><div>${entries.map(entry).join('')}</div><textarea></textarea></main></body></html>`,
    'text/html',
  );
}

describe('Chinese, Japanese and Korean say as much in fewer letters', () => {
  test.each([
    [
      'ja',
      [
        ['ステータス', 'オープン'],
        ['優先度', '高'],
        ['リクエスタ', '佐藤花子'],
        ['担当者', '田中一郎'],
      ],
      '請求書が届きません',
      ['請求書がまだ届いていません。', '確認いたします。お待ちください。', 'まだ届きません。早くお願いします。'],
      ['佐藤花子', '田中一郎'],
    ],
    [
      'zh-CN',
      [
        ['状态', '打开'],
        ['优先级', '高'],
        ['请求者', '王小明'],
        ['受理人', '李芳芳'],
      ],
      '发票还没有收到',
      ['我的发票还没有收到,请查询。', '我们正在查询,请您稍等一下。', '已经三天了,还是没有收到发票。'],
      ['王小明', '李芳芳'],
    ],
    [
      'ko',
      [
        ['상태', '열림'],
        ['우선순위', '높음'],
        ['요청자', '김민준'],
        ['담당자', '이서연'],
      ],
      '청구서가 오지 않습니다',
      ['청구서가 아직 오지 않았습니다.', '확인하고 있습니다. 기다려 주세요.', '아직도 청구서가 오지 않았어요.'],
      ['김민준', '이서연'],
    ],
  ] as const)('%s: the conversation is found with its authors', (language, labels, subject, [first, answer, again], [customer, agent]) => {
    const entries = [
      [customer, '2026-11-20T09:00:00Z', first],
      [agent, '2026-11-20T10:00:00Z', answer],
      [customer, '2026-11-23T09:00:00Z', again],
    ] as const;
    const doc = page(language, labels as unknown as [string, string][], entries as unknown as [string, string, string][], subject);
    const result = readPage(doc, { url: 'https://desk.example/tickets/4821', zone: 'UTC', now: Date.parse('2026-11-24T09:00:00Z') });
    expect(result?.snapshot.messages.map(({ author, role, text }) => ({ author, role, text }))).toEqual([
      { author: customer, role: 'customer', text: first },
      { author: agent, role: 'agent', text: answer },
      { author: customer, role: 'customer', text: again },
    ]);
    expect(result?.snapshot.fields.requester?.value.name).toBe(customer);
    expect(result?.snapshot.fields.statusKind?.value).toBe('open');
  });
});

test('a label is never the value of another label', () => {
  const doc = page(
    'en',
    [
      ['Status', 'Priority'],
      ['Priority', 'High'],
      ['Requester', 'Ana Silva'],
    ],
    [
      ['Ana Silva', '2026-11-20T09:00:00Z', 'My parcel has not arrived yet, where is it now?'],
      ['Tom Reed', '2026-11-20T10:00:00Z', 'I am asking the carrier and will come back to you.'],
    ],
    'Parcel lost',
  );
  const result = readPage(doc, { url: 'https://desk.example/tickets/4821', zone: 'UTC', now: Date.parse('2026-11-24T09:00:00Z') });
  expect(result?.snapshot.fields.status?.value).toBeUndefined();
});
