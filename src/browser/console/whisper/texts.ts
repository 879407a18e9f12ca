import { defineTexts } from '../i18n/texts.js';

export const useWhisperTexts = defineTexts(
  {
    whisper: '悄悄话',
    to: '给{name}的悄悄话',
    toMe: '给您的悄悄话',
    audience: '{name}马上会看到，客户永远看不到',
    placeholder: '提醒{name}：接下来怎么答、注意什么',
    send: '悄悄说',
    sent: '已悄悄告诉{name}',
    gone: '现在没有其他同事在处理它，没有发出',
    keys: '按 Ctrl+Enter 发送',
    title: '给{name}的悄悄话 · {number}',
  },
  {
    whisper: 'Whisper',
    to: 'Whisper to {name}',
    toMe: 'Whispered to you',
    audience: '{name} sees it at once, the customer never does',
    placeholder: 'Tell {name} what to answer, what to look out for',
    send: 'Whisper',
    sent: 'Whispered to {name}',
    gone: 'Nobody else has this case at the moment; nothing was sent',
    keys: 'Ctrl+Enter sends',
    title: 'Whisper to {name} · {number}',
  },
);
