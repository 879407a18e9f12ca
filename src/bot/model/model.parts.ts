import { AnswerWriter } from './answer-writer.service.js';
import { GroundedAnswers } from './grounded-answers.service.js';
import { LanguageModel } from './language-model.service.js';
import { Masks } from './masks.service.js';
import { ModelCalls } from './model-calls.service.js';
import { ModelCallReviews } from './review/model-call-reviews.service.js';
import { ModelCallsController } from './review/model-calls.controller.js';
import { Writing } from './writing.service.js';

/** What the rest of the bot needs of the language model; nothing of it does anything while none is set up. */
export const MODEL_PROVIDERS = [
  LanguageModel,
  ModelCalls,
  GroundedAnswers,
  Masks,
  Writing,
  AnswerWriter,
  ModelCallReviews,
];
export const MODEL_CONTROLLERS = [ModelCallsController];
