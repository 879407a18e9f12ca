import { defineTexts } from '../i18n/texts.js';

export const useSurgeBannerTexts = defineTexts(
  {
    on: '高峰模式：{reason}',
    all: '所有小组',
    capacity: '接待上限 {percent}%',
    overflow: '立即溢出',
    live: '直播中优先',
    until: '到 {at}',
    open: '查看',
  },
  {
    on: 'Surge: {reason}',
    all: 'all teams',
    capacity: '{percent}% capacity',
    overflow: 'overflow at once',
    live: 'live first',
    until: 'until {at}',
    open: 'Open',
  },
);
