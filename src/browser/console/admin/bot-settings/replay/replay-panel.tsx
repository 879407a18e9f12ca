import { Alert, Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { type BotSettings, botSettingsProblems, REPLAY_TURNS } from '../../../../../contract/index.js';
import { isProblem } from '../../../api/client.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { problemText } from '../../../i18n/problem-text.js';
import { Loading } from '../../../shared/loading.js';
import { useReplay } from '../queries.js';
import { ReplayChanges } from './replay-changes.js';
import { ReplayCountsTable } from './replay-counts.js';
import { useReplayTexts } from './texts.js';
import './replay.css';

const BEGIN_WITH = 100;

/** What would have been different in old conversations, by the settings as they are typed. */
export function ReplayPanel({ settings }: { settings: BotSettings }) {
  const texts = useReplayTexts();
  const id = useId();
  const replay = useReplay();
  const [turns, setTurns] = useState(BEGIN_WITH);
  const isValid = botSettingsProblems(settings).length === 0;
  return (
    <section className="sheet bot-part bot-replay" aria-labelledby={id}>
      <h3 id={id}>{texts('title')}</h3>
      <p className="field-hint">{texts('hint')}</p>
      <div className="replay-run">
        <label htmlFor={`${id}-turns`}>{texts('turns')}</label>
        <InputNumber
          id={`${id}-turns`}
          min={1}
          max={REPLAY_TURNS}
          precision={0}
          value={turns}
          onChange={(value) => value !== null && setTurns(value)}
        />
        <Button loading={replay.isPending} disabled={!isValid} onClick={() => replay.mutate({ settings, turns })}>
          {texts('run')}
        </Button>
        {replay.isPending && <Button onClick={replay.stop}>{texts('stop')}</Button>}
      </div>
      {!isValid && <p className="field-error">{texts('invalid')}</p>}
      <div aria-live="polite">
        <Outcome replay={replay} settings={settings} />
      </div>
    </section>
  );
}

function Outcome({ replay, settings }: { replay: ReturnType<typeof useReplay>; settings: BotSettings }) {
  const { t } = useLanguage();
  const texts = useReplayTexts();
  const { data, error, isPending, variables } = replay;
  if (isPending)
    return (
      <div className="placeholder">
        <Loading />
        <p>{texts('running')}</p>
      </div>
    );
  if (error) {
    const { title, detail } = problemText(t, error);
    const isBusy = isProblem(error, 'too_many_requests');
    return (
      <Alert
        type={isBusy ? 'warning' : 'error'}
        role="alert"
        showIcon
        title={isBusy ? texts('busy') : texts('failed')}
        description={isBusy ? undefined : (detail ?? title)}
      />
    );
  }
  if (!data) return <p className="bot-quiet">{texts('notYet')}</p>;
  if (data.turns === 0) return <p className="bot-quiet">{texts('nothing')}</p>;
  const { turns, conversations, changes, cutShort } = data;
  const isOld = JSON.stringify(variables?.settings) !== JSON.stringify(settings);
  return (
    <div className="replay-outcome">
      <p>
        <strong>
          {changes.length === 0
            ? texts('same', { turns })
            : texts('played', { turns, conversations, changes: changes.length })}
        </strong>{' '}
        {cutShort && texts('cutShort')}
      </p>
      {isOld && <p className="badge badge-warn replay-old">{texts('outdated')}</p>}
      <ReplayCountsTable before={data.before} after={data.after} />
      {changes.length > 0 && <ReplayChanges changes={changes} />}
    </div>
  );
}
