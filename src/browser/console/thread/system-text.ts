import type { LocalizedText, StaffEntryView } from '../../../contract/index.js';
import type { Formats } from '../i18n/formats.js';
import type { Translate } from '../i18n/i18n.js';

/** A system entry in the reader's words; its own text where it carries nothing we know. */
export function systemText(
  { t, pick, formats }: { t: Translate; pick: (text: LocalizedText) => string; formats: Formats },
  entry: StaffEntryView,
): string {
  const { data } = entry;
  switch (data?.type) {
    case 'ticket_opened':
      return t('system.ticket_opened', { number: data.number });
    case 'agent_joined':
      return t('system.agent_joined', { name: data.name });
    case 'handed_over':
      return t('system.handed_over', { team: pick(data.team) });
    case 'returned_to_queue':
      return t('system.returned_to_queue');
    case 'identified':
      return t('system.identified', { name: data.name });
    case 'ticket_status':
      return t('system.ticket_status', { status: t(`status.${data.status}`) });
    case 'ticket_merged':
      return t('system.ticket_merged');
    case 'ticket_split':
      return t('system.ticket_split', { number: data.number });
    case 'split_from':
      return t('system.split_from', { number: data.number });
    case 'rating_requested':
      return t('system.rating_requested');
    case 'promised':
      return t('system.promised', { at: formats.short(data.promisedAt), basis: data.basis });
    case 'rated':
      return t('system.rated', {
        score: data.score,
        solved: t(data.solved ? 'system.solved' : 'system.unsolved'),
      });
    case 'nudged':
      return t('system.nudged', { count: data.count });
    case 'bot_greeting':
      return entry.body || t('system.greeting');
    default:
      return entry.body;
  }
}
