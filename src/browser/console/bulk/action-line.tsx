import { CloseOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Suspense, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { BulkActionView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useEverySecond } from '../shared/ticker.js';
import { useJustOrdered } from './just-ordered.js';
import { bulkActions, bulkApi, isUnderWay, putAction } from './queries.js';
import { seenActions } from './seen.js';
import { useBulkTexts } from './texts.js';
import { nameOf } from './words.js';

const BulkResults = fetchedLater(() => import('./bulk-results.js'));

/** One action: the time that is left to undo it, how far it has got, what came of it. */
export function ActionLine({ action }: { action: BulkActionView }) {
  const { t } = useLanguage();
  const texts = useBulkTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const wordsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { id, state, total, counts } = action;
  const turn = useMutation({
    mutationFn: (how: 'undo' | 'stop') => bulkApi[how](id),
    onSuccess: (now) => putAction(client, now),
    onError: (error) => {
      const { title, detail } = problemText(t, error);
      void message.warning([title, detail].filter(Boolean).join(' '));
      void client.invalidateQueries({ queryKey: bulkActions.queryKey });
    },
  });
  const undo = useRef<HTMLButtonElement>(null);
  const isMine = useJustOrdered() === id;
  useEffect(() => {
    if (isMine) undo.current?.focus();
  }, [isMine]);
  const left = useSecondsLeft(action);
  const mayUndo = state === 'held' && left > 0;
  return (
    <div className={`bulk-action bulk-${state}`}>
      {/* A countdown is not read out second by second; its button says what it is of. */}
      <span id={wordsId} className="bulk-words tabular" aria-live={isUnderWay(action) ? 'off' : 'polite'}>
        {useWords(action, left)}
      </span>
      {(state === 'running' || state === 'stopping') && (
        <progress max={total} value={total - counts.waiting} aria-label={texts('progress')} />
      )}
      {!isUnderWay(action) && counts.failed > 0 && (
        <span className="bulk-failed">{texts('failed', { count: counts.failed })}</span>
      )}
      {!isUnderWay(action) && counts.skipped > 0 && <span>{texts('skipped', { count: counts.skipped })}</span>}
      <span className="bulk-ways">
        {mayUndo && (
          <Button
            ref={undo}
            size="small"
            type="primary"
            aria-describedby={wordsId}
            loading={turn.isPending}
            onClick={() => turn.mutate('undo')}
          >
            {texts('undo')}
          </Button>
        )}
        {(state === 'running' || (state === 'held' && !mayUndo)) && (
          <Button size="small" loading={turn.isPending} onClick={() => turn.mutate('stop')}>
            {texts('stop')}
          </Button>
        )}
        {state !== 'held' && state !== 'undone' && (
          <Button size="small" type="link" onClick={() => setIsOpen(true)}>
            {texts('show')}
          </Button>
        )}
        {!isUnderWay(action) && (
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={texts('hide')}
            title={texts('hide')}
            onClick={() => seenActions.add(id)}
          />
        )}
      </span>
      {isOpen && (
        <Suspense>
          <BulkResults action={action} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

function useSecondsLeft({ state, heldUntil }: BulkActionView): number {
  const compute = useCallback(
    (now: number) => (state === 'held' ? String(Math.max(0, Math.ceil((Date.parse(heldUntil) - now) / 1_000))) : '0'),
    [state, heldUntil],
  );
  return Number(useEverySecond(compute));
}

function useWords(action: BulkActionView, left: number): string {
  const texts = useBulkTexts();
  const { state, total, counts } = action;
  const what = texts(`of.${nameOf(action.deed)}`);
  if (state === 'held') return texts(left > 0 ? 'held' : 'beginning', { what, total, seconds: left });
  const done = state === 'running' ? total - counts.waiting : counts.done;
  return texts(state, { what, total, done, undone: counts.undone });
}
