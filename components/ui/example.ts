/** The shape of a `*.examples.tsx` file: named states of a component for the gallery, its screenshots and its accessibility check. */
import type { VNode } from 'preact';

export interface Example {
  /** Stable, kebab-case: also the name of its screenshot. */
  readonly name: string;
  /** The component in this state, in the given interface language. */
  readonly show: (language: string) => VNode;
  /** Selectors of what a person clicks, one after the other, to get to this state. */
  readonly press?: readonly string[];
}

export interface Examples {
  /** Folder-like name, e.g. `panel`. */
  readonly group: string;
  /** Style sheets, imported with `?inline`. */
  readonly css: string;
  /** `shadow`: mounted in a shadow root on a busy page, as the extension does. `page`: a page of its own. */
  readonly mount: 'shadow' | 'page';
  /** Viewport widths in CSS px that are worth looking at. */
  readonly widths: readonly number[];
  readonly examples: readonly Example[];
}
