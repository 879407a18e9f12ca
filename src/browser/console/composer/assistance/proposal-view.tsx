import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import type { AssistedTextView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useAssistanceTexts } from './texts.js';
import type { Proposal } from './use-assistance.js';
import './assistance.css';

interface Props {
  proposal: Proposal;
  onAdopt: (text: string) => void;
  onRetry: () => void;
  onDismiss: () => void;
}

/** What is proposed, above the draft: taken or left by the person who writes, never sent by itself. */
export function ProposalView({ proposal, onAdopt, onRetry, onDismiss }: Props) {
  const texts = useAssistanceTexts();
  const { t } = useLanguage();
  const box = useRef<HTMLElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const { phase, wish } = proposal;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each phase has a first button of its own.
  useEffect(() => {
    const held = document.activeElement;
    // Whoever writes on meanwhile is not taken out of the sentence: the next Enter would take the proposal.
    if (held === null || held === document.body || box.current?.contains(held)) first.current?.focus();
  }, [phase]);
  const problem = phase === 'failed' && problemText(t, proposal.error);
  const isText = phase === 'done' && proposal.result.text !== '';
  return (
    <section
      ref={box}
      className="assistance"
      aria-label={texts('proposal')}
      aria-busy={phase === 'working'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDismiss();
      }}
    >
      <div role="status" className="assistance-body">
        {phase === 'working' && (
          <p className="assistance-quiet">
            <Spin size="small" /> {texts('working')}
          </p>
        )}
        {phase === 'failed' && (
          <p>
            <b>{texts('failed')}</b> {problem && (problem.detail ?? problem.title)}
          </p>
        )}
        {phase === 'done' && !isText && <p>{texts('nothing')}</p>}
        {isText && <Result result={proposal.result} isSummary={wish.deed === 'summary'} />}
      </div>
      <div className="assistance-deeds">
        {isText && (
          <Button ref={first} size="small" type="primary" onClick={() => onAdopt(proposal.result.text)}>
            {texts(wish.deed === 'summary' ? 'toNote' : 'adopt')}
          </Button>
        )}
        {phase === 'failed' && (
          <Button ref={first} size="small" onClick={onRetry}>
            {texts('retry')}
          </Button>
        )}
        <Button ref={isText || phase === 'failed' ? undefined : first} size="small" type="text" onClick={onDismiss}>
          {texts(phase === 'working' ? 'cancel' : isText ? 'discard' : 'close')}
        </Button>
      </div>
    </section>
  );
}

function Result({ result, isSummary }: { result: AssistedTextView; isSummary: boolean }) {
  const texts = useAssistanceTexts();
  const { text, generated, citations, failed } = result;
  return (
    <>
      <p className="assistance-quiet">
        <span className="badge">{texts(generated ? 'generated' : 'extracted')}</span>{' '}
        {failed ? texts(isSummary ? 'fellBackSummary' : 'fellBack') : generated && texts('checkFirst')}
      </p>
      <p className="assistance-text">{text}</p>
      {citations.length > 0 && (
        <p className="assistance-quiet">
          {texts('basis')}{' '}
          {citations.map(({ articleId, title, url, version }) => (
            <a key={articleId} href={url} target="_blank" rel="noopener">
              《{title}》v{version}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
