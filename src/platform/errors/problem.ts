import type { ErrorCode, Locale, Problem } from '../../contract/index.js';
import { DeskError } from './desk-error.js';

type Text = Record<Locale, string>;
const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** Status, title and way out of every code. The one table behind HTTP bodies and socket acks. */
const CATALOGUE: Record<ErrorCode, { status: number; title: Text; detail: Text }> = {
  invalid_input: {
    status: 400,
    title: text('提交的内容有误', 'The input is not valid'),
    detail: text('请按提示修改后重试。', 'Correct what is listed and try again.'),
  },
  unauthenticated: {
    status: 401,
    title: text('请先登录', 'Please sign in'),
    detail: text('登录后重试。', 'Sign in and try again.'),
  },
  wrong_credentials: {
    status: 401,
    title: text('邮箱或密码不正确', 'E-mail or password is wrong'),
    detail: text(
      '请检查后重试；忘记密码请联系管理员。',
      'Check both and try again; an administrator can reset a password.',
    ),
  },
  second_factor_required: {
    status: 401,
    title: text('需要验证码', 'A code is needed as well'),
    detail: text(
      '请输入验证器应用上的 6 位验证码，或一个恢复码。',
      'Enter the 6 digits of your authenticator app, or a recovery code.',
    ),
  },
  wrong_code: {
    status: 403,
    title: text('验证码不正确', 'The code is wrong'),
    detail: text(
      '每个验证码只能用一次：请等下一个出现后重试；也可以用恢复码。',
      'Each code works once: wait for the next one, or use a recovery code.',
    ),
  },
  link_invalid: {
    status: 410,
    title: text('链接已失效', 'This link no longer works'),
    detail: text(
      '链接只能用一次，72 小时内有效，重新生成后旧链接作废。请联系管理员重新生成。',
      'A link works once, for 72 hours, and until another is made. Ask an administrator for a new one.',
    ),
  },
  forbidden: {
    status: 403,
    title: text('没有权限', 'You may not do this'),
    detail: text('如需权限，请联系主管。', 'Ask your supervisor if you need it.'),
  },
  not_found: {
    status: 404,
    title: text('没有找到', 'Not found'),
    detail: text('请检查链接或编号是否完整。', 'Check that the link or number is complete.'),
  },
  conflict: {
    status: 409,
    title: text('内容已被他人修改', 'Somebody else has changed this'),
    detail: text('请刷新后再修改。', 'Reload and make your change again.'),
  },
  in_use: {
    status: 409,
    title: text('还在使用中', 'Still in use'),
    detail: text('请先处理仍在使用它的内容。', 'Deal first with what still uses it.'),
  },
  payload_too_large: {
    status: 413,
    title: text('内容太大', 'Too large'),
    detail: text('请缩短内容或压缩文件后重试。', 'Shorten the text or make the file smaller and try again.'),
  },
  too_many_rows: {
    status: 422,
    title: text('符合条件的工单超过 100,000 个', 'More than 100,000 tickets fit'),
    detail: text(
      '一次最多导出 100,000 个：请缩小筛选范围，例如按创建时间分段导出。',
      'One file holds up to 100,000: narrow the filters, for example by when tickets were opened.',
    ),
  },
  too_many_requests: {
    status: 429,
    title: text('操作太频繁', 'Too many tries'),
    detail: text('请稍后再试。', 'Wait a little and try again.'),
  },
  unsupported_media_type: {
    status: 415,
    title: text('不支持这种文件', 'This kind of file is not accepted'),
    detail: text('请上传图片、PDF、表格、文档、文本或视频。', 'Send an image, PDF, sheet, document, text or video.'),
  },
  origin_not_allowed: {
    status: 403,
    title: text('此网站未获授权', 'This site is not allowed'),
    detail: text('请把网站地址加入允许列表。', 'Add the origin of the page to the allowed origins of the site.'),
  },
  site_unknown: {
    status: 404,
    title: text('找不到这个站点', 'Unknown site'),
    detail: text('请检查嵌入代码中的 site。', 'Check `site` in the embed snippet.'),
  },
  identity_token_invalid: {
    status: 401,
    title: text('身份令牌无效', 'The identity token is not valid'),
    detail: text('请用该站点的密钥以 HS256 重新签发。', 'Sign it again with HS256 and the secret of this site.'),
  },
  identity_token_expired: {
    status: 401,
    title: text('身份令牌已过期', 'The identity token has expired'),
    detail: text('请重新签发一个。', 'Issue a fresh one.'),
  },
  session_ended: {
    status: 401,
    title: text('会话已结束', 'This session has ended'),
    detail: text('请重新打开窗口。', 'Open the window again.'),
  },
  conversation_closed: {
    status: 409,
    title: text('会话已结束', 'This conversation is closed'),
    detail: text('请发起新的会话，我们会关联之前的工单。', 'Start a new one; it will be linked to the earlier case.'),
  },
  case_changed: {
    status: 409,
    title: text('发送前，会话有了新内容', 'Something was said before this was sent'),
    detail: text(
      '请先看新内容，再选择仍要发送，或继续修改。',
      'Read what is new, then send it all the same, or change it first.',
    ),
  },
  variables_unfilled: {
    status: 409,
    title: text('还有没填的变量', 'A variable is not filled in'),
    detail: text(
      '请填上 {{…}} 处的内容，或把它删去，再发送。',
      'Write what stands for each {{…}}, or take it out, then send.',
    ),
  },
  idempotency_key_reused: {
    status: 422,
    title: text('这个 Idempotency-Key 已用于另一个请求', 'This Idempotency-Key belongs to another request'),
    detail: text(
      '请为新的请求换一个值；重试时内容须与第一次相同。',
      'Use a new one for a new request; a retry has to say the same as before.',
    ),
  },
  illegal_transition: {
    status: 409,
    title: text('当前状态不能这样操作', 'Not possible in the present status'),
    detail: text('请刷新后查看最新状态。', 'Reload to see the present status.'),
  },
  merge_itself: {
    status: 409,
    title: text('不能合并到自身', 'A case cannot be merged into itself'),
    detail: text('请选择另一个工单。', 'Choose another case.'),
  },
  merge_ended: {
    status: 409,
    title: text('工单已结束，不能合并', 'A case that has ended cannot be merged'),
    detail: text(
      '请选择仍在处理中的工单；需要时先重新打开。',
      'Choose a case that is under way, or open this one again first.',
    ),
  },
  merge_internal: {
    status: 409,
    title: text('子任务不能合并', 'A task cannot be merged'),
    detail: text('请合并它所属的工单，或改为关联。', 'Merge the case that it is a part of, or link the two.'),
  },
  merge_other_site: {
    status: 409,
    title: text('属于不同的接入站点', 'The cases are of different sites'),
    detail: text(
      '不同站点的客户不能合到一个工单，可以改为关联。',
      'Customers of two sites do not share a case; link the two instead.',
    ),
  },
  link_cycle: {
    status: 409,
    title: text('这样会绕成一个圈', 'This would go round in a circle'),
    detail: text(
      '上级工单不能再属于别的工单，请换一个。',
      'What has parts cannot be part of another; choose another case.',
    ),
  },
  tasks_open: {
    status: 409,
    title: text('还有子任务没有完成', 'There are tasks still open'),
    detail: text(
      '请先完成子任务，或确认仍要解决。',
      'Finish the tasks first, or say that it is resolved all the same.',
    ),
  },
  undo_too_late: {
    status: 409,
    title: text('已经过了可以撤销的时间', 'It is too late to undo this'),
    detail: text(
      '已经开始执行。可以停止其余的，再逐个处理已完成的。',
      'It has begun. Stop what is left, and see to what is done case by case.',
    ),
  },
  form_incomplete: {
    status: 409,
    title: text('还有解决前必填的内容', 'Something has to be filled in first'),
    detail: text(
      '请先填写工单表单中列出的字段，再标记为已解决。',
      'Fill in the fields of the case that are listed, then call it solved.',
    ),
  },
  capacity_exceeded: {
    status: 409,
    title: text('对方已达接待上限', 'Their hands are full'),
    detail: text('请转给其他同事或小组。', 'Choose another colleague or a team.'),
  },
  person_away: {
    status: 409,
    title: text('对方不在线', 'They are not here'),
    detail: text('请转给在线的同事或小组。', 'Choose a colleague who is here, or a team.'),
  },
  lookup_failed: {
    status: 404,
    title: text('工单号或验证信息不正确', 'Number or verification is wrong'),
    detail: text(
      '请核对工单号，以及查询码或预留手机号后四位。',
      'Check the number, and the look-up code or the last four digits of your registered phone.',
    ),
  },
  number_mistyped: {
    status: 400,
    title: text('工单号有误', 'This is no case number'),
    detail: text(
      '可能有一位输错了，请对照通知核对，形如 PL-7K3-M2Q9。',
      'A character may be wrong. Compare it with our messages; it looks like PL-7K3-M2Q9.',
    ),
  },
  unavailable: {
    status: 503,
    title: text('服务暂时不可用', 'Temporarily unavailable'),
    detail: text('请稍后再试，您的内容没有丢失。', 'Try again shortly; nothing of yours is lost.'),
  },
  internal_error: {
    status: 500,
    title: text('系统出错了', 'Something went wrong on our side'),
    detail: text('请稍后再试；如仍有问题，请提供请求编号。', 'Try again; if it stays, tell us the request id.'),
  },
};

/** The HTTP status of a code. */
export function statusOf(code: ErrorCode): number {
  return CATALOGUE[code].status;
}

/** What a reader gets of any error: never a stack, a query or a foreign message. */
export function toProblem(error: unknown, locale: Locale, requestId: string): Problem {
  const known = error instanceof DeskError ? error : undefined;
  const code = known?.code ?? 'internal_error';
  const entry = CATALOGUE[code];
  return {
    type: `urn:porchlight:problem:${code}`,
    code,
    title: entry.title[locale],
    status: entry.status,
    detail: (known?.extra.detail ?? entry.detail)[locale],
    requestId,
    ...(known?.extra.errors && { errors: known.extra.errors }),
    ...(known?.extra.retryAfter !== undefined && { retryAfter: known.extra.retryAfter }),
  };
}
