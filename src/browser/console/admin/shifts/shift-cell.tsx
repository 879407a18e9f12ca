import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import type { ShiftView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useRemoveShift } from './queries.js';
import { useShiftTexts } from './texts.js';
import { clockSpan } from './week.js';

/** What one person works from one day on. */
export function ShiftCell({
  teamId,
  shifts,
  editable,
  addLabel,
  onAdd,
}: {
  teamId: string;
  shifts: ShiftView[];
  editable: boolean;
  /** Of the button that adds one; none: nothing can be added here. */
  addLabel?: string;
  onAdd: () => void;
}) {
  const { t } = useLanguage();
  const texts = useShiftTexts();
  const { message } = App.useApp();
  const removing = useRemoveShift(teamId);
  const remove = (id: string) =>
    removing.mutate(id, {
      onSuccess: () => void message.success(texts('removed')),
      onError: (error) => {
        // Somebody was faster: it is gone, as was wanted.
        if (!isProblem(error, 'not_found')) void message.error(problemText(t, error).title);
      },
    });
  return (
    <td>
      {shifts.map((shift) => {
        const words = (
          <>
            {clockSpan(shift)}
            {shift.ends.slice(0, 10) > shift.starts.slice(0, 10) && !shift.ends.endsWith('00:00') && (
              <small>{texts('nextDay')}</small>
            )}
          </>
        );
        if (!editable)
          return (
            <span key={shift.id} className="shifts-one tabular">
              {words}
            </span>
          );
        return (
          <Popconfirm
            key={shift.id}
            title={texts('removeTitle')}
            okText={texts('remove')}
            okButtonProps={{ danger: true }}
            onConfirm={() => remove(shift.id)}
          >
            <button
              type="button"
              className="shifts-one tabular"
              aria-label={`${shift.staffName} ${clockSpan(shift)} ${texts('remove')}`}
            >
              {words}
            </button>
          </Popconfirm>
        );
      })}
      {addLabel && (
        <Button
          className="shifts-add"
          size="small"
          type="text"
          icon={<PlusOutlined aria-hidden />}
          aria-label={addLabel}
          onClick={onAdd}
        />
      )}
    </td>
  );
}
