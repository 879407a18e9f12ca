import { FlagsController } from './flags.controller.js';
import { Flags } from './flags.service.js';
import { BotLearningController } from './learning.controller.js';
import { BotLearning } from './learning.service.js';
import { Settlements } from './settlements.service.js';

export const LEARNING_PROVIDERS = [BotLearning, Settlements, Flags];
export const LEARNING_CONTROLLERS = [BotLearningController, FlagsController];
