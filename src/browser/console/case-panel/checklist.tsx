import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import type { ChecklistItemView, TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys, useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';

/** What there is to see to in a case of this kind, and what was seen to though it is not asked for any more. */
export function useChecklist(ticket: TicketView): ChecklistItemView[] {
  const sub = useCategories()
    .data?.items.find(({ key }) => key === ticket.category)
    ?.subCategories.find(({ key }) => key === ticket.subCategory);
  const done = ticket.checks.map(({ item }) => item);
  return (sub?.checklist ?? []).filter(({ key, archived }) => !archived || done.includes(key));
}

/** Items to tick, with who did them and when. */
export function Checklist({ ticket, items }: { ticket: TicketView; items: readonly ChecklistItemView[] }) {
  const { t, pick, formats } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const ticking = useMutation({
    mutationFn: ({ item, done }: { item: string; done: boolean }) => api.check(ticket.number, item, done),
    onSuccess: (saved) => {
      client.setQueryData(keys.ticket(ticket.number), saved);
      void client.invalidateQueries({ queryKey: keys.timeline(ticket.number) });
    },
    onError: (error) => void message.error(problemText(t, error).title),
  });
  return (
    <ul className="checklist">
      {items.map(({ key, label, archived }) => {
        const check = ticket.checks.find(({ item }) => item === key);
        const isMoving = ticking.isPending && ticking.variables.item === key;
        return (
          <li key={key}>
            <Checkbox
              checked={isMoving ? ticking.variables.done : check !== undefined}
              disabled={!ticket.allowed.edit || isMoving}
              onChange={({ target }) => ticking.mutate({ item: key, done: target.checked })}
            >
              {archived ? t('form.archived', { name: pick(label) }) : pick(label)}
            </Checkbox>
            {check && (
              <span className="panel-hint">
                {check.doneBy} ·{' '}
                <time dateTime={check.doneAt} title={formats.full(check.doneAt)}>
                  {formats.short(check.doneAt)}
                </time>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
