/** What is copied or inserted arrives: every target read back from the clipboard and pasted into real editors, with undo. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/build.ts';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
/** ProseMirror as products use it, with the smallest undo: each change of the document can be taken back. */
const proseMirror = `
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { schema } from 'prosemirror-schema-basic';
const done = [];
const view = new EditorView(document.getElementById('editor'), {
  state: EditorState.create({ schema }),
  dispatchTransaction(change) {
    if (change.docChanged && !change.getMeta('undo')) done.push(view.state);
    view.updateState(view.state.apply(change));
  },
  handleKeyDown(_view, event) {
    if (event.key.toLowerCase() !== 'z' || !event.ctrlKey) return false;
    while (done.length) view.updateState(done.pop());
    return true;
  },
});
window.editorText = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\\n');
`;

const editors = {
  textarea: { composer: '<textarea id="editor" rows="10"></textarea>', focus: '#editor' },
  contenteditable: { composer: '<div id="editor" contenteditable="true" role="textbox" style="min-height: 90px"></div>', focus: '#editor' },
  ProseMirror: { composer: '<style>.ProseMirror { white-space: pre-wrap; min-height: 90px }</style><div id="editor"></div>', focus: '.ProseMirror' },
  CKEditor: { composer: '<div id="editor"></div>', focus: '.ck-content' },
};
type Editor = keyof typeof editors;

/** CKEditor 5 as published, with the features of a reply field. */
const ckEditor = `
const { ClassicEditor, Essentials, Paragraph, Bold, Italic, Link, List, Heading } = CKEDITOR;
ClassicEditor.create(document.getElementById('editor'), {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold, Italic, Link, List, Heading],
  toolbar: ['bold', 'italic'],
});
`;
const ckEditorFile = join(root, 'node_modules/ckeditor5/dist/browser/ckeditor5.umd.js');

let launched: Launched;
let page: Page;
let panel: ClosedPanel;
let bundled: string;

beforeAll(async () => {
  const work = mkdtempSync(join(root, 'node_modules/.editor-'));
  try {
    const entry = join(work, 'editor.js');
    writeFileSync(entry, proseMirror);
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      root: work,
      build: { write: false, minify: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
    });
    const outputs = Array.isArray(built) ? built : [built];
    bundled = outputs.flatMap((one) => ('output' in one ? one.output.map((part) => ('code' in part ? part.code : '')) : [])).join('\n');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  launched = await launchChromium({ hosts: ['https://desk.example/*', 'http://desk.example/*'], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
});
afterAll(() => launched?.close());

async function open(editor: Editor, address = url): Promise<void> {
  const script =
    editor === 'ProseMirror'
      ? `<script type="module">${bundled.replaceAll('</script', '<\\/script')}</script>`
      : editor === 'CKEditor'
        ? `<script src="/ckeditor.js"></script><script>${ckEditor}</script>`
        : '';
  await servePage(launched.context, address, ticketPage({ composer: editors[editor].composer + script }));
  await launched.context.route('https://desk.example/ckeditor.js', (route) => route.fulfill({ path: ckEditorFile, contentType: 'text/javascript' }));
  await page.goto(address);
  await page.locator(editors[editor].focus).waitFor();
  await panelShown(page);
  panel = await ClosedPanel.of(page);
  await panel.says('lawyer');
}
const content = (editor: Editor): Promise<string> =>
  page.evaluate((kind) => {
    if (kind === 'ProseMirror') return (globalThis as unknown as { editorText(): string }).editorText();
    const element = document.querySelector<HTMLTextAreaElement>(kind === 'CKEditor' ? '.ck-content' : '#editor');
    return kind === 'textarea' ? (element?.value ?? '') : (element?.innerText ?? '');
  }, editor);
/** Editors differ in how they break lines; the words and their order must be the same. */
const folded = (text: string): string => withoutFillers(text).replace(/\s+/g, ' ').trim();
/** CKEditor keeps word joiners where the caret stands. */
const withoutFillers = (text: string): string => text.replaceAll('\u2060', '');
const clipboard = () =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '');
    return { plain: await read('text/plain'), html: await read('text/html'), markdown: await read('web text/markdown') };
  });

const targets: readonly { name: string; tab: string; more?: string; button: string; starts: string }[] = [
  { name: 'the handoff in all flavours', tab: 'Handoff', button: 'Copy handoff', starts: '# Escalation Handoff Document' },
  { name: 'the handoff as Markdown', tab: 'Handoff', more: 'More', button: 'Copy as Markdown', starts: '# Escalation Handoff Document' },
  { name: 'the handoff as text', tab: 'Handoff', more: 'More', button: 'Copy as plain text', starts: 'Escalation Handoff Document' },
  { name: 'a message', tab: 'Message', button: 'Copy message', starts: '' },
];

async function copyTarget({ tab, more, button }: (typeof targets)[number]): Promise<void> {
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await panel.click(tab);
  if (more) await panel.click(more);
  await panel.click(button);
  await panel.says('Copied');
}

describe.each(Object.keys(editors) as Editor[])('into a %s', (editor) => {
  test.each(targets)('$name is copied, read back and pasted', async (target) => {
    await open(editor);
    await copyTarget(target);
    const { plain, html, markdown } = await clipboard();
    expect(plain.startsWith(target.starts)).toBe(true);
    expect(plain.length).toBeGreaterThan(80);
    const all = target.button === 'Copy handoff';
    expect([html.includes('<h1>Escalation Handoff Document</h1>'), html === '', markdown === plain]).toEqual([all, !all, all]);
    await page.locator(editors[editor].focus).click();
    await page.keyboard.press('Control+V');
    const pasted = async (): Promise<string> => folded(await content(editor));
    const rich = html !== '' && editor !== 'textarea';
    // rich editors take the formatted flavour, whose words begin the same
    await expect.poll(async () => (rich ? (await pasted()).slice(0, 28) : pasted())).toBe(rich ? 'Escalation Handoff Document ' : folded(plain));
    expect(await pasted()).toContain(target.tab === 'Handoff' ? 'Ana Silva' : folded(plain).slice(0, 40));
  });

  test.each([
    ['the handoff as a note', 'Handoff', 'Insert'],
    ['a message as a reply', 'Message', 'Insert'],
  ])('%s is inserted behind what is there, and one undo takes it away', async (_what, tab, button) => {
    await open(editor);
    await page.locator(editors[editor].focus).click();
    await page.keyboard.type('Mine. ');
    await panel.click(tab);
    await panel.click(button);
    await panel.says('Inserted');
    await expect.poll(async () => folded(await content(editor))).toMatch(/^Mine\. ?\S/);
    const inserted = await content(editor);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    if (tab === 'Handoff') await panel.click('More');
    await panel.click(tab === 'Handoff' ? 'Copy as plain text' : 'Copy message');
    await panel.says('Copied');
    const { plain } = await clipboard();
    expect(folded(inserted)).toBe(folded(`Mine. ${plain}`));
    // paragraphs stay paragraphs
    expect(inserted.trim().split('\n').filter(Boolean).length).toBe(
      plain
        .trim()
        .split('\n')
        .filter((line) => line.trim()).length,
    );
    await page.locator(editors[editor].focus).focus();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => folded(await content(editor))).toMatch(/^(Mine\.)?$/);
  });
});

test('copying works where a page without https has no clipboard of its own', async () => {
  await open('textarea', 'http://desk.example/ticket/77');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await panel.click('Handoff');
  await panel.click('Copy handoff');
  await panel.says('Copied');
  await page.locator('#editor').click();
  await page.keyboard.press('Control+V');
  await expect.poll(() => content('textarea')).toMatch(/^# Escalation Handoff Document/);
});
