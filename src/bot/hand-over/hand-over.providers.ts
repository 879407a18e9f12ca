import { Briefs } from './briefs.service.js';
import { HandOverConsumer } from './hand-over.consumer.js';
import { HandOver } from './hand-over.service.js';
import { KnownFacts } from './known-facts.service.js';
import { Silences } from './silences.service.js';

export const HAND_OVER_PROVIDERS = [Briefs, HandOver, HandOverConsumer, KnownFacts, Silences];
