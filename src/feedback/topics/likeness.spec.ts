import { ALIKE, likeness, unitsOf } from './likeness.js';

const much = (one: string, other: string) => likeness(unitsOf(one), unitsOf(other));

describe('like feedback', () => {
  it.each([
    ['希望直播间可以一键静音观众连麦，手动一个个关太慢了', '连麦的观众太吵，想要一键全部静音的按钮'],
    ['商品批量改价希望支持表格导入', '能不能用表格批量修改商品价格'],
    ['客服电话周末打不通，等了四十分钟', '周末打客服电话一直没人接'],
    ['后台希望有夜间模式，晚上看屏幕眼睛疼', '夜间模式什么时候出，晚上用太亮了'],
    ['Please add a dark mode to the seller back office', 'Dark mode for the back office please'],
  ])('%s · %s', (one, other) => expect(much(one, other)).toBeGreaterThanOrEqual(ALIKE));

  it.each([
    ['希望商品改价可以批量导入表格', '希望可以批量回复评论'],
    ['直播间能不能一键静音全部连麦观众？', '能不能设置时间自动结束直播'],
    ['希望支持定时下播', '希望支持退款提醒'],
    ['建议增加这个功能', '希望可以有一个功能'],
    ['！！！', '？'],
  ])('… and not %s · %s', (one, other) => expect(much(one, other)).toBeLessThan(ALIKE));
});
