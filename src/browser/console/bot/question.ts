import { BOT_CONVERSATION_LISTS, type BotConversationList } from '../../../contract/index.js';

/** By which a report opens the conversations behind a number. */
const FILTERS = [
  'outcome',
  'category',
  'articleId',
  'locale',
  'entry',
  'reason',
  'cameBack',
  'askedAgain',
  'from',
  'to',
  'timeZone',
] as const;

/** What the server is asked for, of what the address says; whoever comes by the navigation sees what needs a person. */
export function questionOf(address: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams();
  for (const key of FILTERS) {
    const value = address.get(key);
    if (value) question.set(key, value);
  }
  question.set('list', listOf(address));
  return question;
}

export function listOf(address: URLSearchParams): BotConversationList {
  const asked = BOT_CONVERSATION_LISTS.find((known) => known === address.get('list'));
  return asked ?? (isFiltered(address) ? 'all' : 'needs_person');
}

export const isFiltered = (address: URLSearchParams): boolean => FILTERS.some((key) => address.has(key));
