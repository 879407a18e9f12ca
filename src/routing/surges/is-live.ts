import type { Card } from '../../contract/index.js';

/** What hosts write as the status of a live room that is on air, whatever the case. */
const ON_AIR = new Set(['live', 'on air', 'on_air', 'living', 'streaming', '直播中', '正在直播', '开播中', '在播']);

/** Whether one of the cards of the host's context says that this customer is on air. */
export const isLive = (cards: readonly Pick<Card, 'kind' | 'status'>[]): boolean =>
  cards.some(({ kind, status }) => kind === 'live_room' && ON_AIR.has((status ?? '').trim().toLowerCase()));
