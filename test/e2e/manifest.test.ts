/** What the built manifests ask for and forbid: the promises that the browser itself keeps. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildTarget, builtExtension } from '../../scripts/build.ts';

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: unknown;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources: readonly { readonly resources: readonly string[]; readonly use_dynamic_url?: boolean }[];
  readonly externally_connectable?: { readonly ids?: readonly string[]; readonly matches?: readonly string[] };
}

describe.each<BuildTarget>(['chrome', 'firefox'])('the %s package', (target) => {
  const folder = builtExtension(target);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  test('runs on no site before a person switches it on', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts).toBeUndefined();
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'alarms', 'scripting', 'storage']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  test('its pages run no code but their own files, and make no markup of text', () => {
    const policy = new Map(manifest.content_security_policy.extension_pages.split(/;\s*/).map((part) => [part.split(' ')[0], part]));
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect(policy.get('script-src')).toBe("script-src 'self'");
    expect(policy.get('object-src')).toBe("object-src 'none'");
    expect(policy.get('base-uri')).toBe("base-uri 'none'");
    expect(policy.get('form-action')).toBe("form-action 'none'");
    expect(policy.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/unsafe|wasm|\*/);
  });

  test('one file can be reached from a page, at an address that no page can guess', () => {
    expect(manifest.web_accessible_resources.flatMap(({ resources }) => resources)).toEqual(['page/*.js']);
    // Firefox gives every installation an address of its own and does not know the member.
    expect(manifest.web_accessible_resources.map(({ use_dynamic_url }) => use_dynamic_url)).toEqual([target === 'chrome' ? true : undefined]);
  });

  test('no page and no other extension can send it a message', () => {
    expect(manifest.externally_connectable).toEqual(target === 'chrome' ? { ids: [] } : undefined);
  });

  test('its pages hold no script and no handler in their markup', () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, name), 'utf8');
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S|\son\w+\s*=|https?:\/\//i);
    }
  });

  test('no shipped script makes functions of text', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    const made = scripts.filter((name) => /\beval\(|\bnew Function\b|(?<![\w.$])Function\((?!\))/.test(readFileSync(join(folder, name), 'utf8')));
    expect(made).toEqual([]);
  });
});
