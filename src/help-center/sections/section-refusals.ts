import { type LocalizedText, SECTION_LIMITS, type SectionFault } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** Why a section cannot stand where it is to go, and what to do. */
export const MISPLACED: Record<SectionFault, LocalizedText> = {
  no_parent: { 'zh-CN': '上级栏目已不存在，请换一个位置。', en: 'The section above is gone: choose another place.' },
  other_category: {
    'zh-CN': '上级栏目属于另一个问题类型，请连同问题类型一起选择。',
    en: 'The section above is of another category: choose the category with it.',
  },
  cycle: {
    'zh-CN': '不能把栏目移到它自己或它的下级里面。',
    en: 'A section cannot stand in itself or in one of its own sub-sections.',
  },
  too_deep: {
    'zh-CN': `栏目最多 ${SECTION_LIMITS.levels} 级，请移到更浅的位置。`,
    en: `Sections go ${SECTION_LIMITS.levels} levels deep at most: choose a place higher up.`,
  },
};

export const TOO_MANY: LocalizedText = {
  'zh-CN': `最多 ${SECTION_LIMITS.count} 个栏目，请先删除用不到的。`,
  en: `There are ${SECTION_LIMITS.count} sections at most: remove some that nobody needs.`,
};

export function standsIn({ sections, articles }: { sections: number; articles: number }): LocalizedText {
  const chinese = [sections > 0 && `${sections} 个下级栏目`, articles > 0 && `${articles} 篇文章`];
  const english = [
    sections > 0 && `${sections} ${sections === 1 ? 'sub-section' : 'sub-sections'}`,
    articles > 0 && `${articles} ${articles === 1 ? 'article' : 'articles'}`,
  ];
  return {
    'zh-CN': `里面还有 ${chinese.filter(Boolean).join('和 ')}（含草稿和定时发布），请先移走。`,
    en: `It still holds ${english.filter(Boolean).join(' and ')} (drafts and scheduled ones included): move them first.`,
  };
}

export const slugTaken = (cause?: unknown): DeskError =>
  new DeskError('invalid_input', {
    errors: [{ path: 'slug', message: 'is taken by another section' }],
    detail: { 'zh-CN': '这个网址名已被另一个栏目占用。', en: 'Another section has this address name.' },
    cause,
  });
