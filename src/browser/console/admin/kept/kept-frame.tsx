import type { UseMutationResult } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { PropsWithChildren } from 'react';
import type { LocalizedText } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { useAdminTexts } from '../texts.js';

interface Props {
  one: { title: LocalizedText; pinyin: string; initials: string; archived: boolean; version: number };
  page: string;
  texts: (
    key: 'typed' | 'archive' | 'restore' | 'archivedDone' | 'restoredDone',
    values?: Record<string, string>,
  ) => string;
  archiving: UseMutationResult<unknown, Error, { archived: boolean; version: number }>;
  /** What is typed is saved or discarded first. */
  isDirty: boolean;
}

/** One canned reply or macro: how it is found, its end, and its form. */
export function KeptFrame({ one, page, texts, archiving, isDirty, children }: PropsWithChildren<Props>) {
  const { t, pick } = useLanguage();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const setArchived = (archived: boolean) =>
    archiving.mutate(
      { archived, version: one.version },
      {
        onSuccess: () => void message.success(texts(archived ? 'archivedDone' : 'restoredDone')),
        onError: (error) => void message.error(problemText(t, error).title),
      },
    );
  return (
    <PageFrame
      title={pick(one.title)}
      intro={texts('typed', { initials: one.initials, pinyin: one.pinyin })}
      actions={
        <>
          <Button onClick={() => goTo(adminAddress(page))}>{adminTexts('back')}</Button>
          <Button loading={archiving.isPending} disabled={isDirty} onClick={() => setArchived(!one.archived)}>
            {texts(one.archived ? 'restore' : 'archive')}
          </Button>
        </>
      }
    >
      <section className="sheet staff-part kept-editor">{children}</section>
    </PageFrame>
  );
}
