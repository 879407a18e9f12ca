import type { LocalizedText } from './enums.js';

export const both = (chinese: string, english: string): LocalizedText => ({ 'zh-CN': chinese, en: english });

/** Why a file as a whole is refused, whatever it holds. */
export const OF_ANY_FILE = {
  encoding_unknown: both(
    '文字编码无法识别，请另存为 UTF-8。',
    'The encoding of its text is not known: save it as UTF-8.',
  ),
  json_broken: both('JSON 格式不完整，无法读取。', 'The JSON cannot be read.'),
  file_gone: both('上传的文件已过期，请重新上传。', 'The uploaded file is no longer kept: upload it again.'),
  interrupted: both('多次中断，已停止。请重新检查。', 'It was interrupted again and again: check it anew.'),
} as const;

/** Why a row of any file is refused. */
export const OF_ANY_ROW = {
  field_wrong: both('这一项的值不对', 'The value of this field is wrong'),
  row_ragged: both('这一行的列比表头多', 'The line has more columns than the header'),
  csv_broken: both('这一行的引号不成对，或太长', 'The quotes of the line do not match, or it is too long'),
  not_saved: both('没能保存', 'It could not be saved'),
} as const;

/** What was put right in a row of any file. */
export const WARNINGS_OF_ANY_ROW = {
  sub_category_unknown: both('具体问题不存在，已去掉', 'Its sub-category is not there: left out'),
  characters_repaired: both('去掉了无法显示的字符', 'Characters that cannot be shown were taken out'),
  row_short: both('这一行的列比表头少，缺的按空处理', 'The line has fewer columns than the header: taken as empty'),
  formula: both('以公式开头，按文字导入', 'It begins like a formula: taken as text'),
} as const;
