import { DeleteOutlined, DownOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { goTo } from '../routing/use-route.js';
import { PRESETS } from './presets.js';
import { countFilters, writeQuestion } from './question.js';
import { SaveView } from './save-view.js';
import { useTicketsTexts } from './texts.js';
import { type QuestionState, tableAddress } from './use-question.js';

/** The ways to look at the tickets: presets, and what one has saved. Its name is that of the view that is open. */
export function ViewMenu({ state: { question } }: { state: QuestionState }) {
  const { t } = useLanguage();
  const texts = useTicketsTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const views = useQuery({ queryKey: keys.savedViews, queryFn: api.savedViews }).data?.items ?? [];
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => api.deleteView(id),
    onSuccess: (_, { name }) => void message.success(texts('removed', { name })),
    onError: (error) => void message.error(problemText(t, error).title),
    onSettled: () => client.invalidateQueries({ queryKey: keys.savedViews }),
  });
  const current = writeQuestion(question);
  const preset = PRESETS.find((each) => writeQuestion(each.question) === current);
  const view = views.find(({ query }) => query === current);
  const name = view?.name ?? (preset ? texts(`preset.${preset.key}`) : texts(current === '' ? 'all' : 'views'));
  const items: MenuProps['items'] = [
    { key: 'all', label: texts('all'), onClick: () => goTo(tableAddress('')) },
    ...PRESETS.map(({ key, question: asked }) => ({
      key,
      label: texts(`preset.${key}`),
      onClick: () => goTo(tableAddress(writeQuestion(asked))),
    })),
    {
      key: 'mine',
      type: 'group' as const,
      label: views.length > 0 ? texts('mine') : texts('noViews'),
      children: views.map((each) => ({
        key: each.id,
        label: (
          <span className="tickets-view">
            <span className="ellipsis">{each.name}</span>
            <button
              type="button"
              className="quiet-button"
              aria-label={texts('remove', { name: each.name })}
              onClick={(event) => {
                event.stopPropagation();
                remove.mutate(each);
              }}
            >
              <DeleteOutlined aria-hidden />
            </button>
          </span>
        ),
        onClick: () => goTo(tableAddress(each.query)),
      })),
    },
    { type: 'divider' as const },
    {
      key: 'save',
      icon: <PlusOutlined aria-hidden />,
      label: texts('save'),
      disabled: !question.q && countFilters(question) === 0,
      onClick: () => setIsSaving(true),
    },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, selectedKeys: [view?.id ?? preset?.key ?? (current ? '' : 'all')] }}>
        <Button type="text" className="tickets-views">
          <strong>{name}</strong>
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {isSaving && <SaveView query={current} suggested={view?.name ?? ''} onClose={() => setIsSaving(false)} />}
    </>
  );
}
