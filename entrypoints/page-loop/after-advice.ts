/** Everything that nobody needs for a glance at the first advice. One part, so that it comes in one go when it is wanted. */
export { default as laterStyles } from '../../components/panel/panel-later.css?inline';
export { keepPanelFocus } from '../../components/panel/focus-control.ts';
export { laterViews } from '../../components/panel/later-views.ts';
export { viewDetails } from '../../lib/guidance/view-details.ts';
export { apiRounds } from '../../lib/helpdesks/api/api-rounds.ts';
export { panelActions } from './panel-actions.ts';
export { rescuedTexts, showRescuedTexts } from './rescued-texts.tsx';
export { sameOriginGet } from './same-origin-get.ts';
export { evidenceMarker } from './show-evidence.ts';
export { taughtFields } from './taught-fields.ts';
export { handoffModel, lookThroughMessages, messagesModel, messageText, printedHandoff, sectionTitles } from './ticket-documents.ts';
export { fieldRows, receivedModel } from './ticket-rows.ts';
