/** What a person typed into a named place of a form, trimmed. */
export function formText(form: HTMLFormElement, name: string): string {
  const given = new FormData(form).get(name);
  return typeof given === 'string' ? given.trim() : '';
}
