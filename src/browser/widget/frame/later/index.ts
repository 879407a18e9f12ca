export { default as css } from './cards.css?inline';
export { CaseDetails } from './case-details.js';
export { DeskNote } from './desk-note.js';
export { RatingCard } from './rating-card.js';
export { ResolvedCard } from './resolved-card.js';
export { WaitingCard } from './waiting-card.js';
