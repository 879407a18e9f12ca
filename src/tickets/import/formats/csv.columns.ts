import { columnNamed } from '../../../platform/imports/index.js';

/** What a table may say of a case; each column in either language, in any order, capitals or not, `createdAt` as `created_at`. */
export const CASE_COLUMNS = {
  id: ['id', 'external_id', 'ticket_id', 'number', '原编号', '编号', '工单号'],
  status: ['status', '状态'],
  createdAt: ['created_at', 'opened_at', 'created', '创建时间'],
  endedAt: ['closed_at', 'solved_at', 'resolved_at', '完结时间', '关闭时间', '解决时间'],
  changedAt: ['updated_at', 'updated', '更新时间'],
  subject: ['subject', 'title', '标题', '主题'],
  message: ['message', 'description', 'body', 'content', '内容', '描述', '问题描述'],
  reply: ['reply', 'answer', '回复', '客服回复'],
  note: ['note', 'internal_note', '备注', '内部备注'],
  priority: ['priority', '优先级'],
  category: ['category', '问题类型', '分类'],
  subCategory: ['sub_category', 'subcategory', '具体问题'],
  tags: ['tags', 'labels', '标签'],
  customerId: ['customer_id', 'user_id', '客户id', '客户编号'],
  customerName: ['customer_name', 'customer', 'requester', '客户', '客户名称'],
  email: ['customer_email', 'requester_email', 'email', '客户邮箱', '邮箱'],
  phone: ['customer_phone', 'phone', '客户手机', '手机', '电话'],
  assignee: ['assignee', 'assignee_email', '处理人', '处理人邮箱'],
  locale: ['locale', 'language', '语言'],
  attachments: ['attachments', '附件'],
} as const satisfies Record<string, readonly string[]>;

export type CaseColumn = keyof typeof CASE_COLUMNS;

export const caseColumn = (name: string): CaseColumn | undefined => columnNamed(CASE_COLUMNS, name);

/** Without these no line is a case. */
export const NEEDED: readonly CaseColumn[] = ['id', 'status', 'createdAt', 'message'];

/** A table to begin with: opens in every spreadsheet, with a mark of its encoding. */
export const CASE_TEMPLATE = `\ufeff${[
  '原编号,状态,创建时间,完结时间,标题,内容,客服回复,内部备注,优先级,问题类型,具体问题,标签,客户ID,客户名称,客户邮箱,客户手机,处理人,附件',
  '10086,已解决,2024-03-01 10:22,2024-03-02 09:00,货款没有到账,"昨天有一笔订单的货款没有到账。\n订单号 20240229-7",已补打款，请查收。,财务已核对,高,earnings,,"打款,月底",m-1001,林记茶铺,lin@shop.example,13800000000,agent@desk.example,https://files.example/slip.png',
  '10087,处理中,2024-03-05 16:40,,直播间打不开,进直播间一直转圈。,,,普通,feature,,,m-1002,山里红,,,,',
].join('\r\n')}\r\n`;
