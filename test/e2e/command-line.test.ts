/** Every command of `handrail` once as a person starts it, on small inputs: how it ends and what it says. What each command answers in depth is tested beside its module. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension, root } from '../../scripts/build.ts';
import { quarter } from '../metrics/quarter.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-commands-'));
const page = join(root, 'test/corpus/zendesk/ticket-en');
const truth = JSON.parse(readFileSync(`${page}.json`, 'utf8')) as { url: string };

/** Runs one command in the folder of inputs. @returns exit code and everything that was printed. */
function handrail(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [join(root, 'scripts/handrail.ts'), ...args], { cwd: folder, encoding: 'utf8' }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said: out + err }),
    ),
  );
}
const file = (name: string, content: unknown): void =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
/** A folder with one saved page and what is said to be true of it. */
function pages(name: string, said: object): void {
  mkdirSync(join(folder, name));
  copyFileSync(`${page}.html`, join(folder, name, 'page.html'));
  file(`${name}/page.json`, { ...truth, ...said });
}

beforeAll(async () => {
  builtExtension();
  pages('own', {});
  pages('wrong-truth', { made: undefined, ticket: null });
  pages('drafts', { draft: true });
  mkdirSync(join(folder, 'nothing'));
  file('broken.json', '{');
  file('bad.yaml', 'handrail: 1\nid: a\n');
  file('dates.json', {
    now: '2026-11-25T15:04:00+01:00',
    timeZone: 'Europe/Berlin',
    rows: [{ locale: 'de', input: '23. November 2026, 11:50', expected: '2026-11-23T10:50:00Z' }],
  });
  file('dates-wrong.json', {
    now: '2026-11-25T15:04:00+01:00',
    timeZone: 'Europe/Berlin',
    rows: [{ locale: 'en', input: 'Nov 23, 2026, 11:50 AM', expected: null }],
  });
  file('texts.txt', 'I will sue you.\n\nRefund of $120, please.\n');
  file('ledger.json', { ...quarter()[0], tickets: quarter()[0]?.tickets.slice(0, 10) });
  const oneCase = { id: 'a', op: 'dueAt', start: '2026-03-03T10:00:00Z', seconds: 3600, expect: '2026-03-03T11:00:00Z' };
  file('cases.json', { cases: [oneCase] });
  file('cases-wrong.json', { cases: [{ ...oneCase, id: 'late', expect: '2026-03-03T12:00:00Z' }] });
  file('answers.json', { company: 'Acme', teamSize: 10, languages: ['en'] });
  file('answers-wrong.json', { company: 'Acme', teamSize: -1 });
  file('ticket.json', {
    priority: 'High',
    status: 'Open',
    createdAt: '2026-11-24T11:30:00Z',
    messages: [{ role: 'customer', at: '2026-11-24T11:30:00Z', text: 'I will sue you.' }],
  });
  const policy = await handrail('design', 'answers.json');
  file('policy.yaml', policy.said);
  await handrail('policy', 'keygen', '--out', 'team');
  await handrail('policy', 'sign', 'policy.yaml', '--key', 'team.key', '--out', 'signed.json');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const missing = /none\.\w+ (?:cannot be read|cannot be read as JSON)|Cannot read none\.\w+/;
const reading = `read own/page.html --url ${truth.url} --zone Europe/Berlin --now 2026-11-24T09:00:00Z`;

describe.concurrent('handrail', () => {
  test.each<[command: string, code: number, said: RegExp]>([
    ['', 2, /^Commands:\n  handrail read/],
    ['--help', 0, /^Commands:\n  handrail read/],
    ['raed', 2, /There is no command "raed"/],

    [reading, 0, /^\{"ticket":\{"id":"4211","subject":"Invoice charged twice for October".*"assessment":\{"tier":/],
    [`${reading} --adapter generic`, 0, /"messages":\[\{"author":"Maria Lopez"/],
    ['read --cases own', 0, /^\{"case":"page","ticket":\{"id":"4211"/],
    ['read', 2, /Say which page/],
    ['read none.html --url https://desk.example/', 2, missing],
    ['read own/page.html --url desk', 2, /no address such as/],
    [`${reading} --adapter nobody`, 2, /no adapter "nobody".*generic.*zendesk/],
    [`${reading} --now noon`, 2, /no ISO 8601 time|not an ISO 8601 time/],
    [`${reading} --zone Mars/Base`, 2, /--zone is "Mars\/Base", which is no IANA time zone/],
    [`${reading} --policy bad.yaml`, 1, /`tiers` is missing/],
    [`${reading} --colour red`, 2, /Unknown option '--colour'/],

    ['score own', 0, /zendesk \(1 \+ 0\) \| \d+ \| 0 \| 0 \| 1\.000/],
    ['score wrong-truth --misses', 1, /page: ticket: read "a ticket", true null[^]*A ticket was found on page, which is none[^]*MISSED/],
    ['score', 2, /Say which pages/],
    ['score none', 2, /There is no folder none/],
    ['score nothing', 2, /There are no cases in nothing/],

    ['score drafts', 2, /page is left out: its truth is a draft[^]*There are no cases/],

    ['add-page', 2, /--attach PORT/],
    ['add-page https://desk.example/tickets/7 --to own/page --attach 9', 2, /exists already/],
    ['add-page https://desk.example/tickets/7 --to own/other --attach 9', 2, /No browser listens on port 9/],

    ['dates dates.json', 0, /^1 passed, 0 failed\n$/],
    ['dates dates-wrong.json', 1, /not ok {2}en .*Nov 23, 2026[^]*0 passed, 1 failed/],
    ['dates', 2, /Usage: handrail dates FILE/],
    ['dates none.json', 2, missing],
    ['dates broken.json', 2, /Cannot read broken\.json/],

    ['facts texts.txt', 0, /^\{"language":"en".*"list":"legal_threat".*\n\{.*\n\{.*"amount":120.*\n$/],
    ['facts', 2, /Usage: handrail facts FILE/],
    ['facts none.txt', 2, missing],

    ['metrics ledger.json', 0, /^10 tickets seen by 1 person\n/],
    ['metrics ledger.json --json', 0, /"coverage": \{\s+"tickets": 10/],
    ['metrics ledger.json --csv', 0, /^[\w,]+\r?\n/],
    ['metrics', 2, /handrail metrics FILE/],
    ['metrics none.json', 2, missing],
    ['metrics cases.json', 2, /is not an exported ledger/],

    ['conformance cases.json', 0, /^1 passed, 0 failed, 0 skipped\n$/],
    ['conformance cases-wrong.json', 1, /cases-wrong\.json late \(dueAt\): .*11:00[^]*0 passed, 1 failed/],
    ['conformance', 2, /Say which case files/],
    ['conformance none.json', 2, missing],
    ['conformance ticket.json', 2, /ticket\.json cannot be read: it has no list of "cases"/],

    ['design answers.json', 0, /^handrail: 1\n/m],
    ['design answers.json --document', 0, /^# /],
    ['design answers-wrong.json', 1, /answers-wrong\.json: /],
    ['design', 2, /handrail design ANSWERS/],
    ['design none.json', 2, missing],

    ['policy', 2, /handrail policy check FILE/],
    ['policy check policy.yaml', 0, /policy\.yaml: OK \(/],
    ['policy check bad.yaml', 1, /bad\.yaml: tiers/],
    ['policy check none.yaml', 2, missing],
    ['policy check policy.yaml --colour red', 2, /Unknown option '--colour'/],
    ['policy test default', 0, /\d+ passed, 0 failed/],
    ['policy explain default --ticket ticket.json --now 2026-11-24T12:00:00Z', 0, /^Tier 4 \(escalate/],
    ['policy explain default', 2, /handrail policy explain/],
    ['policy explain default --ticket broken.json', 2, /cannot be read as a ticket/],
    ['policy diff default default', 0, /No difference/],
    ['policy diff default policy.yaml', 0, /rule|tiers|variables/],
    ['policy diff default', 2, /handrail policy diff/],
    ['policy prove default', 0, /Nothing found/],
    ['policy export default --to zendesk', 0, /zendesk-sla-policy\.json/],
    ['policy export default --to nobody', 2, /--to is "nobody"; it takes zendesk/],
    ['policy verify signed.json --key team.pub', 0, /OK\. .* signed by/],
    ['policy verify policy.yaml --key team.pub', 1, /not signed/],
    ['policy sign policy.yaml', 2, /handrail policy sign FILE/],
    ['policy keygen', 2, /handrail policy keygen --out NAME/],
  ])('%s', async (command, code, said) => {
    const ended = await handrail(...command.split(' ').filter(Boolean));
    expect(ended.said).toMatch(said);
    expect(ended.code).toBe(code);
  });
});
