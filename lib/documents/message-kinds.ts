/** The messages that can be drafted, and who reads them. */
import type { TemplateId } from '../policy/default-templates.ts';

export const messageKinds = ['acknowledgement', 'internal', 'followup', 'manager', 'accountManager'] as const satisfies readonly TemplateId[];
export type MessageKind = (typeof messageKinds)[number];

/**
 * The message that tells a role of an escalation. The manager and the account manager have one of their own, whatever sign the policy
 * puts between the words of the role's id; anybody else gets what colleagues get.
 */
export function noticeFor(role: string | undefined): MessageKind {
  const words = (role ?? '').toLowerCase().replace(/[\s_-]+/g, '-');
  return words === 'manager' ? 'manager' : words === 'account-manager' ? 'accountManager' : 'internal';
}

/** Who reads it. Only what goes to the customer is checked for words of ours. */
export const messageAudience: Readonly<Record<MessageKind, 'customer' | 'colleague'>> = {
  acknowledgement: 'customer',
  internal: 'colleague',
  followup: 'customer',
  manager: 'colleague',
  accountManager: 'colleague',
};
