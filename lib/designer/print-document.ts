/** The design document for files: Markdown, and a page of its own that prints well. */
import { escapeHtml, escapeMarkdown } from '../documents/markup.ts';
import type { Block } from './design-document.ts';

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** @returns Markdown (CommonMark with tables and task lists). Values of people are escaped, texts to copy stand in fences. */
export function printMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownBlock).join('\n\n')}\n`;
}

const inline = (text: string): string => escapeMarkdown(oneLine(text), false);

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`;
    case 'text':
      return escapeMarkdown(oneLine(block.text));
    case 'list':
      return block.items
        .map(
          ({ label, text, note }) =>
            `- ${label === undefined ? escapeMarkdown(oneLine(text)) : `${inline(label)}: ${inline(text)}`}${note === undefined ? '' : ` *(${inline(note)})*`}`,
        )
        .join('\n');
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((row, at) => `| ${row.map((cell) => (at === 1 ? cell : inline(cell))).join(' | ')} |`)
        .join('\n');
    case 'code': {
      const longest = Math.max(2, ...[...block.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return `${fence}${block.language === 'markdown' ? 'markdown' : ''}\n${block.text}\n${fence}`;
    }
    case 'checks':
      return block.items.map(({ text, done }) => `- [${done ? 'x' : ' '}] ${inline(text)}`).join('\n');
  }
}

/** A whole page without scripts, for the printer and for people without a Markdown reader. */
export function printHtml(blocks: readonly Block[], language: string): string {
  const title = blocks.find((block) => block.kind === 'heading');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title?.text ?? '')}</title>
<style>
body { font: 15px/1.55 system-ui, sans-serif; color: #16202c; max-width: 46em; margin: 2em auto; padding: 0 1.2em; }
h1 { font-size: 1.7em } h2 { font-size: 1.25em; margin-top: 2em; border-bottom: 1px solid #d9dee6; padding-bottom: .2em } h3 { font-size: 1.05em; margin-top: 1.4em } h4 { font-size: 1em; margin-bottom: .3em }
table { border-collapse: collapse; width: 100%; font-size: .92em } th, td { border: 1px solid #d9dee6; padding: .4em .6em; text-align: start; vertical-align: top }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f5f7fa; border: 1px solid #d9dee6; border-radius: 6px; padding: .8em 1em; font: .88em/1.5 ui-monospace, Consolas, monospace }
li small { color: #55606e } ul.checks { list-style: none; padding-inline-start: 0 } tr, pre { break-inside: avoid } h2, h3, h4 { break-after: avoid }
@media print { body { margin: 0; max-width: none } }
</style>
</head>
<body>
${blocks.map(htmlBlock).join('\n')}
</body>
</html>
`;
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items
        .map(
          ({ label, text, note }) =>
            `<li>${label === undefined ? '' : `<strong>${escapeHtml(label)}</strong>: `}${escapeHtml(text)}${note === undefined ? '' : ` <small>(${escapeHtml(note)})</small>`}</li>`,
        )
        .join('\n')}\n</ul>`;
    case 'table':
      return `<table>\n<thead><tr>${block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>\n<tbody>\n${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
        .join('\n')}\n</tbody>\n</table>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'checks':
      return `<ul class="checks">\n${block.items.map(({ text, done }) => `<li>${done ? '☑' : '☐'} ${escapeHtml(text)}</li>`).join('\n')}\n</ul>`;
  }
}
