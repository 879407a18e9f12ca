import type { LocalizedText } from './enums.js';
import { both, OF_ANY_FILE, OF_ANY_ROW, WARNINGS_OF_ANY_ROW } from './import-messages.js';

/** Why a file as a whole is refused. */
const OF_THE_FILE = {
  ...OF_ANY_FILE,
  format_unknown: both(
    '认不出这是什么文件。请上传 Markdown 文件夹的 ZIP、Zendesk 的 JSON，或 CSV 表格。',
    'This is no file that we know. Upload a ZIP of a Markdown folder, the JSON of Zendesk, or a CSV table.',
  ),
  nothing_found: both('文件里没有文章。', 'There is no article in the file.'),
  too_many_articles: both('文章太多，请分成几个文件。', 'There are too many articles: split the file.'),
  zip_broken: both('ZIP 已损坏或不完整，请重新打包。', 'The ZIP is damaged or incomplete: make it again.'),
  zip_encrypted: both('ZIP 设了密码，请去掉密码再上传。', 'The ZIP has a password: make it without one.'),
  zip_too_many: both('ZIP 里的文件太多，请分成几个。', 'There are too many files in the ZIP: split it.'),
  zip_too_big: both('ZIP 解压后太大，请分成几个。', 'The ZIP unpacks to too much: split it.'),
  zip_bomb: both('ZIP 的压缩比不正常，已拒绝。', 'The ZIP unpacks to more than any text does: refused.'),
  csv_no_header: both(
    '表格第一行应是列名，至少要有“标题”和“正文”。',
    'The first line must name the columns, of which title and body are needed.',
  ),
} as const;

/** Why an article, or a file of a ZIP, is refused. */
const OF_AN_ARTICLE = {
  ...OF_ANY_ROW,
  path_refused: both('文件路径不安全', 'The path of the file is not safe'),
  symlink: both('是指向别处的链接，不是文件', 'It is a link to elsewhere, not a file'),
  file_broken: both('文件内容已损坏', 'The content of the file is damaged'),
  file_too_big: both('文件太大', 'The file is too big'),
  duplicate: both('与文件里的另一篇重复', 'The file has it twice'),
  front_matter_broken: both('开头的元数据（YAML）有误', 'The front matter (YAML) is wrong'),
  text_encoding: both('文字编码无法识别，请另存为 UTF-8', 'The encoding of its text is not known: save it as UTF-8'),
  title_missing: both('没有标题', 'There is no title'),
  body_missing: both('没有正文', 'There is no text'),
  too_long: both('超过长度上限', 'It is longer than allowed'),
  html_too_deep: both('HTML 嵌套太深', 'The HTML is nested too deeply'),
  slug_taken: both('网址名已被占用，或曾属于另一篇文章', 'The address name is taken, or was another article’s'),
  changed_meanwhile: both(
    '检查之后有人改过这篇文章，请重新检查',
    'Somebody changed the article after the check: check again',
  ),
} as const;

/** What was put right, or should be looked at. */
const WARNINGS = {
  ...WARNINGS_OF_ANY_ROW,
  category_default: both('分类不认识，用了默认分类', 'Its category is not known: the default was taken'),
  section_left_out: both('栏目不存在，放在分类下', 'Its section is not there: it stands directly under its category'),
  section_too_deep: both('栏目层级过深，放在上级栏目', 'Its section is too deep: it stands in the one above'),
  section_cycle: both(
    '栏目互相包含，放在分类下',
    'Its sections contain each other: it stands directly under its category',
  ),
  section_elsewhere: both(
    '栏目在另一个分类下，文章随栏目走',
    'Its section is of another category here: it follows its section',
  ),
  language_left_out: both('不支持这种语言，未导入', 'This language is not supported: left out'),
  slug_changed: both('网址名已调整', 'Its address name was adapted'),
  visibility_unknown: both('不知道给谁看，先设为仅员工', 'Who may read it is not known: staff only for now'),
  related_unknown: both('相关文章不存在，已去掉', 'A related article is not there: left out'),
  owner_unknown: both('负责人不是这里的员工，已去掉', 'Its owner does not work here: left out'),
  keywords_cut: both('关键词太多或太长，已截取', 'Too many or too long keywords: cut'),
  html_removed: both('去掉了不允许的 HTML', 'HTML that is not allowed was taken out'),
  image_missing: both('文件里没有这张图片，需手动补', 'The file has no such picture: add it by hand'),
  image_remote: both('图片在别的网站，需手动上传', 'The picture is on another site: upload it by hand'),
  image_refused: both(
    '图片类型不支持或已损坏，需手动补',
    'The picture is damaged or of a kind that is not allowed: add it by hand',
  ),
  link_unknown: both('链接的文章不存在', 'It links to an article that is not there'),
  draft_overwritten: both(
    '草稿里尚未发布的修改会被覆盖',
    'Changes of its draft that are not published will be overwritten',
  ),
  not_published: both('还不能发布，留作草稿', 'It cannot be published yet: it stays a draft'),
} as const;

export const ARTICLE_IMPORT_MESSAGES = { ...OF_THE_FILE, ...OF_AN_ARTICLE, ...WARNINGS } as const satisfies Record<
  string,
  LocalizedText
>;
export type ArticleImportMessageCode = keyof typeof ARTICLE_IMPORT_MESSAGES;

/** Whether a message is a reason for which its article is refused; else it is taken over, and should be looked at. */
export const refusesArticle = (code: ArticleImportMessageCode): boolean => code in OF_AN_ARTICLE;
