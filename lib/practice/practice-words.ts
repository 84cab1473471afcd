/** The conversation around what is practised, in the language of the person. */
import type { PageTranslate } from '../extension-text.ts';
import type { PracticeWords } from './practice-ticket.ts';

export function practiceWords(t: PageTranslate): PracticeWords {
  return {
    subject: t('practice.ticket.subject'),
    customer: t('practice.ticket.customer'),
    agent: t('practice.ticket.agent'),
    hello: t('practice.ticket.hello'),
    again: t('practice.ticket.again'),
    answer: t('practice.ticket.answer'),
    angry: t('practice.ticket.angry'),
  };
}
