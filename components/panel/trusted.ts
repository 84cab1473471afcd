/** Lets through only what a person did: a script of the page can make events, but not trusted ones. */
export function trusted<E extends Event>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) act(event);
  };
}
