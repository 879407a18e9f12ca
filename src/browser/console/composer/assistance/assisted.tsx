import { Button } from 'antd';
import { useState } from 'react';
import type { ComposerMode } from '../drafts.js';
import type { useDrafts } from '../use-drafts.js';
import { ProposalView } from './proposal-view.js';
import { useAssistanceTexts } from './texts.js';
import type { useProposal, Wish } from './use-assistance.js';

/** What was taken over, and what stood there before. */
interface Taken {
  mode: ComposerMode;
  before: string;
  after: string;
}

interface Props {
  assistance: ReturnType<typeof useProposal>;
  drafts: ReturnType<typeof useDrafts>;
  /** The words stand in this mode now. */
  onPut: (mode: ComposerMode) => void;
  /** It was left without taking it. */
  onLeave: () => void;
}

/** The proposal over the draft, and the way back while nothing else was written. */
export function Assisted({ assistance: { proposal, ask, dismiss }, drafts, onPut, onLeave }: Props) {
  const texts = useAssistanceTexts();
  const [taken, setTaken] = useState<Taken>();

  function adopt(wish: Wish, text: string) {
    const mode = wish.deed === 'summary' ? 'note' : 'reply';
    const before = drafts.texts[mode];
    // Other wordings take the place of the draft; what is new stands below it.
    const isWording = wish.deed === 'rewriting' || wish.deed === 'translation';
    const after = isWording ? text : [before.trimEnd(), text].filter(Boolean).join('\n');
    drafts.put(mode, after);
    setTaken({ mode, before, after });
    dismiss();
    onPut(mode);
  }
  function undo({ mode, before }: Taken) {
    drafts.put(mode, before);
    setTaken(undefined);
    onPut(mode);
  }

  if (proposal)
    return (
      <ProposalView
        proposal={proposal}
        onAdopt={(text) => adopt(proposal.wish, text)}
        onRetry={() => ask(proposal.wish)}
        onDismiss={() => {
          dismiss();
          onLeave();
        }}
      />
    );
  if (!taken || drafts.mode !== taken.mode || drafts.text !== taken.after) return null;
  return (
    <p className="assistance-undo" role="status">
      {texts('adopted')}
      <Button size="small" type="link" onClick={() => undo(taken)}>
        {texts('undo')}
      </Button>
    </p>
  );
}
