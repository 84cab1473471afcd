/** What the panel shows only after a click, or seldom. Whoever mounts the panel gives it, when it is loaded, so that the first look at a ticket does not wait for it. */
import { CheckView } from './check-view.tsx';
import { EscalateFlow, HandoffState } from './escalate-flow.tsx';
import { HandoffTab } from './handoff-tab.tsx';
import { MessageTab } from './message-tab.tsx';
import { ReceivedHandoff } from './received-handoff.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import { TeachQuestion } from './teach-question.tsx';
import { Tour } from './tour.tsx';

export const laterViews = {
  CheckView,
  EscalateFlow,
  HandoffState,
  HandoffTab,
  MessageTab,
  ReceivedHandoff,
  ResizeHandle,
  TeachQuestion,
  Tour,
};
export type LaterViews = typeof laterViews;
