import { BotConversationConsumer } from './bot-conversation.consumer.js';
import { BotConversationNews } from './bot-conversation-news.service.js';
import { BotConversationsController } from './bot-conversations.controller.js';
import { BotConversations } from './bot-conversations.service.js';
import { TakeOvers } from './take-overs.service.js';

/** The list of conversations with the bot, and stepping into one. */
export const CONSOLE_CONTROLLERS = [BotConversationsController];
export const CONSOLE_PROVIDERS = [BotConversationConsumer, BotConversations, BotConversationNews, TakeOvers];
