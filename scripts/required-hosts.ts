/** The helpdesk a team's package asks for at installation, since no policy can grant a site. */

/**
 * @param origins such as `https://help.acme.example`; a port is allowed, a path is not.
 * @returns match patterns for the manifest, or the sentence that says what is wrong.
 */
export function requiredHosts(origins: readonly string[]): { readonly patterns: readonly string[] } | { readonly problem: string } {
  const patterns: string[] = [];
  for (const origin of origins) {
    const url = URL.parse(origin);
    if (!url || !/^https?:$/.test(url.protocol) || (url.origin !== origin && `${url.origin}/` !== origin))
      return { problem: `--hosts: "${origin}" is not an origin; write it like https://help.acme.example, without a path.` };
    // match patterns know no ports: the pattern covers every port of the host
    patterns.push(`${url.protocol}//${url.hostname}/*`);
  }
  return { patterns: [...new Set(patterns)] };
}
