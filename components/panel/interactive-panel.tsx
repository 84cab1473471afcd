/** The panel with a memory of its own, for the gallery and for practice: tabs, marks and collapsing work without an extension. */
import { useState } from 'preact/hooks';
import { laterViews } from './later-views.ts';
import type { PanelActions, PanelProps } from './models.ts';
import { Panel } from './panel.tsx';

export function InteractivePanel(given: PanelProps) {
  const [own, setOwn] = useState<Partial<PanelProps>>({});
  const props = { ...given, ...own };
  const change = (next: Partial<PanelProps>): void => setOwn({ ...own, ...next });
  const { view } = props;
  const on: PanelActions = {
    ...given.on,
    onTab: (tab) => change({ tab }),
    onCollapse: (collapsed) => change({ collapsed }),
    onMove: (side) => change({ side }),
    onResize: (width) => change({ width }),
    onGuess: (guess) => change({ guess }),
    onMark: (id, pressed) =>
      view && change({ view: { ...view, marks: view.marks.map((mark) => (mark.id === id ? { ...mark, on: pressed } : mark)) } }),
    onStep: (id, done) => view && change({ view: { ...view, steps: view.steps.map((step) => (step.id === id ? { ...step, done } : step)) } }),
  };
  return <Panel later={laterViews} {...props} on={on} />;
}
