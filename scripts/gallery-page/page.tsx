/** The gallery in the browser: one example by its address, or a list of all of them. */
import { render } from 'preact';
import type { Examples } from '../../components/ui/example.ts';
import { languages } from '../../lib/text.ts';

const files = import.meta.glob<Record<string, Examples>>('../../components/**/*.examples.tsx', { eager: true });
const groups = Object.values(files).flatMap((file) => Object.values(file));
const asked = new URLSearchParams(location.search);

declare global {
  /** For the script that takes the screenshots. */
  var galleryList: readonly { readonly name: string; readonly widths: readonly number[]; readonly press: readonly string[] }[];
  /** Puts one example in the place of the one before. */
  var showExample: (name: string, language: string) => void;
}
globalThis.galleryList = groups.flatMap(({ group, examples, widths }) =>
  examples.map((example) => ({ name: `${group}/${example.name}`, widths, press: example.press ?? [] })),
);

const calmPage = 'html { background: light-dark(#d9dee5, #2b3038); color-scheme: light dark; }';
/** None of this may reach the panel. The backdrop is the same, so that the two pictures can be compared. */
const hostilePage = `* { all: unset !important; font-size: 40px !important; line-height: 4 !important; letter-spacing: 3px !important; direction: rtl !important; }
  head, head *, script { display: none !important; } :root { background: light-dark(#d9dee5, #2b3038) !important; color-scheme: light dark !important; }`;

let endShown = (): void => render(null, document.body);
globalThis.showExample = showOne;
const wanted = asked.get('example');
if (wanted) showOne(wanted, asked.get('language') ?? 'en');
else if (!asked.has('bare')) render(<List />, document.body);
document.documentElement.dataset.ready = 'true';

function showOne(name: string, language: string): void {
  const group = groups.find((known) => name.startsWith(`${known.group}/`));
  const example = group?.examples.find((known) => `${group.group}/${known.name}` === name);
  if (!group || !example) {
    document.body.textContent = `There is no example "${name}".`;
    return;
  }
  endShown();
  scrollTo(0, 0);
  document.documentElement.lang = language;
  document.title = name;
  const host = document.createElement('div');
  host.id = 'example';
  document.body.append(host);
  const added: Element[] = [host];
  const styled = (css: string, place: Node): void => {
    const style = document.createElement('style');
    style.textContent = css;
    place.appendChild(style);
    if (place === document.head) added.push(style);
  };
  let root: Element = host;
  if (group.mount === 'page') styled(group.css, document.head);
  else {
    styled(asked.has('hostile') ? hostilePage : calmPage, document.head);
    const shadow = host.attachShadow({ mode: 'open' });
    styled(group.css, shadow);
    root = document.createElement('div');
    shadow.append(root);
  }
  render(example.show(language), root);
  endShown = () => {
    render(null, root);
    for (const element of added) element.remove();
  };
}

function List() {
  const language = asked.get('language') ?? 'en';
  const scheme = asked.get('scheme') ?? 'light';
  const width = Number(asked.get('width') ?? 420);
  const link = (change: Record<string, string>): string =>
    `?${new URLSearchParams({ language, scheme, width: String(width), ...change }).toString()}`;
  return (
    <main style={{ font: '14px/1.5 system-ui, sans-serif', padding: '16px' }}>
      <h1>Handrail gallery</h1>
      <p>
        {languages.map((known) => (
          <a key={known} href={link({ language: known })}>
            {known}{' '}
          </a>
        ))}
        · <a href={link({ scheme: 'light' })}>light</a> <a href={link({ scheme: 'dark' })}>dark</a> · <a href={link({ width: '320' })}>320 px</a>{' '}
        <a href={link({ width: '420' })}>420 px</a> <a href={link({ width: '1100' })}>1100 px</a>
      </p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '16px' }}>
        {globalThis.galleryList.map(({ name }) => (
          <figure key={name} style={{ margin: 0 }}>
            <figcaption>
              <a href={`?example=${name}&language=${language}`}>{name}</a>
            </figcaption>
            <iframe
              loading="lazy"
              title={name}
              src={`?example=${name}&language=${language}`}
              style={{ width: `${width}px`, height: '820px', border: '1px solid #ccc', colorScheme: scheme }}
            />
          </figure>
        ))}
      </div>
    </main>
  );
}
