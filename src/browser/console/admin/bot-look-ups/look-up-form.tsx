import { Input, Select, Switch } from 'antd';
import { useId } from 'react';
import { BOT_LOOK_UP_LIMITS, CATEGORIES, FIELD_FORMATS, type FieldFormat } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { WordList } from '../bot-settings/word-list.js';
import { faultsOf, type LookUpDraft, type LookUpFault } from './look-up-draft.js';
import { useLookUpTexts } from './texts.js';

const LIMITS = BOT_LOOK_UP_LIMITS;
const FORMATS = Object.keys(FIELD_FORMATS) as FieldFormat[];

/** What is asked of the host, by which words, and what the customer has to say first. */
export function LookUpForm({
  draft,
  tried,
  refused,
  onChange,
}: {
  draft: LookUpDraft;
  tried: boolean;
  refused: string[];
  onChange: (change: Partial<LookUpDraft>) => void;
}) {
  const { pick } = useLanguage();
  const texts = useLookUpTexts();
  const id = useId();
  const categories = useCategories().data?.items ?? [];
  const faults = tried ? faultsOf(draft) : [];
  const has = (fault: LookUpFault) => faults.includes(fault);
  const urlError = has('url') || refused.includes('url') ? texts('urlRefused') : undefined;
  const nameOf = (key: LookUpDraft['category']) => categories.find((category) => category.key === key)?.topic;
  const wordsError = has('words') ? texts('wordsRequired') : has('word') ? texts('wordShort') : undefined;
  return (
    <>
      <BilingualInput
        label={texts('name')}
        value={draft.name}
        maxLength={LIMITS.name}
        errorOf={(locale) => (has('name') && draft.name[locale].trim() === '' ? texts('nameRequired') : undefined)}
        onChange={(name) => onChange({ name })}
      />
      <Labelled id={`${id}-category`} label={texts('category')}>
        <Select
          id={`${id}-category`}
          style={{ width: '100%' }}
          value={draft.category}
          options={CATEGORIES.map((value) => ({ value, label: pick(nameOf(value) ?? { 'zh-CN': value, en: value }) }))}
          onChange={(category) => onChange({ category })}
        />
      </Labelled>
      <WordList
        label={texts('words_zh')}
        hint={texts('wordsHint')}
        value={draft.words['zh-CN']}
        maximum={LIMITS.words}
        error={wordsError}
        onChange={(list) => onChange({ words: { ...draft.words, 'zh-CN': list } })}
      />
      <WordList
        label={texts('words_en')}
        value={draft.words.en}
        maximum={LIMITS.words}
        onChange={(list) => onChange({ words: { ...draft.words, en: list } })}
      />
      <Switched
        id={`${id}-needs`}
        label={texts('needsInput')}
        checked={draft.needsInput}
        onChange={(needsInput) => onChange({ needsInput })}
      />
      {draft.needsInput && (
        <div className="look-up-input">
          <BilingualInput
            label={texts('label')}
            value={draft.label}
            maxLength={LIMITS.label}
            errorOf={(locale) =>
              has('label') && draft.label[locale].trim() === '' ? texts('labelRequired') : undefined
            }
            onChange={(label) => onChange({ label })}
          />
          <div className="field-pair">
            <Labelled id={`${id}-format`} label={texts('format')}>
              <Select
                id={`${id}-format`}
                style={{ width: '100%' }}
                value={draft.format}
                options={FORMATS.map((value) => ({ value, label: texts(`format_${value}`) }))}
                onChange={(format) => onChange({ format })}
              />
            </Labelled>
            <Labelled
              id={`${id}-example`}
              label={texts('example')}
              required
              hint={texts('exampleHint')}
              error={has('example') ? texts('exampleWrong') : undefined}
            >
              <Input
                id={`${id}-example`}
                maxLength={LIMITS.example}
                value={draft.example}
                status={has('example') ? 'error' : undefined}
                onChange={(event) => onChange({ example: event.target.value })}
              />
            </Labelled>
          </div>
        </div>
      )}
      <Labelled id={`${id}-url`} label={texts('url')} required hint={texts('urlHint')} error={urlError}>
        <Input
          id={`${id}-url`}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          value={draft.url}
          status={urlError ? 'error' : undefined}
          onChange={(event) => onChange({ url: event.target.value })}
        />
      </Labelled>
      <Switched
        id={`${id}-enabled`}
        label={texts('enabled')}
        checked={draft.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
    </>
  );
}

function Switched({
  id,
  label,
  checked,
  onChange,
}: {
  id: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <div className="look-up-switch">
      <Switch id={id} checked={checked} onChange={onChange} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
