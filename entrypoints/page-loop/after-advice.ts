/** Everything that nobody needs for a glance at the first advice. One part, so that it comes in one go when it is wanted. */
export { laterViews } from '../../components/panel/later-views.ts';
export { apiRounds } from '../../lib/helpdesks/api/api-rounds.ts';
export { teach } from '../../lib/reader/taught/teach.ts';
export { documentActions } from './document-actions.ts';
export { rescuedTexts, showRescuedTexts } from './rescued-texts.tsx';
export { sameOriginGet } from './same-origin-get.ts';
export { startTeaching } from './teach-mode.ts';
export { handoffModel, lookThroughMessages, messagesModel, messageText, printedHandoff } from './ticket-documents.ts';
export { fieldRows, receivedModel } from './ticket-rows.ts';
