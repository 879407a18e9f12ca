import { BulbOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { type AssistanceView, REWRITING_TONES } from '../../../../contract/index.js';
import type { ComposerMode } from '../drafts.js';
import { useAssistanceTexts } from './texts.js';
import type { Wish } from './use-assistance.js';

const LANGUAGES = ['en', 'zh-CN'] as const;

interface Props {
  offer: AssistanceView;
  mode: ComposerMode;
  draft: string;
  onWish: (wish: Wish) => void;
}

/** What there is to help with here. Notes stay in the house: only what customers may read is worked on. */
export function AssistanceMenu({ offer, mode, draft, onWish }: Props) {
  const texts = useAssistanceTexts();
  const label = texts(offer.generates ? 'menu' : 'menuPlain');
  const has = (deed: Wish['deed']) => offer.deeds.includes(deed);
  const empty = draft.trim() === '';
  const ofDraft = (key: string, words: string, wish: Wish) => ({
    key,
    disabled: empty,
    label: empty ? texts('ofDraft', { deed: words }) : words,
    onClick: () => onWish(wish),
  });
  const parts: NonNullable<MenuProps['items']>[] = [
    mode === 'reply' && has('suggestion')
      ? [{ key: 'suggestion', label: texts('suggestion'), onClick: () => onWish({ deed: 'suggestion' }) }]
      : [],
    mode === 'reply' && has('rewriting')
      ? REWRITING_TONES.map((tone) => ofDraft(tone, texts(tone), { deed: 'rewriting', tone, draft }))
      : [],
    mode === 'reply' && has('translation')
      ? LANGUAGES.map((to) => ofDraft(to, texts(to), { deed: 'translation', to, draft }))
      : [],
    has('summary') ? [{ key: 'summary', label: texts('summary'), onClick: () => onWish({ deed: 'summary' }) }] : [],
  ].filter((part) => part.length > 0);
  const items = parts.flatMap((part, index) =>
    index === 0 ? part : [{ type: 'divider' as const, key: `line-${index}` }, ...part],
  );
  return (
    <Dropdown trigger={['click']} placement="topLeft" menu={{ items }}>
      <Button type="text" icon={<BulbOutlined aria-hidden />} aria-label={label} className="assistance-button">
        <span className="assistance-word">{label}</span>
      </Button>
    </Dropdown>
  );
}
