// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

interface Truth {
  url: string;
  pageTimeZone: string;
  capturedAt: string;
  ticket: null | {
    id: string;
    subject: string;
    status: string;
    statusKind: string;
    priority: string | null;
    createdAt: string | null;
    updatedAt: string | null;
    dueAt: string | null;
    requester: { name: string; email: string | null } | null;
    organization: string | null;
    assignee: string | null;
    group: string | null;
    tags: string[];
    customFields: Record<string, string>;
    messages: { author: string; role: string; internal: boolean; at: string; text: string; attachments: string[] }[];
  };
}

const folder = join(import.meta.dirname, 'fixtures');
const names = readdirSync(folder)
  .filter((f) => f.endsWith('.html'))
  .map((f) => f.replace('.html', ''));

function read(name: string) {
  const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Truth;
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const result = readPage(doc, { url: truth.url, zone: truth.pageTimeZone, now: Date.parse(truth.capturedAt), adapter: 'generic' });
  return { truth, result };
}

/** Minutes, since pages print no seconds; a date alone stays a date. */
function minute(instant: string | undefined): string | null {
  if (instant === undefined) return null;
  return instant.length === 10 ? instant : new Date(Math.floor(Date.parse(instant) / 60_000) * 60_000).toISOString();
}

describe('a helpdesk that nobody described', () => {
  for (const name of names.filter((n) => !n.startsWith('none-'))) {
    test(`is read in the style of ${name}`, () => {
      const { truth, result } = read(name);
      const { fields, customFields, messages } = result?.snapshot ?? { fields: {}, customFields: {}, messages: [] };
      const want = truth.ticket;
      expect({
        id: fields.id?.value,
        subject: fields.subject?.value,
        status: fields.status?.value,
        statusKind: fields.statusKind?.value,
        priority: fields.priority?.value ?? null,
        createdAt: minute(fields.createdAt?.value),
        updatedAt: minute(fields.updatedAt?.value),
        dueAt: minute(fields.dueAt?.value),
        requester: fields.requester ? { name: fields.requester.value.name, email: fields.requester.value.email ?? null } : null,
        organization: fields.organization?.value ?? null,
        assignee: fields.assignee?.value ?? null,
        group: fields.group?.value ?? null,
        tags: fields.tags?.value ?? [],
        customFields: Object.fromEntries(Object.entries(customFields).map(([label, field]) => [label, field.value])),
      }).toEqual({
        id: want?.id,
        subject: want?.subject,
        status: want?.status,
        statusKind: want?.statusKind,
        priority: want?.priority,
        createdAt: minute(want?.createdAt ?? undefined),
        updatedAt: minute(want?.updatedAt ?? undefined),
        dueAt: minute(want?.dueAt ?? undefined),
        requester: want?.requester,
        organization: want?.organization,
        assignee: want?.assignee,
        group: want?.group,
        tags: want?.tags,
        customFields: want?.customFields,
      });
      expect(
        messages.map((m) => ({
          author: m.author,
          role: m.role,
          internal: m.internal,
          at: minute(m.at),
          text: m.text.replace(/\s+/g, ' '),
          attachments: m.attachments,
        })),
      ).toEqual(want?.messages.map((m) => ({ ...m, at: minute(m.at) })));
    });
  }
});

describe('stays silent on', () => {
  for (const name of names.filter((n) => n.startsWith('none-'))) {
    test(`a page that is no ticket: ${name.slice(5)}`, () => {
      expect(read(name).result).toBeUndefined();
    });
  }
});
