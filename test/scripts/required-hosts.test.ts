import { describe, expect, test } from 'vitest';
import { requiredHosts } from '../../scripts/required-hosts.ts';

describe('the sites that a team package asks for', () => {
  test.each([
    [['https://help.acme.example'], ['https://help.acme.example/*']],
    [['https://help.acme.example/'], ['https://help.acme.example/*']],
    [['http://localhost:8080', 'http://localhost:9090'], ['http://localhost/*']],
    [[], []],
  ])('%s', (origins, patterns) => {
    expect(requiredHosts(origins)).toEqual({ patterns });
  });

  test.each(['help.acme.example', 'https://help.acme.example/agent', 'ftp://acme.example', '*://*/*', 'https://*.acme.example/*', ''])(
    '"%s" is refused with what to write',
    (origin) => {
      expect(requiredHosts([origin])).toEqual({ problem: expect.stringContaining('write it like https://help.acme.example') });
    },
  );
});
