import type { DemoCustomer } from '../texts.js';

const CHINESE =
  '王建国 李雪梅 张志强 刘婷婷 陈国栋 杨晓燕 黄嘉敏 赵文博 周丽华 吴俊杰 徐梦瑶 孙海涛 马玉兰 朱一凡 胡思远 郭美玲 何志远 高雅琴 罗子轩 郑秀英 ' +
  '梁伟明 谢雨菲 宋大勇 唐诗韵 许永康 邓小琳 韩冬梅 冯少华 曹阿妹 彭程 曾宪军 肖雅 田甜 董浩然 潘桂芳 袁野 蔡明月 蒋涵 余庆丰 于小鱼 ' +
  '杜鹃 叶知秋 程远航 魏来 苏小暖 吕洋 丁香 任行之 沈墨 姚瑶 卢家豪 傅雪琪 钟灵 姜太平 崔恩熙 谭咏梅 廖原 范清清 汪海 陆小满 ' +
  '金水生 石磊 戴维佳 贾珍珍 韦敏慧 夏至 付强 方圆 邹瑞雪 熊大力 白露 孟浩 秦岭 邱海棠 侯亮 江晚秋 尹小月 薛平 闫晓妮 雷鸣 ' +
  '龙飞 黎明辉 史玉 陶然 贺喜 毛小毛 郝建军 顾北辰 龚丽 邵佳音 万里红 覃小兰 武松林 钱多多 戚晓薇 莫愁 孔祥瑞 向阳花 汤圆 常乐 ' +
  '阿依古丽 巴特尔 次仁卓玛 欧阳静怡 司徒敏仪 上官婉 诸葛晴 慕容雪 尉迟明 皇甫宁 林阿婆 陈记小玲 老吴 小鹿 阿杰 大刘 芳姐 七七 木木 胖虎妈妈 ' +
  '林佩珊 张雅涵 刘宇航 陈思琪 李子墨 王若曦 赵天宇 黄诗涵 周梓萱 吴浩宇 孙悦 郭子涵 马一诺 朱雨桐 胡俊熙 何欣怡 高博文 罗紫萱 郑凯文 梁静怡 ' +
  '温馨 庄稼 柳如烟 穆青青 项南 祝福 樊登科 霍思远 俞飞 章子晗 鲁师傅 葛悠然 倪小平 殷小桃 翟晓天 詹文静 骆驼 管小艺 甘露';

const ENGLISH =
  'Olivia Bennett, Daniel Okafor, Sofia Marchetti, Liam Fitzgerald, Aisha Rahman, Lucas Moreau, Emma Lindqvist, Noah Tanaka, Priya Nair, ' +
  'Hannah Schulz, Marco Silva, Chloe Dubois, Ethan Walker, Nadia Petrova, Kwame Mensah, Isabel Cruz, Tom Ashworth, Grace O’Neill, ' +
  'Yusuf Demir, Freya Andersen, Ben Cohen, Mei-Ling Tan, Arjun Patel, Zoe Papadakis, Ryan Gallagher, Fatima Zahra, Oscar Nilsson, ' +
  'Julia Kowalska, Samuel Adeyemi, Leila Haddad, Peter Novak, Amelia Clarke, Diego Fuentes, Ingrid Berg, Victor Chan, Rosa Delgado, ' +
  'Hugo Jansen, Maya Levin, Dylan Reid, Thi Nguyen, Carmen Ortiz';

/** Two hundred people with a matter of their own; no name twice. */
export const CUSTOMERS: readonly DemoCustomer[] = [
  ...CHINESE.split(' ').map((name): DemoCustomer => ({ name, locale: 'zh-CN' })),
  ...ENGLISH.split(', ').map((name): DemoCustomer => ({ name, locale: 'en' })),
];
