/** What the person should know about the reading and the answer, in words. */
import type { TextKey } from '../text.ts';
import { type Wording, counted } from '../text/format.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Assessment } from './assessment.ts';
import type { Notice } from './panel-view.ts';

const noticeTexts: Readonly<Record<string, TextKey>> = {
  'always-open': 'notice.alwaysOpen',
  'policy-expired': 'notice.policyExpired',
  'messages-missing': 'notice.messagesMissing',
  'priority-assumed': 'notice.priorityAssumed',
  'priority-unknown': 'notice.priorityUnknown',
  'tier-assumed': 'notice.tierAssumed',
};

/** Problems of the reading first; nothing is said twice. */
export function noticesOf(assessment: Assessment, snapshot: TicketSnapshot, wording: Wording): readonly Notice[] {
  const { t } = wording;
  const notices: Notice[] = snapshot.problems.map((text) => ({ tone: 'warn', text }));
  if (snapshot.missingMessages !== undefined) {
    notices.push({
      tone: 'warn',
      text: snapshot.missingMessages === 'some' ? t('notice.messagesMissing') : counted('notice.messagesCounted', snapshot.missingMessages, wording),
    });
  }
  for (const code of assessment.notices) {
    const key = Object.hasOwn(noticeTexts, code) ? noticeTexts[code] : undefined;
    const text = key ? t(key) : code;
    if (!notices.some((notice) => notice.text === text))
      notices.push({ tone: code === 'always-open' || code === 'tier-assumed' ? 'info' : 'warn', text });
  }
  return notices;
}
