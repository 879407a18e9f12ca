import type { Locale, LocalizedText } from '../../contract/index.js';
import type { Said } from './status.inputs.js';

/** Why what was sent did not happen. */
export type Refusal =
  | 'moved'
  | 'too_soon'
  | 'too_many'
  | 'too_large'
  | 'too_many_files'
  | 'wrong_type'
  | 'empty'
  | 'too_long'
  | 'over'
  | 'incomplete';

const text = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

const DONE: Record<Said, LocalizedText> = {
  replied: text('已收到，谢谢补充。我们会尽快答复。', 'We have it, thank you, and answer as soon as we can.'),
  nudged: text('已为您催办，负责的同事已收到提醒。', 'Whoever has your case has been told to hurry.'),
  withdrawn: text('工单已撤销。', 'The case has been withdrawn.'),
  confirmed: text('谢谢确认，很高兴问题解决了。', 'Thank you. We are glad that it is solved.'),
  reopened: text('收到，我们马上继续处理。', 'Understood: we go on at once.'),
  rated: text('评价已收到，谢谢。', 'We have your rating, thank you.'),
};

const REFUSED: Record<Refusal, LocalizedText> = {
  moved: text(
    '没有执行：工单在您打开页面后有了变化。下面是最新情况。',
    'Nothing was done: the case has moved on since you opened the page. This is how it stands now.',
  ),
  too_soon: text('刚刚催过了，同事已经收到提醒。', 'You have hurried us already, and we know.'),
  too_many: text('发送太频繁，请稍后再试。', 'Too many answers in a short time. Please wait a little.'),
  too_large: text('有文件太大，没有上传：', 'Too large, and not taken: '),
  too_many_files: text('文件太多，这些没有上传：', 'Too many files; not taken: '),
  wrong_type: text('这种文件不能上传：', 'This kind of file is not taken: '),
  empty: text('请写下要补充的内容，或添加文件。', 'Please write something, or add a file.'),
  too_long: text('内容太长，请缩短到 4000 字以内。', 'Too long: at most 4,000 characters.'),
  over: text('工单已结束，没有发送。', 'The case is over; nothing was sent.'),
  incomplete: text('还有内容没有填，请检查。', 'Something is missing; please check.'),
};

export const doneWords = (said: Said, locale: Locale): string => DONE[said][locale];

/** @param names of the files that it is about */
export const refusedWords = (refusal: Refusal, locale: Locale, names: readonly string[] = []): string =>
  REFUSED[refusal][locale] + names.join(locale === 'en' ? ', ' : '、');
