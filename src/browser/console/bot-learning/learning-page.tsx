import { REPORT_DAYS, type ReportDays } from '../../../contract/index.js';
import { BotFrame } from '../bot-report/bot-frame.js';
import { goTo, useAddressQuery } from '../routing/use-route.js';
import { Choice } from '../shared/choice.js';
import { PageFrame } from '../shared/page-frame.js';
import { FlagList } from './flag-list.js';
import { QuestionList } from './question-list.js';
import { ReplyList } from './reply-list.js';
import { useBotLearningTexts } from './texts.js';
import '../admin/help-learning/learning.css';
import './bot-learning.css';

const VIEWS = ['questions', 'replies', 'flags'] as const;

/** 待改进: what the bot could have known better, each with one click to what mends it. */
export default function LearningPage() {
  return (
    <BotFrame>
      <Learning />
    </BotFrame>
  );
}

function Learning() {
  const texts = useBotLearningTexts();
  const query = useAddressQuery();
  const days = REPORT_DAYS.find((each) => String(each) === query.get('days')) ?? 30;
  const view = VIEWS.find((each) => each === query.get('view')) ?? 'questions';
  const choose = (change: { days?: ReportDays; view?: (typeof VIEWS)[number] }) => {
    const chosen = { days, view, ...change };
    goTo(`/console/bot/learning?${new URLSearchParams({ ...chosen, days: String(chosen.days) })}`, 'replace');
  };
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <div className="learning-bar">
        <Choice
          label={texts('about')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: texts(value) }))}
          onChange={(value) => choose({ view: value })}
        />
        {view !== 'flags' && (
          <Choice
            label={texts('period')}
            value={String(days)}
            options={REPORT_DAYS.map((each) => ({ value: String(each), label: texts('days', { days: each }) }))}
            onChange={(value) => choose({ days: Number(value) as ReportDays })}
          />
        )}
      </div>
      {view === 'questions' && <QuestionList days={days} />}
      {view === 'replies' && <ReplyList days={days} />}
      {view === 'flags' && <FlagList />}
    </PageFrame>
  );
}
