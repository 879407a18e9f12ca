import { defineTexts } from '../../i18n/texts.js';

export const useCallBackTexts = defineTexts(
  {
    asked: '客户请求回电',
    call: '拨打 {phone}',
    done: '已回电',
    doneBy: '{name} 已回电',
    recorded: '已记录回电',
  },
  {
    asked: 'The customer asks to be called',
    call: 'Call {phone}',
    done: 'Called',
    doneBy: 'Called by {name}',
    recorded: 'The call is on record',
  },
);
