import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import {
  READING_PLACES,
  REPORT_DAYS,
  type ReadingPlace,
  type ReportDays,
  SEARCH_GAPS,
} from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { Choice } from '../../shared/choice.js';
import { PageFrame } from '../../shared/page-frame.js';
import { ArticlesReport } from './articles-report.js';
import { GapList } from './gap-list.js';
import { fileAddress } from './queries.js';
import { useLearningTexts } from './texts.js';
import { Totals } from './totals.js';
import './learning.css';

const VIEWS = [...SEARCH_GAPS, 'articles'] as const;
const PLACES = READING_PLACES.filter((place) => place !== 'console');

interface Chosen {
  days: ReportDays;
  view: (typeof VIEWS)[number];
  place?: ReadingPlace | undefined;
}

/** What customers look for in vain, and what they read in vain. */
export default function GapsPage() {
  const texts = useLearningTexts();
  const chosen = read(useAddressQuery());
  const { days, view } = chosen;
  const place = view === 'articles' ? undefined : chosen.place;
  const choose = (change: Partial<Chosen>) => {
    const { days, view, place } = { ...chosen, ...change };
    const query = new URLSearchParams({ days: String(days), view, ...(place && { place }) });
    goTo(`${adminAddress('help-gaps')}?${query}`, 'replace');
  };
  const file = view === 'articles' ? fileAddress('articles', days) : fileAddress('gaps', days, view, place);
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Choice
          label={texts('period')}
          value={String(days)}
          options={REPORT_DAYS.map((each) => ({ value: String(each), label: texts('days', { days: each }) }))}
          onChange={(value) => choose({ days: Number(value) as ReportDays })}
        />
      }
    >
      <Totals days={days} />
      <div className="learning-bar">
        <Choice
          label={texts('about')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: texts(value) }))}
          onChange={(value) => choose({ view: value })}
        />
        {view !== 'articles' && (
          <Select
            aria-label={texts('place')}
            style={{ minWidth: 130 }}
            value={place ?? ''}
            options={[
              { value: '', label: texts('anyPlace') },
              ...PLACES.filter((value) => view === 'no_result' || value !== 'bot').map((value) => ({
                value,
                label: texts(`place.${value}`),
              })),
            ]}
            onChange={(value) => choose({ place: PLACES.find((each) => each === value) })}
          />
        )}
        <Button href={file} download icon={<DownloadOutlined aria-hidden />}>
          {texts('export')}
        </Button>
      </div>
      {view === 'articles' ? <ArticlesReport days={days} /> : <GapList gap={view} days={days} place={place} />}
    </PageFrame>
  );
}

function read(query: URLSearchParams): Chosen {
  return {
    days: REPORT_DAYS.find((days) => String(days) === query.get('days')) ?? 30,
    view: VIEWS.find((view) => view === query.get('view')) ?? 'no_result',
    place: PLACES.find((place) => place === query.get('place')),
  };
}
