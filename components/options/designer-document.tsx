/** The design document: a preview, and what can be taken away. */
import type { Block } from '../../lib/designer/design-document.ts';
import { languageName } from '../../lib/designer/wording.ts';
import type { DesignerPageProps } from './designer-model.ts';

export function DesignDocument({ t, document, onLanguage, onExport }: DesignerPageProps) {
  if (!document) return null;
  return (
    <div class="design-document">
      <div class="actions">
        <label>
          {t('design.document.language')}{' '}
          <select value={document.language} onChange={(event) => onLanguage(event.currentTarget.value)}>
            {document.languages.map((one) => (
              <option key={one} value={one}>
                {languageName(one, t)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => onExport('markdown')}>
          {t('design.document.markdown')}
        </button>
        {(['html', 'print', 'copy', 'policy'] as const).map((kind) => (
          <button key={kind} type="button" class="button" onClick={() => onExport(kind)}>
            {t(`design.document.${kind}`)}
          </button>
        ))}
      </div>
      <p class="quiet">{t('design.document.checklistHelp')}</p>
      <article class="paper" lang={document.language} aria-label={t('design.document.preview')}>
        {document.blocks.map((block, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- blocks have no name of their own
          <PreviewBlock key={at} block={block} />
        ))}
      </article>
    </div>
  );
}

/** Headings stand two levels lower than in the document, since the page has its own above them. */
const headings = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const;

function PreviewBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level];
      return <Heading>{block.text}</Heading>;
    }
    case 'text':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map(({ label, text, note }) => (
            <li key={`${label} ${text}`}>
              {label !== undefined && <b>{label}: </b>}
              {text} {note !== undefined && <small>({note})</small>}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- a wide table is scrolled with the keyboard
        <div class="wide" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, at) => (
                    <td key={block.head[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'checks':
      return (
        <ul class="checks">
          {block.items.map(({ text, done }) => (
            <li key={text}>
              <label>
                <input type="checkbox" checked={done} disabled />
                {text}
              </label>
            </li>
          ))}
        </ul>
      );
  }
}
