// @vitest-environment happy-dom
import { type JSX, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleNow, examplePolicy, exampleZone, legalThreat, quiet, refundTicket } from '../../components/panel/example-data.ts';
import type { HandoffModel, MessagesModel, PanelActions, PanelProps } from '../../components/panel/models.ts';
import { keepPanelFocus } from '../../components/panel/focus-control.ts';
import { laterViews } from '../../components/panel/later-views.ts';
import { GuideTab } from '../../components/panel/guide-tab.tsx';
import { Rescued } from '../../components/panel/rescued.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { replayInput } from '../../components/panel/replay-input.ts';
import { translator } from '../../lib/text.ts';
import { toFieldRows } from '../../lib/guidance/field-rows.ts';
import type { Assessment } from '../../lib/guidance/assessment.ts';
import { viewDetails } from '../../lib/guidance/view-details.ts';
import { type ViewContext, toPanelView } from '../../lib/guidance/view.ts';

const handoff: HandoffModel = {
  tier: 4,
  markdown: '# Escalation Handoff Document',
  sections: [
    { id: 'summary', title: 'Issue summary', text: 'Refund missing', long: true, edited: true, required: true, filled: true },
    { id: 'tried', title: 'What has been tried', text: '', long: true, edited: false, required: true, filled: false, missing: 'Nothing was found.' },
  ],
};
const messages: MessagesModel = {
  choices: [{ id: 'acknowledgement', label: 'Acknowledgement', audience: 'customer' }],
  selected: 'acknowledgement',
  text: 'Hello',
  edited: true,
  warnings: [],
};

let root: ShadowRoot;
let container: HTMLElement;
let on: { [K in keyof PanelActions]-?: ReturnType<typeof vi.fn<NonNullable<PanelActions[K]>>> };

beforeEach(() => {
  const host = document.createElement('div');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  container = document.createElement('div');
  root.append(container);
  keepPanelFocus(container);
  on = new Proxy({} as typeof on, {
    get: (known, name: keyof PanelActions) => ((known as Record<string, unknown>)[name] ??= vi.fn<() => void>()),
  });
});
afterEach(() => {
  render(null, container);
  document.body.replaceChildren();
});

const viewOf = (assessment: Assessment, more: Partial<ViewContext> = {}) =>
  toPanelView(assessment, {
    language: 'en',
    now: exampleNow,
    zone: exampleZone,
    policy: examplePolicy,
    snapshot: refundTicket,
    details: viewDetails,
    ...more,
  });

async function show(props: Partial<PanelProps> = {}): Promise<void> {
  await act(() =>
    render(
      <Panel
        language="en"
        later={laterViews}
        view={viewOf(legalThreat)}
        tab="guide"
        collapsed={false}
        side="right"
        width={372}
        handoff={handoff}
        messages={messages}
        fields={toFieldRows(refundTicket, { language: 'en', now: exampleNow })}
        on={on}
        {...props}
      />,
      container,
    ),
  );
}

const find = <E extends HTMLElement = HTMLElement>(selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
};
function button(name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((known) => (known.getAttribute('aria-label') ?? known.textContent) === name);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}
/** What a person's click is; a page's script cannot make one. */
async function click(element: HTMLElement, isTrusted = true): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  await act(() => void element.dispatchEvent(event));
}
async function press(element: HTMLElement, key: string, isTrusted = true): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  await act(() => void element.dispatchEvent(event));
  return event;
}
/** Writes or chooses a value. */
async function enter(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string, isTrusted = true): Promise<void> {
  control.value = value;
  const event = new Event(control.localName === 'select' ? 'change' : 'input', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  await act(() => void control.dispatchEvent(event));
}

describe('what stays text', () => {
  const payloads = [
    '<img src=x onerror="globalThis.pwned=1">',
    '"><script>globalThis.pwned=1</script>',
    '<svg/onload=globalThis.pwned=1>',
    'javascript:globalThis.pwned=1//\'"',
    '{{constructor.constructor("globalThis.pwned=1")()}}',
    '<iframe srcdoc="<script>parent.pwned=1</script>">',
  ];

  test.each(payloads)('%s, wherever a stranger wrote it', async (payload) => {
    const snapshot = {
      ...refundTicket,
      fields: { ...refundTicket.fields, subject: { ...refundTicket.fields.subject!, value: payload } },
      customFields: { [payload]: { value: payload, from: 'heuristic', how: payload, sure: 0.6 } as const },
      messages: refundTicket.messages.map((message) => ({ ...message, author: payload, text: payload })),
      problems: [payload],
    };
    const assessment: Assessment = {
      ...legalThreat,
      priority: { raw: payload },
      reasons: [
        {
          ...legalThreat.reasons[0]!,
          rule: payload,
          title: payload,
          evidence: [{ kind: 'message', message: 2, start: 0, end: payload.length, text: payload }],
          trace: [{ text: payload, outcome: 'yes', actual: payload, missing: [], evidence: [] }],
        },
      ],
      steps: [{ id: payload, text: payload, kind: 'guidance', because: [payload] }],
      notices: [payload],
    };
    const policy = {
      ...examplePolicy,
      tiers: examplePolicy.tiers.map((tier) => ({ ...tier, name: payload })),
      criteria: [{ id: 'x', label: payload, help: payload }],
    };
    const hostile: Partial<PanelProps> = {
      view: viewOf(assessment, { snapshot, policy, helpdeskName: payload, prompting: 'hint' }),
      fields: toFieldRows(snapshot, { language: 'en', now: exampleNow }),
      handoff: { ...handoff, markdown: payload, sections: [{ ...handoff.sections[0]!, title: payload, text: payload, source: payload }] },
      messages: { ...messages, text: payload, warnings: [payload], choices: [{ id: 'acknowledgement', label: payload, audience: 'customer' }] },
      policyProblems: [payload],
      said: payload,
    };
    for (const tab of ['guide', 'handoff', 'message', 'check'] as const) {
      await show({ ...hostile, tab });
      expect(root.textContent).toContain(payload);
      expect(root.querySelectorAll('script, img, iframe, a, [onload], [onerror], [srcdoc]')).toHaveLength(0);
    }
    expect(globalThis).not.toHaveProperty('pwned');
  });
});

describe('events that a script made', () => {
  test.each<[string, Partial<PanelProps>, string, keyof PanelActions]>([
    ['copy the handoff', { tab: 'handoff' }, 'Copy handoff', 'onCopyHandoff'],
    ['insert the handoff', { tab: 'handoff' }, 'Insert as note', 'onInsertHandoff'],
    ['save the handoff', { tab: 'handoff' }, 'Save as file', 'onSaveHandoff'],
    ['copy a message', { tab: 'message' }, 'Copy message', 'onCopyMessage'],
    ['insert a message', { tab: 'message' }, 'Insert as reply', 'onInsertMessage'],
    ['mark', {}, 'Policy exception', 'onMark'],
    ['copy a notice', {}, 'Copy: Notify account manager', 'onStepAction'],
    [
      'withdraw',
      { view: viewOf(legalThreat, { escalations: [{ at: '2026-11-23T16:02:00+07:00', toTier: 4, state: 'escalated', source: 'ledger' }] }) },
      'Withdrawn',
      'onWithdrawn',
    ],
  ])('do not %s, a person’s click does', async (_, props, name, action) => {
    await show(props);
    await click(button(name), false);
    expect(on[action]).not.toHaveBeenCalled();
    await click(button(name));
    expect(on[action]).toHaveBeenCalledOnce();
  });

  // The browser answers a script's click on a box or its label with a change of its own, which is a trusted one.
  test.each<[string, Partial<PanelProps>, keyof PanelActions]>([
    ['tick a step', {}, 'onStep'],
    ['let Handrail ask the helpdesk', { tab: 'check', api: { allowed: false, refused: false, helpdesk: 'Zendesk', site: 'a.example' } }, 'onApi'],
  ])('do not %s, by no way round', async (_, props, action) => {
    await show(props);
    for (const target of ['input[type=checkbox]', 'label:has(input[type=checkbox])']) {
      const before = find<HTMLInputElement>('input[type=checkbox]').checked;
      for (const made of [new MouseEvent('click', { bubbles: true, cancelable: true }), new MouseEvent('click', { cancelable: true })]) {
        Object.defineProperty(made, 'isTrusted', { value: false });
        await act(() => void find(target).dispatchEvent(made));
        expect(made.defaultPrevented).toBe(true);
      }
      expect(find<HTMLInputElement>('input[type=checkbox]').checked).toBe(before);
    }
    expect(on[action]).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<PanelProps>, string, string, keyof PanelActions]>([
    ['an escalation', {}, 'I escalated this', '.form input', 'onEscalated'],
    ['a correction', { tab: 'check' }, 'Correct: Priority', 'dd input', 'onCorrect'],
  ])('do not save %s by Enter, a person’s Enter does', async (_, props, open, field, action) => {
    await show(props);
    await click(button(open));
    await enter(find<HTMLInputElement>(field), 'Low');
    expect((await press(find(field), 'Enter', false)).defaultPrevented).toBe(true);
    expect(on[action]).not.toHaveBeenCalled();
    await press(find(field), 'Enter');
    expect(on[action]).toHaveBeenCalledOnce();
  });

  test.each<[string, Partial<PanelProps>, string | undefined, string, keyof PanelActions]>([
    ['a message', { tab: 'message' }, undefined, 'textarea', 'onEditMessage'],
    ['a section of the handoff', { tab: 'handoff' }, 'Fill: What has been tried', 'textarea', 'onEditHandoff'],
    ['which message is shown', { tab: 'message' }, undefined, 'select', 'onMessage'],
  ])('do not write %s, a person’s typing does', async (_, props, open, field, action) => {
    await show(props);
    if (open) await click(button(open));
    await enter(find<HTMLTextAreaElement>(field), 'acknowledgement', false);
    expect(on[action]).not.toHaveBeenCalled();
    await enter(find<HTMLTextAreaElement>(field), 'acknowledgement');
    expect(on[action]).toHaveBeenCalledOnce();
  });

  describe('do nothing that lasts, also where the panel’s edge let them in:', () => {
    const t = translator('en');
    const escalated = viewOf(legalThreat, { escalations: [{ at: '2026-11-23T16:02:00+07:00', toTier: 4, state: 'escalated', source: 'ledger' }] });
    const api = { allowed: false, refused: false, helpdesk: 'Zendesk', site: 'a.example' };
    const received = { message: 1, confirmed: false, title: 'Handed over to Management', lines: [] };
    const later = laterViews;
    const view = () => viewOf(legalThreat);
    /** What shows or moves something, and no more. */
    const passing: ReadonlySet<string> = new Set(['onTab', 'onShow', 'onShowField', 'onMessage', 'onPrivacy', 'onPolicyUpdate', 'onBack']);
    const done = (): string[] => Object.entries(on).flatMap(([name, { mock }]) => (mock.calls.length && !passing.has(name) ? [name] : []));

    test.each<[string, () => JSX.Element, readonly string[]]>([
      ['the handoff', () => <later.HandoffTab model={handoff} language="en" t={t} on={on} />, ['Fill: What has been tried']],
      ['the messages', () => <later.MessageTab model={messages} t={t} on={on} />, []],
      [
        'what was read',
        () => <later.CheckView rows={toFieldRows(refundTicket, { language: 'en', now: exampleNow })} t={t} on={on} onBack={() => {}} api={api} />,
        ['Correct: Priority'],
      ],
      ['recording an escalation', () => <later.EscalateFlow view={view()} t={t} on={on} />, ['I escalated this']],
      ['putting it off', () => <later.EscalateFlow view={view()} t={t} on={on} />, ['Not now']],
      ['an escalation that was recorded', () => <later.HandoffState view={escalated} t={t} on={on} />, [t('escalate.bounced')]],
      ['reading a handoff back', () => <later.ReceivedHandoff model={received} t={t} on={on} />, ['Read back']],
      ['sending a handoff back', () => <later.ReceivedHandoff model={received} t={t} on={on} />, ['Bounce back']],
      [
        'a value that was pointed at',
        () => (
          <later.TeachQuestion
            question={{ label: 'Status', value: 'Open', stage: 'new' }}
            t={t}
            onAnswer={on.onTeachAnswer}
            onRetry={on.onTeachRetry}
          />
        ),
        [],
      ],
      ['the tour', () => <later.Tour t={t} onEnd={on.onTourEnd} />, []],
      ['the guide', () => <GuideTab {...({} as PanelProps)} language="en" view={view()} t={t} on={on} onCheck={() => {}} />, []],
      [
        'words that were left behind',
        () => <Rescued language="en" side="right" texts={[{ label: 'Message', text: 'Hello' }]} onCopy={on.onCopyMessage} onClose={on.onTourEnd} />,
        [],
      ],
    ])('%s', async (_, made, opened) => {
      await act(() => render(made(), container));
      /** Closed again by a script's Cancel, which is none of what lasts. */
      const open = async (): Promise<void> => {
        for (const name of opened) if (!root.querySelector('.form, .ask, textarea, dd input')) await click(button(name));
        for (const field of root.querySelectorAll<HTMLInputElement>('input[type=text]')) await enter(field, 'Words');
      };
      await open();
      const controls = [...root.querySelectorAll<HTMLElement>('button, input, select, textarea, label')];
      for (const control of controls) {
        await click(control, false);
        await press(control, 'Enter', false);
      }
      expect(done()).toEqual([]);
      // the same by a person does
      await open();
      for (const control of root.querySelectorAll<HTMLElement>('button:not([aria-expanded])')) await click(control);
      expect(done()).not.toEqual([]);
    });
  });
});

describe('the keyboard', () => {
  test('moves between tabs with arrows, and only the selected one is a tab stop', async () => {
    await show();
    const tabs = [...root.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    expect((await press(tabs[0]!, 'ArrowRight')).defaultPrevented).toBe(true);
    expect(on.onTab).toHaveBeenLastCalledWith('handoff');
    expect(root.activeElement).toBe(tabs[1]);
    await press(tabs[0]!, 'ArrowLeft');
    expect(on.onTab).toHaveBeenLastCalledWith('message');
    await press(tabs[0]!, 'End');
    expect(on.onTab).toHaveBeenLastCalledWith('message');
    expect((await press(tabs[0]!, 'x')).defaultPrevented).toBe(false);
  });

  test('resizes in steps, inside its limits, toward the middle of the window', async () => {
    await show({ width: 552 });
    await press(find('[role=separator]'), 'ArrowLeft');
    expect(on.onResize).toHaveBeenLastCalledWith(560);
    await press(find('[role=separator]'), 'ArrowRight');
    expect(on.onResize).toHaveBeenLastCalledWith(536);
    await press(find('[role=separator]'), 'Home');
    expect(on.onResize).toHaveBeenLastCalledWith(296);
    await show({ side: 'left', width: 372 });
    await press(find('[role=separator]'), 'ArrowRight');
    expect(on.onResize).toHaveBeenLastCalledWith(388);
  });

  describe('stays in the panel when its control goes away', () => {
    const held = () => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent;
    const settled = () => act(() => Promise.resolve());

    test('with "Correct", whose place the value takes, and with Enter, which saves it', async () => {
      await show({ tab: 'check' });
      button('Correct: Priority').focus();
      await click(button('Correct: Priority'));
      await settled();
      expect(root.activeElement?.tagName).toBe('INPUT');
      const field = find<HTMLInputElement>('dd input');
      await enter(field, 'Low');
      expect((await press(field, 'Enter')).defaultPrevented).toBe(true);
      await settled();
      expect(on.onCorrect).toHaveBeenCalledWith('priority', 'Low');
      expect(held()).toBe('Show: Priority');
    });

    test('with Escape, which gives up the correction and leaves the list open', async () => {
      await show({ tab: 'check' });
      button('Correct: Priority').focus();
      await click(button('Correct: Priority'));
      await settled();
      await press(find('dd input'), 'Escape');
      await settled();
      expect(on.onTab).not.toHaveBeenCalled();
      expect(on.onCorrect).not.toHaveBeenCalled();
      expect(held()).toBe('Show: Priority');
    });

    test('with an escalation that was recorded', async () => {
      await show();
      button('I escalated this').focus();
      await click(button('I escalated this'));
      find('.form input').focus();
      await press(find('.form input'), 'Enter');
      await settled();
      expect(on.onEscalated).toHaveBeenCalledWith({ tier: 4, agoMs: 0 });
      expect(find('section:has(.flow)').contains(root.activeElement)).toBe(true);
    });

    test('and goes to an editor that is opened to write in', async () => {
      await show({ tab: 'handoff' });
      await click(button('Fill: What has been tried'));
      expect(held()).toBe('What has been tried');
    });

    test('but not when the person had left for the page', async () => {
      await show({ tab: 'check' });
      await click(button('Correct: Priority'));
      const field = find<HTMLInputElement>('dd input');
      field.focus();
      await act(() => field.blur());
      await click(button('Cancel'));
      await settled();
      expect(root.activeElement).toBeNull();
    });
  });

  test('collapses with Escape and hands the focus to the edge tab, which hands it back', async () => {
    await show();
    find('[role=tab]').focus();
    await press(find('[role=tab]'), 'Escape');
    expect(on.onCollapse).toHaveBeenLastCalledWith(true);
    await show({ collapsed: true });
    expect(root.activeElement).toBe(find('.edge'));
    await click(find('.edge'));
    expect(on.onCollapse).toHaveBeenLastCalledWith(false);
    await show();
    expect(root.activeElement).toBe(button('Collapse'));
  });

  test('leaves "Check" with Escape instead of collapsing', async () => {
    await show({ tab: 'check' });
    await press(button('Back'), 'Escape');
    expect(on.onTab).toHaveBeenLastCalledWith('guide');
    expect(on.onCollapse).not.toHaveBeenCalled();
  });

  test('does not collapse on the Escape that ends a composition', async () => {
    await show({ tab: 'message' });
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, isComposing: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    await act(() => void find('textarea').dispatchEvent(event));
    expect(on.onCollapse).not.toHaveBeenCalled();
  });

  test('is never taken by the panel itself', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await show();
    await show({ view: viewOf({ ...legalThreat, tier: 2 }) });
    await show({ collapsed: true });
    await show({ tab: 'check' });
    expect(document.activeElement).toBe(field);
  });

  test('reaches a focused field by call when the guard kept the event from the page', async () => {
    await show({ tab: 'message' });
    const seenByPage = vi.fn<(event: Event) => void>();
    document.addEventListener('input', seenByPage);
    const text = find<HTMLTextAreaElement>('textarea');
    text.focus();
    text.value = 'Dear Mai';
    await act(() => void replayInput(root, new InputEvent('input', { inputType: 'insertText', data: 'i' })));
    expect(on.onEditMessage).toHaveBeenCalledWith('acknowledgement', 'Dear Mai');
    expect(seenByPage).not.toHaveBeenCalled();
  });

  test('tells the guard whether a key was used up', async () => {
    await show();
    find('[role=tab]').focus();
    expect(replayInput(root, new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }))).toBe(true);
    expect(replayInput(root, new KeyboardEvent('keydown', { key: 'Tab', cancelable: true }))).toBe(false);
  });
});

describe('the live region', () => {
  const spoken = (): string[] => [...root.querySelectorAll('[role=status] p')].map((line) => line.textContent ?? '');

  test('keeps its lines while the countdown runs, so that nothing is said', async () => {
    await show();
    const before = [...root.querySelectorAll('[role=status] p')];
    await show({ view: viewOf(legalThreat, { now: exampleNow + 5 * 60_000 }) });
    expect([...root.querySelectorAll('[role=status] p')]).toEqual(before);
  });

  test('adds a line for a new tier and for a crossed threshold', async () => {
    await show({ view: viewOf(quiet) });
    expect(spoken()).toEqual(['Tier 1: Keep it at Frontline']);
    await show();
    expect(spoken()).toEqual(['Tier 4: Escalate to Management now', 'Resolution: warning level reached']);
  });
});

describe('the escalation', () => {
  test('is recorded with tier, person and time', async () => {
    await show();
    await click(button('I escalated this'));
    const person = find<HTMLInputElement>('.form input');
    await enter(person, ' Lan ');
    const when = find<HTMLSelectElement>('.form label:last-of-type select');
    await enter(when, String(15 * 60_000));
    await click(button('Record'));
    expect(on.onEscalated).toHaveBeenCalledWith({ tier: 4, person: 'Lan', agoMs: 15 * 60_000 });
  });

  test('can be put off with a reason', async () => {
    await show();
    await click(button('Not now'));
    await click(button('Waiting for the customer'));
    expect(on.onNotNow).toHaveBeenCalledWith('waiting-for-customer');
  });

  test('is not offered when nothing is to be escalated', async () => {
    await show({ view: viewOf(quiet) });
    expect(() => button('I escalated this')).toThrow('There is no button');
  });
});

test('folds away what goes beyond the first reasons and steps, and shows it on demand', async () => {
  const reasons = ['a', 'b', 'c', 'd', 'e', 'f'].map((rule) => ({ ...legalThreat.reasons[0]!, rule, title: `Reason ${rule}` }));
  await show({ view: viewOf({ ...legalThreat, reasons }) });
  const folded = find('.why + details.more');
  expect(folded.querySelector('summary')?.textContent).toBe('2 more');
  expect(folded.textContent).toContain('Reason f');
  expect(folded.hasAttribute('open')).toBe(false);
});

describe('prompting', () => {
  test('"ask" hides the answer until the new hire has guessed', async () => {
    const view = viewOf(legalThreat, { prompting: 'ask' });
    await show({ view });
    expect(root.textContent).not.toContain('Escalate to Management now');
    expect(root.querySelector('.verdict')).toBeNull();
    expect(find('[role=tab]:nth-child(2)').textContent).toBe('Handoff');
    await show({ view, collapsed: true });
    expect(root.textContent).not.toMatch(/T4|Management/);
    await show({ view });
    await click(button('T2 Technical Support'));
    expect(on.onGuess).toHaveBeenCalledWith(2);
    await show({ view, guess: 2 });
    expect(find('.verdict').textContent).toContain('Escalate to Management now');
    expect(root.textContent).toContain('You guessed Tier 2');
  });

  test('"hint" says why each rule and step is there, "silent" does not', async () => {
    await show({ view: viewOf(legalThreat, { prompting: 'hint' }) });
    expect(root.textContent).toContain('Only management may answer');
    await show();
    expect(root.textContent).not.toContain('Only management may answer');
  });
});

test.each([
  ['the policy alone', undefined, 'ask', true],
  ['the person, against the policy', 'silent', 'ask', false],
  ['the person, where the policy says nothing', 'ask', undefined, true],
  ['nobody', undefined, undefined, false],
] as const)('prompting is chosen by %s', async (_, person, ofPolicy, asks) => {
  const policy = { ...examplePolicy, prompting: ofPolicy };
  await show({ view: viewOf(legalThreat, { policy, ...(person && { prompting: person }) }) });
  expect(root.querySelector('.verdict') === null).toBe(asks);
});

test('leads from what could not be read to where it can be typed', async () => {
  const { priority: _, ...fields } = refundTicket.fields;
  await show({ view: viewOf(quiet, { snapshot: { ...refundTicket, fields } }) });
  expect(find('.notice').textContent).toContain('Not read: Priority');
  await click(button('Fill them in'));
  expect(on.onTab).toHaveBeenCalledWith('check');
});

test('a field that could not be read can be typed', async () => {
  const { priority: _, ...fields } = refundTicket.fields;
  await show({ tab: 'check', fields: toFieldRows({ ...refundTicket, fields }, { language: 'en', now: exampleNow }) });
  await click(button('Correct: Priority'));
  const input = find<HTMLInputElement>('.form input');
  await enter(input, 'High');
  await click(button('Save'));
  expect(on.onCorrect).toHaveBeenCalledWith('priority', 'High');
});

test('a field that the page does not have at all is typed under its own name', async () => {
  await show({ tab: 'check' });
  const fill = async (label: string, value: string): Promise<void> => {
    const input = find<HTMLInputElement>(`input[aria-label="${label}"]`);
    await enter(input, value);
  };
  const save = [...root.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Save').at(-1);
  if (!save) throw new Error('There is no button to save it.');
  await fill('Name of the field', ' Customer tier ');
  expect(save.disabled).toBe(true);
  await fill('Value, for this ticket', ' Enterprise ');
  await click(save, false);
  expect(on.onCorrect).not.toHaveBeenCalled();
  await click(save);
  expect(on.onCorrect).toHaveBeenCalledWith('custom:Customer tier', 'Enterprise');
  expect(find<HTMLInputElement>('input[aria-label="Value, for this ticket"]').value).toBe('');
});

test('the tour frames the part that it speaks of, one at a time, and none when it has ended', async () => {
  const framed = () => [...root.querySelectorAll('[data-toured]')].map((part) => part.className || part.id || part.getAttribute('data-focus'));
  await show({ tour: true });
  const seen = [framed()];
  for (let stop = 1; stop < 5; stop++) {
    await click(button('Next'));
    seen.push(framed());
  }
  expect(seen).toEqual([['verdict'], ['why'], ['chips'], ['tab-handoff'], ['link']]);
  await show({ tour: false });
  expect(framed()).toEqual([]);
});

test.each(['Escape', 'Enter'])('%s ends the editing of a part of the handoff and leaves the panel open', async (key) => {
  const one = { ...handoff.sections[1], id: 'stakeholders', title: 'Stakeholders', long: false } as HandoffModel['sections'][number];
  await show({ tab: 'handoff', handoff: { ...handoff, sections: [one] } });
  await click(button('Fill: Stakeholders'));
  const field = find<HTMLInputElement>('input[aria-label=Stakeholders]');
  await enter(field, 'Lan Pham');
  await press(field, key);
  expect(root.querySelector('input[aria-label=Stakeholders]')).toBeNull();
  expect(root.activeElement).toBe(button('Fill: Stakeholders'));
  expect(on.onEditHandoff.mock.calls).toEqual([['stakeholders', 'Lan Pham']]);
  expect(on.onCollapse).not.toHaveBeenCalled();
});
