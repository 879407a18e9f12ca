import { AnswerRatings } from '../answers/answer-ratings.service.js';
import { Answers } from '../answers/answers.service.js';
import { Verdicts } from '../answers/verdicts.service.js';
import { Dialogues } from './dialogues.service.js';
import { Gathering } from './gathering.service.js';
import { GreetingsConsumer } from './greetings.consumer.js';
import { TurnsConsumer } from './turns.consumer.js';
import { Turns } from './turns.service.js';

export const DIALOGUE_PROVIDERS = [
  AnswerRatings,
  Answers,
  Dialogues,
  Gathering,
  GreetingsConsumer,
  Turns,
  TurnsConsumer,
  Verdicts,
];
