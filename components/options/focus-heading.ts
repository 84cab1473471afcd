/** Where a person goes on in the pages of the options when what they used is gone. */

const headings = 'h1, h2, h3, h4, summary';

/** Gives the focus to the first heading of `place`, or to `place` where it is one. @returns false where there is none */
export function focusHeading(place: Element): boolean {
  const heading = place.matches(headings) ? (place as HTMLElement) : place.querySelector<HTMLElement>(headings);
  if (!heading) return false;
  if (!heading.hasAttribute('tabindex') && heading.localName !== 'summary') heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
  return true;
}
