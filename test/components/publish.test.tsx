// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PublishPart, type PublishPartProps } from '../../components/options/publish-part.tsx';
import { pageTranslator } from '../../lib/extension-text.ts';

const t = pageTranslator('en');
const nothing = (): void => undefined;
const back = { to: 2, as: 4, changes: ['Targets › High › Resolution is now 6h, was 9h'], problems: [] };
const versions = [
  { version: 3, at: '26 Nov 2026, 10:00', rollout: 100, inUse: true },
  { version: 2, at: '20 Nov 2026, 10:00', rollout: 10, inUse: false },
];
let root: HTMLElement;

beforeEach(() => document.body.append((root = document.createElement('main'))));
afterEach(() => {
  render(null, root);
  root.remove();
});

async function show(more: Partial<PublishPartProps> = {}): Promise<void> {
  const props: PublishPartProps = {
    t,
    name: 'Acme support',
    drafted: false,
    version: 3,
    expires: '2027-05-25',
    said: [],
    refused: false,
    link: undefined,
    earlier: undefined,
    onSign: nothing,
    onMakeKeys: nothing,
    onPlain: nothing,
    onLink: nothing,
    ...more,
  };
  await act(() => render(<PublishPart {...props} />, root));
}
const earlier = (more: Partial<NonNullable<PublishPartProps['earlier']>> = {}): NonNullable<PublishPartProps['earlier']> => ({
  versions,
  back: undefined,
  onLook: nothing,
  onBack: nothing,
  onCancel: nothing,
  ...more,
});
const button = (words: string): HTMLButtonElement => {
  const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words);
  if (!found) throw new Error(`no button “${words}”`);
  return found;
};
const keyField = (): HTMLInputElement => root.querySelector('input[type=file]') as HTMLInputElement;

describe('signing', () => {
  test('without a key says what is missing and leads there', async () => {
    const onSign = vi.fn<PublishPartProps['onSign']>();
    await show({ onSign });
    await act(() => button('Sign and save').click());
    expect(onSign).not.toHaveBeenCalled();
    expect(root.querySelector('#key-chosen')?.textContent).toBe(t('sharing.publish.keyMissing'));
    expect(document.activeElement).toBe(keyField());
  });

  test('with a key signs the version that was suggested, and the chosen file is named', async () => {
    const onSign = vi.fn<PublishPartProps['onSign']>();
    await show({ onSign });
    const key = new File(['-----BEGIN PRIVATE KEY-----'], 'acme.key');
    Object.defineProperty(keyField(), 'files', { value: [key] });
    await act(() => void keyField().dispatchEvent(new Event('change', { bubbles: true })));
    expect(root.querySelector('#key-chosen')?.textContent).toBe('Chosen: acme.key');
    await act(() => button('Sign and save').click());
    expect(onSign.mock.calls).toEqual([[{ version: 3, expires: '2027-05-25', rollout: 100, key }]]);
  });

  test('a draft that is not published is told', async () => {
    await show();
    expect(root.textContent).not.toContain(t('sharing.publish.drafted'));
    await show({ drafted: true });
    expect(root.textContent).toContain(t('sharing.publish.drafted'));
  });
});

describe('going back', () => {
  test('every version but the one in use can be looked at', async () => {
    const onLook = vi.fn<(version: number) => void>();
    await show({ earlier: earlier({ onLook }) });
    expect([...root.querySelectorAll('.versions button')].map(({ textContent }) => textContent)).toEqual(['Go back to version 2…']);
    await act(() => button('Go back to version 2…').click());
    expect(onLook.mock.calls).toEqual([[2]]);
  });

  test('what it changes is read from its start, and used by a click only', async () => {
    const onBack = vi.fn<() => void>();
    await show({ earlier: earlier({ back, onBack }) });
    expect(document.activeElement?.textContent).toBe('What version 2 said, again as version 4');
    expect(root.textContent).toContain('Targets › High › Resolution is now 6h, was 9h');
    expect(onBack).not.toHaveBeenCalled();
    await act(() => button('Use it as version 4').click());
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('a version with problems says them and cannot be used', async () => {
    await show({ earlier: earlier({ back: { ...back, changes: [], problems: ['That version cannot be read any more.'] } }) });
    expect(root.textContent).toContain('That version cannot be read any more.');
    expect(() => button('Use it as version 4')).toThrow('no button');
  });
});
