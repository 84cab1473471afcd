import { describe, expect, test } from 'vitest';
import { type DocumentId, lookAtTemplate } from '../../lib/documents/preview-template.ts';
import { defaultTemplates } from '../../lib/policy/default-templates.ts';

/** What is underlined, with the word that is offered for it. */
const marked = (id: DocumentId, text: string): string[][] =>
  lookAtTemplate(id, text).map(({ start, end, nearest }) => [
    start === undefined ? '' : text.slice(start, end),
    ...(nearest === undefined ? [] : [nearest]),
  ]);

describe('what is wrong with a template is known with its place', () => {
  test.each<[string, DocumentId, string, string[][]]>([
    ['an unknown name', 'internal', 'Ticket {{nummer}}', [['{{nummer}}']]],
    ['one that is nearly a known one', 'internal', 'a\nTo {{teir}} now', [['{{teir}}', '{{tier}}']]],
    [
      'every occurrence of it',
      'internal',
      '{{teir}} and {{ teir }}',
      [
        ['{{teir}}', '{{tier}}'],
        ['{{ teir }}', '{{tier}}'],
      ],
    ],
    [
      'a section, with its sign',
      'handoff',
      '{{#tryed}}x{{/tryed}}',
      [
        ['{{#tryed}}', '{{#tried}}'],
        ['{{/tryed}}', '{{/tried}}'],
      ],
    ],
    ['a name in another case', 'handoff', '{{ticketid}}', [['{{ticketid}}', '{{ticketId}}']]],
    ['a bracket that is nearly a place', 'internal', 'To [Tirr] with [ID]', [['[Tirr]', '[Tier]']]],
    ['a bracket of the document', 'handoff', 'For [Nmae/Account]', [['[Nmae/Account]', '[Name/Account]']]],
    ['a bracket in Vietnamese', 'internal', 'Chuyển đến [Người/Nhóm], [ID]', []],
    ['one that is nearly that', 'internal', 'Chuyển đến [Người/Nhom]', [['[Người/Nhom]', '[Người/Nhóm]']]],
    ['a bracket of one’s own', 'internal', 'See [our wiki page]', [['[our wiki page]']]],
    ['a link', 'internal', 'See [our wiki page](https://wiki.example)', []],
    ['what no template may do', 'handoff', 'x {{> all}}', [['{{> all}}']]],
    ['a raw value', 'handoff', 'x {{{summary}}}', [['{{{summary}}}']]],
    ['a path', 'handoff', 'x {{a.b}}', [['{{a.b}}']]],
    ['a section without an end', 'handoff', '{{#tried}}x', [['{{#tried}}']]],
    ['an end without a section', 'handoff', 'x {{/tried}}', [['{{/tried}}']]],
    ['a place without an end', 'handoff', 'x {{summary and more', [['{{summary']]],
    ['other brackets', 'handoff', 'x {{=<% %>=}}', [['{{=<% %>=}}']]],
    [
      'every kind at once, in the order of the text, and what goes on after it',
      'handoff',
      'a {{> all}} b {{nummer}} {{#tried}}{{summary\n{{{summary}}} {{/timeline}} [Nmae/Account]',
      [['{{> all}}'], ['{{nummer}}'], ['{{#tried}}'], ['{{summary'], ['{{{summary}}}'], ['{{/timeline}}'], ['[Nmae/Account]', '[Name/Account]']],
    ],
    ['a section that is left open inside another', 'handoff', '{{#tried}}{{#timeline}}x{{/tried}}', [['{{#timeline}}']]],
    ['what has no place', 'handoff', 'x'.repeat(20_001), [['']]],
    ['a place inside a comment', 'handoff', '{{! teir }}{{summary}}', []],
  ])('%s', (_, id, text, expected) => {
    expect(marked(id, text)).toEqual(expected);
  });

  test('line and column are counted from 1', () => {
    expect(lookAtTemplate('internal', 'a\nTo {{teir}}')).toMatchObject([{ line: 2, column: 4, severity: 'error' }]);
    expect(lookAtTemplate('internal', 'a [Tirr]')).toMatchObject([{ line: 1, column: 3, severity: 'warning', bracket: '[Tirr]' }]);
  });

  test.each(Object.entries(defaultTemplates).flatMap(([id, text]) => Object.entries(text).map(([language, one]) => [id, language, one] as const)))(
    'nothing is wrong with the built-in %s in %s',
    (id, _, text) => {
      expect(lookAtTemplate(id as DocumentId, text)).toEqual([]);
    },
  );
});
