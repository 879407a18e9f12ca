import { AssistanceController } from './assistance.controller.js';
import { CaseTalks } from './case-talk.service.js';
import { ReplySuggestions } from './suggestions.service.js';
import { Wordings } from './wordings.service.js';

export const ASSISTANCE_PROVIDERS = [CaseTalks, ReplySuggestions, Wordings];
export const ASSISTANCE_CONTROLLERS = [AssistanceController];
