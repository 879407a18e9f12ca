import type { Locale, ShopTier } from '../../../contract/index.js';
import type { DemoShop } from '../texts.js';

/** Names by industry; a star marks a premium shop. */
const CHINESE: Record<string, string> = {
  茶饮: '山间一叶* 半日闲茶社 云雾茶农老陈 桂花坡奶茶 听雨轩 武夷岩茶世家* 小罐不大 青柑里',
  女装: '南巷衣橱* 阿柔的裙子 栗子姐姐穿搭 一件棉麻 白露女装* 高个子女生 梨形身材研究所 晚风旗袍 大码甜心',
  男装: '老爸衬衫铺 北城牛仔* 三十而立男装 工装研究社',
  童装: '豆芽童装* 小步快跑 棉花糖童衣',
  美妆: '素颜实验室* 眉眼之间 小鹿彩妆 成分党笔记* 玫瑰税务局 油皮自救站 一抹红',
  数码: '极客仓库* 零点数码 老张修手机 键盘侠工作室 充电星球* 二手镜头铺',
  生鲜: '渔港直播间* 阿婆的菜园 高原牦牛记 赣南橙子哥* 舟山阿明海鲜 大闸蟹老顾 攀枝花芒果妹 冷链小哥 山东樱桃大叔',
  零食: '嘴馋铺子* 外婆的笋干 重庆麻辣老灶 坚果队长 手工牛轧糖',
  珠宝: '翠玉阁* 珍珠阿姐 金店小老板 和田老玉匠* 银匠阿土 蜜蜡姑娘',
  母婴: '暖暖妈妈* 小奶瓶优选 爬爬垫之家 辅食日记* 孕期小屋',
  家居: '木木家居* 床品老师傅 灯下集 懒人收纳* 一方地毯 陶瓷小镇',
  家电: '小电器测评* 厨房好帮手 扫地机阿伟',
  鞋靴: '老北京布鞋坊 跑者仓库* 温州皮鞋厂直营',
  箱包: '远行箱包* 白沟包包 帆布社',
  宠物: '喵星补给站* 汪汪食堂 水族老李 仓鼠先生',
  图书: '旧书不旧 童书妈妈团* 考研资料君',
  文创: '故纸堆 胶带收集癖 印章先生*',
  户外: '露营不插电* 钓鱼佬不空军 骑行驿站',
  酒水: '黔北酱酒老窖* 精酿小酒馆 米酒阿嫂',
  农资: '种子老魏 多肉大棚* 花卉直发',
  汽车用品: '车友之家* 洗车老炮',
};

const ENGLISH: Record<string, string> = {
  'Food & baking': 'Crumb & Co, Little Spice Route*, Island Hot Sauce, The Tea Ledger',
  Fashion: 'Northlight Knits*, Second Summer, Atelier Moreau, Plain Cotton Goods',
  Beauty: 'Bare Minimum Skin*, Glasshouse Beauty, Salt & Serum',
  Electronics: 'Cable Garden, Retro Pixel*, Quiet Keys',
  'Home & living': 'Clay & Linen*, Fjord Candles, Paper Moon Studio',
  Pets: 'Good Boy Supply, Nine Lives Pantry*',
  Outdoor: 'Trailhead Outfitters, Windward Kites',
  Jewellery: 'Tidepool Silver*',
};

function shopsOf(locale: Locale, byIndustry: Record<string, string>, separator: string): DemoShop[] {
  return Object.entries(byIndustry).flatMap(([industry, names]) =>
    names.split(separator).map((starred): DemoShop => {
      const tier: ShopTier = starred.endsWith('*') ? 'premium' : 'standard';
      return { name: starred.replace('*', ''), industry, locale, tier };
    }),
  );
}

/** A hundred and twenty shops; no name twice. */
export const SHOPS: readonly DemoShop[] = [...shopsOf('zh-CN', CHINESE, ' '), ...shopsOf('en', ENGLISH, ', ')];
