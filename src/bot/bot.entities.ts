import { BotAnswer } from './answers/answer.entity.js';
import { BotDialogue } from './dialogue/dialogue.entity.js';
import { BotFlag } from './learning/flag.entity.js';
import { BotSettlement } from './learning/settlement.entity.js';
import { BotLookUp } from './look-ups/host/look-up.entity.js';
import { BotLookUpCall } from './look-ups/host/look-up-call.entity.js';
import { BotModelCall } from './model/model-call.entity.js';
import { BotWriting } from './model/writing.entity.js';
import { BotSettingsRow } from './settings/settings.entity.js';

export const BOT_ENTITIES = [
  BotAnswer,
  BotDialogue,
  BotFlag,
  BotLookUp,
  BotModelCall,
  BotSettingsRow,
  BotSettlement,
  BotLookUpCall,
  BotWriting,
];
