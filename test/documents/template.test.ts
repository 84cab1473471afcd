import { describe, expect, test } from 'vitest';
import { escapeMarkdown, printMarkup, textToHtml } from '../../lib/documents/markup.ts';
import { checkTemplate, renderTemplate, templateLimits } from '../../lib/documents/template.ts';

const plain = (value: string) => value;

describe('templates as data', () => {
  test('fill places, lists and conditions', () => {
    const template = 'Hello {{name}}.\n{{#items}}\n{{n}}. {{text}}\n{{/items}}\n{{^items}}\nnothing\n{{/items}}\n';
    expect(
      renderTemplate(
        template,
        {
          name: 'Mai',
          items: [
            { n: 1, text: 'a' },
            { n: 2, text: 'b' },
          ],
        },
        plain,
      ),
    ).toEqual({
      ok: true,
      text: 'Hello Mai.\n1. a\n2. b\n',
    });
    expect(renderTemplate(template, { name: 'Mai', items: [] }, plain)).toEqual({ ok: true, text: 'Hello Mai.\nnothing\n' });
  });

  test.each([
    ['{{constructor}}', ''],
    ['{{toString}}', ''],
    ['{{#constructor}}x{{/constructor}}', ''],
    ['{{hasOwnProperty}}', ''],
  ])('%s reaches no prototype', (template, text) => {
    expect(renderTemplate(template, { a: 'x' }, plain)).toEqual({ ok: true, text });
  });

  test.each([
    ['{{a.constructor.name}}', 'name'],
    ['{{__proto__}}', 'name'],
    ['{{.}}', 'name'],
    ['{{{a}}}', 'raw'],
    ['{{&a}}', 'raw'],
    ['{{> other}}', 'partial'],
    ['{{=<% %>=}}<%a%>', 'delimiters'],
    ['{{#a}}', 'syntax'],
    ['{{/a}}', 'syntax'],
    ['{{a', 'syntax'],
    ['{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}x{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}', 'too-deep'],
    ['x'.repeat(templateLimits.characters + 1), 'too-long'],
  ])('%.30s is refused as %s', (template, code) => {
    const answer = renderTemplate(template, { a: 'x' }, plain);
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(checkTemplate(template)).toMatchObject([{ code }]);
  });

  test('a template that multiplies lists ends at the limit instead of running on', () => {
    const a = Array.from({ length: 100 }, () => ({ t: 'x'.repeat(50) }));
    expect(renderTemplate('{{#a}}{{#a}}{{#a}}{{t}}{{/a}}{{/a}}{{/a}}', { a }, plain)).toEqual({ ok: false, problem: { code: 'too-much-output' } });
  });

  test('names a document does not fill are reported when the policy is checked', () => {
    expect(checkTemplate('{{summary}} {{#timeline}}{{att}}{{/timeline}}', new Set(['summary', 'timeline', 'at']))).toEqual([
      { code: 'unknown-name', name: 'att' },
    ]);
  });
});

describe('values cannot change the structure', () => {
  const template = '# Title\n\n- **Name**: {{name}}\n\n## Text\n{{text}}\n\n## List\n{{#list}}\n{{n}}. {{item}}\n{{/list}}\n';
  const hostile = [
    '# heading',
    '- item',
    '1. item',
    '> quote',
    '```\ncode',
    '---',
    '**bold** and _em_',
    '[link](javascript:alert(1))',
    '![img](x)',
    '[ref]: http://x.example',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a\n\n## Injected heading\n\n- injected item',
    '{{name}} {{#list}}x{{/list}}',
    '| a | b |\n|---|---|',
    '&lt;b&gt; &#60;',
    '\uE0000\uE001',
    'Setext\n===',
  ];

  test.each(hostile)('HTML: %j', (value) => {
    const answer = printMarkup(template, { name: value, text: value, list: [{ n: 1, item: value }] }, 'html');
    expect(answer.ok).toBe(true);
    if (!answer.ok) return;
    const tags = [...answer.text.matchAll(/<(\/?\w+)/g)].map((m) => m[1]).filter((t) => t !== 'br');
    expect(tags).toEqual(['h1', '/h1', 'ul', 'li', 'strong', '/strong', '/li', '/ul', 'h2', '/h2', 'p', '/p', 'h2', '/h2', 'ol', 'li', '/li', '/ol']);
  });

  test.each(hostile)('Markdown: %j', (value) => {
    const answer = printMarkup(template, { name: value, text: value, list: [{ n: 1, item: value }] }, 'markdown');
    expect(answer.ok).toBe(true);
    if (!answer.ok) return;
    const lines = answer.text.split('\n');
    expect(lines.filter((l) => /^#{1,6} /.test(l))).toEqual(['# Title', '## Text', '## List']);
    expect(lines.filter((l) => /^\s*[-*+] /.test(l))).toHaveLength(1);
    expect(lines.filter((l) => /^\s*\d+[.)] /.test(l))).toHaveLength(1);
    expect(answer.text).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|^(?:```|>|---|===|\|)/m);
  });

  test('plain text carries the value as it is, without signs of Markdown', () => {
    const answer = printMarkup(template, { name: 'A_b *c*', text: 'one\ntwo', list: [{ n: 1, item: 'x\ny' }] }, 'text');
    expect(answer).toEqual({ ok: true, text: 'Title\n\n- Name: A_b *c*\n\nText\none\ntwo\n\nList\n1. x y\n' });
  });

  test('ordinary text is left readable in Markdown', () => {
    expect(escapeMarkdown('Refund of $480 for order #7781, snake_case, mai.tran@x.example (2.5 %)')).toBe(
      'Refund of $480 for order #7781, snake_case, mai.tran@x.example (2.5 %)',
    );
  });
});

test('a message becomes paragraphs and line breaks, and no other tag', () => {
  expect(textToHtml('Hi <b>Mai</b>,\r\n\r\none\ntwo & "three"\n')).toBe(
    '<p>Hi &#60;b&#62;Mai&#60;/b&#62;,</p>\n<p>one<br>two &#38; &#34;three&#34;</p>',
  );
});
