import { Alert, Input } from 'antd';
import { DEFLECTION_DIMENSIONS, type DeflectionReportView, decidedOf } from '../../../contract/index.js';
import { goTo, useAddressQuery } from '../routing/use-route.js';
import { Choice } from '../shared/choice.js';
import { PageFrame } from '../shared/page-frame.js';
import { QueryState } from '../shared/query-state.js';
import { serverTime } from '../shared/server-time.js';
import { BotFrame } from './bot-frame.js';
import { Headline } from './headline.js';
import { type Chosen, isPeriod, lastDays, PRESETS, readChosen } from './period.js';
import { useDeflection } from './queries.js';
import { Reasons } from './reasons.js';
import { ReportTable } from './report-table.js';
import { useReportTexts } from './texts.js';
import './report.css';

const nowAtDesk = (): number => serverTime.now() ?? Date.now();

/** 自助解决: what came of conversations with the bot, counted so that it can be believed. */
export default function ReportPage() {
  return (
    <BotFrame>
      <Report />
    </BotFrame>
  );
}

function Report() {
  const texts = useReportTexts();
  const chosen = readChosen(useAddressQuery(), nowAtDesk());
  const can = isPeriod(chosen);
  const query = useDeflection(chosen, can);
  const choose = (change: Partial<Chosen>) => {
    const { from, to, by } = { ...chosen, ...change };
    goTo(`/console/bot/report?${new URLSearchParams({ from, to, by })}`, 'replace');
  };
  return (
    <PageFrame title={texts('title')} intro={texts('intro')} actions={<Period chosen={chosen} onChoose={choose} />}>
      {can ? (
        <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'report-old' : undefined}>
          <QueryState query={query}>{(report) => <Figures report={report} onChoose={choose} />}</QueryState>
        </div>
      ) : (
        <Alert type="warning" showIcon title={texts('badPeriod')} role="alert" />
      )}
    </PageFrame>
  );
}

function Period({ chosen, onChoose }: { chosen: Chosen; onChoose: (change: Partial<Chosen>) => void }) {
  const texts = useReportTexts();
  const preset = PRESETS.find((days) => {
    const { from, to } = lastDays(days, nowAtDesk());
    return from === chosen.from && to === chosen.to;
  });
  return (
    <div className="report-period">
      <Choice
        label={texts('period')}
        value={String(preset ?? '')}
        options={PRESETS.map((days) => ({ value: String(days), label: texts('days', { days }) }))}
        onChange={(days) => onChoose(lastDays(Number(days), nowAtDesk()))}
      />
      <span className="report-days">
        {(['from', 'to'] as const).map((end) => (
          <Input
            key={end}
            type="date"
            aria-label={texts(end)}
            value={chosen[end]}
            onChange={({ target }) => target.value && onChoose({ [end]: target.value })}
          />
        ))}
      </span>
    </div>
  );
}

function Figures({ report, onChoose }: { report: DeflectionReportView; onChoose: (change: Partial<Chosen>) => void }) {
  const texts = useReportTexts();
  const { totals, rows, leftOff, by } = report;
  if (decidedOf(totals) + totals.undecided === 0)
    return (
      <div className="placeholder">
        <strong>{texts('empty')}</strong>
        <p>{texts('emptyDetail')}</p>
      </div>
    );
  return (
    <>
      <Headline report={report} />
      <Reasons report={report} />
      <div className="report-by">
        <Choice
          label={texts('by')}
          value={by}
          options={DEFLECTION_DIMENSIONS.map((value) => ({ value, label: texts(`by.${value}`) }))}
          onChange={(value) => onChoose({ by: value })}
        />
      </div>
      <ReportTable report={report} />
      {by === 'article' && <p className="report-how">{texts('articleHow')}</p>}
      {leftOff > 0 && <p className="report-how">{texts('leftOff', { shown: rows.length, more: leftOff })}</p>}
    </>
  );
}
