/**
 * One filled template, printed for three targets. The structure comes from the template alone: values stand aside as marked places
 * while it is read, and enter each target escaped for it. So no ticket text can add a heading, a list item, a link or a tag.
 */
import { renderTemplate, type TemplateData, type TemplateProblem } from './template.ts';

export type DocumentTarget = 'markdown' | 'text' | 'html';

/** A text of the product itself, such as a placeholder: its brackets stay as they are. */
export interface OwnText {
  readonly own: string;
}

export type MarkupData = { readonly [name: string]: string | number | boolean | undefined | OwnText | readonly MarkupData[] };

const opening = '\uE000';
const closing = '\uE001';
const place = /\uE000(\d+)\uE001/g;

/** Controls and direction overrides that could make a line read otherwise than it is stored. */
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000\uE001]/g;

/** Fills a Markdown template for a target; `problem` when the template is outside the limits. */
export function printMarkup(
  template: string,
  data: MarkupData,
  target: DocumentTarget,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem } {
  const values: (string | OwnText)[] = [];
  const aside = (value: string | OwnText): string => {
    values.push(value);
    return `${opening}${values.length - 1}${closing}`;
  };
  const rendered = renderTemplate(template.replace(/[\uE000\uE001]/g, ''), withPlaces(data, aside), (marked) => marked);
  if (!rendered.ok) return rendered;
  const skeleton = tidy(rendered.text);
  const value = (index: string): string | OwnText => values[Number(index)] ?? '';
  if (target === 'markdown') return { ok: true, text: toMarkdown(skeleton, value) };
  return { ok: true, text: target === 'html' ? toHtml(skeleton, value) : toText(skeleton, value) };
}

function withPlaces(data: MarkupData, aside: (value: string | OwnText) => string): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]): [string, TemplateData[string]] => {
      if (Array.isArray(value)) return [name, value.map((item: MarkupData) => withPlaces(item, aside))];
      if (typeof value === 'string') return [name, value === '' ? '' : aside(value)];
      if (typeof value === 'object') return [name, aside(value as OwnText)];
      return [name, value];
    }),
  );
}

/** One blank line at most between blocks, none at the end. */
function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

const textOf = (value: string | OwnText): string =>
  (typeof value === 'string' ? value : value.own).replace(/\r\n?/g, '\n').replace(invisible, '').trim();
const fold = (text: string): string => text.replace(/\s+/g, ' ');

/** What stands before a place on its line decides whether its value may run over several lines. */
const aloneOnLine = /^\uE000\d+\uE001$/;
/** A value here would be read as the start of a block. */
const blockStart = /^\s*(?:[-*+]|\d+[.)])?\s*$/;

function toMarkdown(skeleton: string, value: (index: string) => string | OwnText): string {
  return skeleton
    .split('\n')
    .map((line) => {
      const alone = aloneOnLine.test(line);
      return line.replace(place, (_, index: string, at: number) => {
        const found = value(index);
        if (typeof found !== 'string') return textOf(found);
        const text = alone ? textOf(found).replace(/\n{2,}/g, '\n\n') : fold(textOf(found));
        const starts = blockStart.test(line.slice(0, at));
        return text
          .split('\n')
          .map((part, n) => escapeMarkdown(part.trim(), starts || n > 0))
          .join('\n');
      });
    })
    .join('\n');
}

/** Text made inert in Markdown. @param starts the text stands where a block could begin. */
export function escapeMarkdown(text: string, starts = true): string {
  const inline = text
    .replace(/[\\`*[\]<|~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
  if (!starts) return inline;
  return inline.replace(/^([#>+=-])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Text made inert in HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function toText(skeleton: string, value: (index: string) => string | OwnText): string {
  return skeleton
    .split('\n')
    .map((line) => {
      const alone = aloneOnLine.test(line);
      const bare = line.replace(/^#{1,6} /, '').replace(/\*\*(.+?)\*\*/g, '$1');
      return bare.replace(place, (_, index: string) => (alone ? textOf(value(index)) : fold(textOf(value(index)))));
    })
    .join('\n');
}

function toHtml(skeleton: string, value: (index: string) => string | OwnText): string {
  const out: string[] = [];
  let list: 'ul' | 'ol' | undefined;
  const leave = () => {
    if (list) out.push(`</${list}>`);
    list = undefined;
  };
  const inline = (text: string, keepLines: boolean) =>
    escapeHtml(text)
      .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
      .replace(place, (_, index: string) => {
        const found = textOf(value(index));
        return keepLines ? escapeHtml(found).replace(/\n/g, '<br>') : escapeHtml(fold(found));
      });
  for (const line of skeleton.split('\n')) {
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const item = /^\s*(?:([-*+])|\d+[.)]) (.*)$/.exec(line);
    if (item) {
      const wanted = item[1] ? 'ul' : 'ol';
      if (list !== wanted) {
        leave();
        list = wanted;
        out.push(`<${wanted}>`);
      }
      out.push(`<li>${inline(item[2] ?? '', false)}</li>`);
      continue;
    }
    leave();
    if (heading) {
      const level = heading[1]?.length ?? 1;
      out.push(`<h${level}>${inline(heading[2] ?? '', false)}</h${level}>`);
    } else if (line.trim() !== '') out.push(`<p>${inline(line, aloneOnLine.test(line))}</p>`);
  }
  leave();
  return out.join('\n');
}

/** A plain text as HTML for the clipboard: paragraphs and line breaks, nothing else. */
export function textToHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}
