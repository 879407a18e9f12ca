/** What a table may say of an article; each column in either language, in any order, capitals or not. */
export const CSV_COLUMNS = {
  slug: ['slug', '网址名'],
  locale: ['locale', 'language', '语言'],
  title: ['title', '标题'],
  excerpt: ['excerpt', 'summary', '摘要'],
  body: ['body', 'markdown', '正文'],
  bodyHtml: ['body_html', 'html', '正文html'],
  category: ['category', '问题类型', '分类'],
  section: ['section', '栏目'],
  subCategory: ['sub_category', 'subcategory', '具体问题'],
  visibility: ['visibility', '可见范围'],
  position: ['position', '排序'],
  keywords: ['keywords', 'tags', '关键词'],
  related: ['related', '相关文章'],
  owner: ['owner', '负责人'],
  status: ['status', '状态'],
  id: ['id', '编号'],
} as const satisfies Record<string, readonly string[]>;

export type CsvColumn = keyof typeof CSV_COLUMNS;

/** What people write for who may read it. */
export const VISIBILITY_WORDS = {
  public: 'public',
  所有人: 'public',
  公开: 'public',
  customers: 'customers',
  登录客户: 'customers',
  staff: 'staff',
  仅员工: 'staff',
  内部: 'staff',
} as const;

/** A table to begin with: opens in every spreadsheet, with a mark of its encoding. */
export const CSV_TEMPLATE = `\ufeff${[
  '网址名,语言,标题,摘要,正文,问题类型,栏目,可见范围,排序,关键词',
  'payout-late,zh-CN,打款还没到怎么办,先看打款进度，再查银行是否退回。,"打开 **收益 → 打款记录**。\n\n- 处理中：等 1 个工作日\n- 已退回：改正银行卡后重新提现",earnings,payouts,所有人,100,"打款,没到账"',
  'payout-late,en,My payout has not arrived,"Look at its progress first, then whether the bank sent it back.","Open **Earnings → Payouts**.",,,,,payout',
].join('\r\n')}\r\n`;
