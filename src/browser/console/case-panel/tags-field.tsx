import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { useState } from 'react';
import { TAG_LIMITS, type TicketView, tidyTag } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useFormTexts } from './form-texts.js';

/** The tags of a case, kept as soon as they are chosen. */
export function TagsField({ id, ticket }: { id: string; ticket: TicketView }) {
  const { t } = useLanguage();
  const texts = useFormTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const known = useQuery({ queryKey: [...keys.tags, tidyTag(typed)], queryFn: () => api.tags(tidyTag(typed)) });
  const saving = useMutation({
    mutationFn: (tags: string[]) => api.editTicket(ticket.number, ticket.version, { tags }),
    onSuccess: (saved) => {
      client.setQueryData(keys.ticket(ticket.number), saved);
      void client.invalidateQueries({ queryKey: keys.timeline(ticket.number) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.tags });
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) });
      void message.error(problemText(t, error).title);
    },
  });
  const choose = (chosen: string[]) => {
    setTyped('');
    const tags = chosen.map((tag) => tidyTag(tag).slice(0, TAG_LIMITS.length)).filter((tag) => tag !== '');
    saving.mutate(tags.slice(0, TAG_LIMITS.perTicket));
  };
  return (
    <Select<string[]>
      id={id}
      mode="tags"
      style={{ width: '100%' }}
      disabled={!ticket.allowed.edit}
      loading={saving.isPending}
      placeholder={texts('tagsPlaceholder')}
      tokenSeparators={[',', '，', '、']}
      maxCount={TAG_LIMITS.perTicket}
      filterOption={false}
      value={saving.isPending ? saving.variables : ticket.tags}
      options={known.data?.items.map(({ tag, uses }) => ({ value: tag, label: tag, uses }))}
      optionRender={({ label, data }) => (
        <span className="tag-option">
          {label}
          <span className="panel-hint tabular">{data.uses}</span>
        </span>
      )}
      onSearch={setTyped}
      onChange={choose}
    />
  );
}
