import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { HelpCenterModule } from '../help-center/index.js';
import { PeopleModule } from '../people/index.js';
import { RoutingModule } from '../routing/index.js';
import { CaseErasers, TicketsModule } from '../tickets/index.js';
import { AnswerRatings } from './answers/answer-ratings.service.js';
import { ASSISTANCE_CONTROLLERS, ASSISTANCE_PROVIDERS } from './assistance/assistance.parts.js';
import { botEraser } from './case-eraser.js';
import { BotConversations } from './console/bot-conversations.service.js';
import { CONSOLE_CONTROLLERS, CONSOLE_PROVIDERS } from './console/console.parts.js';
import { DEFLECTION_CONTROLLERS, DEFLECTION_PROVIDERS } from './deflection/deflection.parts.js';
import { DIALOGUE_PROVIDERS } from './dialogue/dialogue.parts.js';
import { HAND_OVER_PROVIDERS } from './hand-over/hand-over.providers.js';
import { KnownFacts } from './hand-over/known-facts.service.js';
import { LEARNING_CONTROLLERS, LEARNING_PROVIDERS } from './learning/learning.parts.js';
import { LOOK_UP_CONTROLLERS, LOOK_UP_PROVIDERS } from './look-ups/look-ups.parts.js';
import { MODEL_CONTROLLERS, MODEL_PROVIDERS } from './model/model.parts.js';
import { BotSettingsController } from './settings/bot-settings.controller.js';
import { CurrentBotSettings } from './settings/bot-settings.service.js';
import { BotSettingsAdmin } from './settings/bot-settings-admin.service.js';
import { Replays } from './settings/replay/replays.service.js';

@Module({
  imports: [ConversationsModule, HelpCenterModule, PeopleModule, RoutingModule, TicketsModule],
  controllers: [
    BotSettingsController,
    ...CONSOLE_CONTROLLERS,
    ...DEFLECTION_CONTROLLERS,
    ...LEARNING_CONTROLLERS,
    ...LOOK_UP_CONTROLLERS,
    ...MODEL_CONTROLLERS,
    ...ASSISTANCE_CONTROLLERS,
  ],
  providers: [
    ...DIALOGUE_PROVIDERS,
    BotSettingsAdmin,
    Replays,
    CurrentBotSettings,
    ...HAND_OVER_PROVIDERS,
    ...LOOK_UP_PROVIDERS,
    ...MODEL_PROVIDERS,
    ...DEFLECTION_PROVIDERS,
    ...LEARNING_PROVIDERS,
    ...CONSOLE_PROVIDERS,
    ...ASSISTANCE_PROVIDERS,
  ],
  exports: [AnswerRatings, BotConversations, KnownFacts],
})
export class BotModule {
  constructor(erasers: CaseErasers) {
    erasers.register(botEraser);
  }
}
