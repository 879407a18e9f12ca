export { AnswerRatings } from './answer-ratings.service.js';
export { BOT_ENTITIES } from './bot.entities.js';
export { BotModule } from './bot.module.js';
export { REPLIES } from './replies.js';
