import { defineTexts } from '../i18n/texts.js';

export const useAdminTexts = defineTexts(
  {
    title: '管理',
    pages: '管理页面',
    nothing: '这里没有您可以管理的内容',
    nothingDetail: '如需权限，请联系管理员。',
    more: '加载更多',
    conflict: '他人刚刚修改了同一内容',
    conflictDetail: '您输入的内容都还在。请核对下面的差异，再决定保留哪一份。',
    theirs: '对方',
    mine: '我的',
    empty: '（空）',
    takeTheirs: '采用对方的',
    keepMine: '保留我的并继续',
  },
  {
    title: 'Administration',
    pages: 'Administration pages',
    nothing: 'There is nothing here for you to manage',
    nothingDetail: 'Ask an administrator if you need it.',
    more: 'Load more',
    conflict: 'Somebody else has just changed this',
    conflictDetail: 'All that you typed is still here. Compare, then decide which to keep.',
    theirs: 'Theirs',
    mine: 'Mine',
    empty: '(empty)',
    takeTheirs: 'Take theirs',
    keepMine: 'Keep mine and go on',
  },
);
