import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { LIMITS } from '../../../contract/index.js';
import { Choice } from '../shared/choice.js';
import { useStoredValue } from '../shared/stored-value.js';
import { COLUMNS, DENSITIES, shownColumns, storedDensity, useShownColumns } from './columns.js';
import { ExportMenu } from './export-menu.js';
import { useTicketsTexts } from './texts.js';
import type { QuestionState } from './use-question.js';
import { ViewMenu } from './view-menu.js';

/** What is shown, how many there are, and how they are shown. @param count undefined: not known yet; null: not to be had */
export function TableHead({ state, count }: { state: QuestionState; count: number | null | undefined }) {
  const texts = useTicketsTexts();
  const limit = LIMITS.countedTickets;
  const counted = () => {
    if (count === undefined) return texts('counting');
    if (count === null) return '';
    return count > limit ? texts('countMore', { count: limit }) : texts('count', { count });
  };
  return (
    <header className="tickets-head">
      <h2 className="sr-only">{texts('title')}</h2>
      <ViewMenu state={state} />
      <span className="tickets-count tabular" aria-live="polite">
        {counted()}
      </span>
      <ExportMenu question={state.question} />
      <Popover trigger="click" placement="bottomRight" content={<Appearance />}>
        <Button icon={<SettingOutlined aria-hidden />} className="tickets-appearance">
          {texts('columns')}
        </Button>
      </Popover>
    </header>
  );
}

function Appearance() {
  const texts = useTicketsTexts();
  const shown = useShownColumns();
  const density = useStoredValue(storedDensity);
  return (
    <div className="tickets-options">
      <Choice
        label={texts('density')}
        value={density}
        options={DENSITIES.map((value) => ({ value, label: texts(value) }))}
        onChange={(value) => storedDensity.set(value)}
      />
      {COLUMNS.filter((column) => column !== 'subject').map((column) => (
        <Checkbox
          key={column}
          checked={shown.includes(column)}
          onChange={({ target }) =>
            shownColumns.set(target.checked ? [...shown, column] : shown.filter((each) => each !== column))
          }
        >
          {texts(column)}
        </Checkbox>
      ))}
    </div>
  );
}
