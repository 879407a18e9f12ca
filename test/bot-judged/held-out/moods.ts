/** How it is said, and what is at stake; several may hold: `anger`, `money`, `threat`, `harm`, or `calm`. Never tuned to, see `answerable.ts`. */
export const MOODS = `
anger: 你们什么垃圾平台 | 真是服了，问三遍了都不解决 | 一群废物 | 气死我了，天天出问题 | 忽悠谁呢，当我傻啊 | 你们就这么对待商家的？太过分了 | 能不能干点人事 | this is ridiculous, third time this week | you people are useless | worst platform ever | i am so pissed off right now | what a joke of a support | 他妈的又给我封了 | wtf is wrong with your system | 受够了，再也不用你们平台了
anger,threat: 再不处理我就去12315投诉你们 | 我要找律师告你们 | 骗子平台，我要曝光你们 | 我已经录屏了，等着上微博吧 | i will report you to the authorities | you'll hear from my lawyer | 工商局见 | im going to sue you scammers
money: 三万块货款被你们扣了，我一家老小等着吃饭 | 我账户里18万突然没了 | 钱被人转走了五千多 | 误扣了我12000块，什么时候退 | lost $8,000 because your stream cut off | there is ¥50,000 missing from my balance | 直播中断一晚上损失了十几万 | 被骗了两万八，快帮我拦截 | someone withdrew 30k from my account | 发不出工资了，货款压了二十万
harm: 我不想活了 | 钱要不回来我就从楼上跳下去 | 活着没意思了 | i want to kill myself | 你们逼死我算了 | i can't go on anymore, i want to end it
calm: 怎么投诉一个卖假货的商家 | 12315是什么电话 | 遇到骗子怎么举报 | 律师函怎么上传 | 提现5000元要多少手续费 | 单笔能提50000吗 | 保证金要交20000元吗 | 货款三万能一次提完吗 | 我不生气，就是问下进度 | 违禁词里有没有“垃圾”这个词 | 主播说“气死我了”会不会违规 | 生活用品类目保证金多少 | 跳楼价这个词能不能说 | 亏本大甩卖能不能写标题 | 杀虫剂可以卖吗 | how do i report a scammer | is a lawsuit against a buyer possible | my product is called killer bees honey | does 'crazy price' violate rules | what is the fee for withdrawing $5,000 | a viewer swore at me, can i mute him | 自杀式降价还能恢复原价吗 | 死机了怎么办 | 手机卡死了 | 你们的处理速度真快，谢谢 | 太感谢了，问题解决了 | 这个功能太好用了 | can I lose points for late shipping | 直播卡得要死怎么调 | 笑死我了哈哈
`;
