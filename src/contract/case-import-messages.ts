import type { LocalizedText } from './enums.js';
import { both, OF_ANY_FILE, OF_ANY_ROW, WARNINGS_OF_ANY_ROW } from './import-messages.js';

/** Why a file as a whole is refused. */
const OF_THE_FILE = {
  ...OF_ANY_FILE,
  format_unknown: both(
    '认不出这是什么文件。请上传 CSV 表格、Zendesk 或 Chatwoot 导出的 JSON（也可以一行一个）。',
    'This is no file that we know. Upload a CSV table, or the JSON of Zendesk or Chatwoot (one object a line is fine).',
  ),
  nothing_found: both('文件里没有工单。', 'There is no case in the file.'),
  too_many_cases: both('工单太多，请分成几个文件。', 'There are too many cases: split the file.'),
  csv_no_header: both(
    '表格第一行应是列名，至少要有“原编号”“状态”“创建时间”和“内容”。',
    'The first line must name the columns, of which id, status, created at and message are needed.',
  ),
  site_gone: both('选择的站点已不存在或已停用。', 'The site that was chosen is gone, or was turned off.'),
} as const;

/** Why a case is refused. */
const OF_A_CASE = {
  ...OF_ANY_ROW,
  id_missing: both('没有原编号', 'It has no number of its own'),
  id_wrong: both('原编号太长或含有不可见字符', 'Its number is too long, or has characters that cannot be shown'),
  time_missing: both('没有创建时间', 'It is not said when it was created'),
  time_wrong: both('时间无法识别，或在将来', 'A time cannot be read, or is still to come'),
  nothing_said: both('既没有标题也没有内容', 'It has neither a subject nor a word'),
  too_many_messages: both('消息太多', 'It has too many messages'),
  not_an_object: both('不是一个工单', 'This is no case'),
  line_broken: both('这一行不是完整的 JSON', 'The line is no JSON'),
} as const;

/** Why a case is left out, or is there already. */
const LEFT_OUT = {
  known: both('以前已导入', 'It was brought before'),
  twice: both('文件里出现了两次，只导入一次', 'The file has it twice: it is brought once'),
  still_open: both('尚未完结，按选择不导入', 'It is still open: left out, as chosen'),
  deleted: both('在原系统里已删除', 'It was deleted where it comes from'),
} as const;

/** What was put right, or should be looked at. */
const WARNINGS = {
  ...WARNINGS_OF_ANY_ROW,
  category_default: both('问题类型不认识，用了默认的', 'Its category is not known: the default was taken'),
  priority_default: both('优先级不认识，按普通', 'Its priority is not known: taken as normal'),
  staff_unknown: both('处理人不是这里的员工，只留名字', 'Who had it does not work here: only the name is kept'),
  customer_unknown: both('没有客户身份，按匿名客户', 'It is not said whose it is: taken as nobody’s'),
  contact_verified_elsewhere: both(
    '邮箱或手机属于一位已验证的客户，未凭此合并',
    'The address or phone is a verified customer’s: not taken for the same person on that ground',
  ),
  contact_wrong: both('邮箱或手机格式不对，未保存', 'The address or phone is none: left out'),
  note_by_default: both(
    '有内容未注明是否公开，按内部备注',
    'Of some words it is not said whether customers may read them: taken as notes',
  ),
  tags_cut: both('标签太多或太长，已截取', 'Too many or too long tags: cut'),
  message_cut: both('内容太长，已截断', 'A text was too long: cut'),
  attachment_linked: both('附件只保留名称和链接，没有下载', 'Files are kept as names and links: none was fetched'),
  time_guessed: both('没有完结时间，用了最后更新时间', 'It is not said when it ended: the last change was taken'),
} as const;

export const CASE_IMPORT_MESSAGES = {
  ...OF_THE_FILE,
  ...OF_A_CASE,
  ...LEFT_OUT,
  ...WARNINGS,
} as const satisfies Record<string, LocalizedText>;
export type CaseImportMessageCode = keyof typeof CASE_IMPORT_MESSAGES;

/** Whether a message is a reason for which its case is refused. */
export const refusesCase = (code: CaseImportMessageCode): boolean => code in OF_A_CASE;
