/** The collapsed panel: tier and next deadline at the edge of the window. */
import type { PanelView } from '../../lib/guidance/panel-view.ts';
import { Logo } from '../ui/logo.tsx';

export function EdgeTab({
  edge,
  label,
  onOpen,
}: {
  readonly edge: PanelView['edge'] | undefined;
  readonly label: string;
  readonly onOpen: () => void;
}) {
  return (
    <button type="button" class="edge" data-focus="edge" title={edge?.label ?? label} onClick={onOpen}>
      {edge ? <b data-tone={edge.tone}>{edge.badge}</b> : <Logo />}
      {edge?.deadline && <span data-tone={edge.deadlineTone}>{edge.deadline}</span>}
      <span class="hidden">{edge?.label ?? label}</span>
    </button>
  );
}
