import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { FEEDBACK_LIMITS, type FeedbackAreaView, LOCALES } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { BilingualInput } from '../shared/bilingual-input.js';
import { Dialog } from '../shared/dialog.js';
import { Labelled } from '../shared/labelled.js';
import { feedbackCalls, useAreas, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';

const NEW = { key: '', name: { 'zh-CN': '', en: '' } };

/** What feedback can be about, for administrators. */
export function AreasButton() {
  const texts = useFeedbackTexts();
  const [isOpen, setOpen] = useState(false);
  const areas = useAreas().data?.items ?? [];
  return (
    <>
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        {texts('areas')}
      </Button>
      <Dialog open={isOpen} width={620} footer={null} title={texts('areasTitle')} onCancel={() => setOpen(false)}>
        <p className="field-hint">{texts('areasHint')}</p>
        <ul className="feedback-areas">
          {areas.map((area) => (
            <li key={area.key}>
              <Area key={area.version} area={area} />
            </li>
          ))}
        </ul>
        <NewArea />
      </Dialog>
    </>
  );
}

function useTold() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  return (error: unknown) => void message.error(problemText(t, error).title);
}

function Area({ area }: { area: FeedbackAreaView }) {
  const texts = useFeedbackTexts();
  const told = useTold();
  const { key, version, archived } = area;
  const [name, setName] = useState(area.name);
  const change = useFeedbackDeed((isArchived: boolean) =>
    feedbackCalls.changeArea(key, { version, name, archived: isArchived }),
  );
  const set = (isArchived: boolean) => change.mutate(isArchived, { onError: told });
  const isChanged = LOCALES.some((locale) => name[locale].trim() !== area.name[locale] && name[locale].trim() !== '');
  return (
    <div className="feedback-area-row">
      {LOCALES.map((locale) => (
        <Input
          key={locale}
          lang={locale}
          aria-label={`${area.name['zh-CN']} · ${locale}`}
          maxLength={FEEDBACK_LIMITS.areaName}
          value={name[locale]}
          onChange={(event) => setName({ ...name, [locale]: event.target.value })}
        />
      ))}
      {isChanged ? (
        <Button type="primary" loading={change.isPending} onClick={() => set(archived ?? false)}>
          {texts('save')}
        </Button>
      ) : (
        <Button loading={change.isPending} onClick={() => set(!archived)}>
          {texts(archived ? 'restore' : 'archive')}
        </Button>
      )}
    </div>
  );
}

function NewArea() {
  const texts = useFeedbackTexts();
  const told = useTold();
  const field = useId();
  const [area, setArea] = useState(NEW);
  const add = useFeedbackDeed(() => feedbackCalls.addArea(area));
  const isWhole = /^[a-z][a-z0-9_]{0,39}$/.test(area.key) && LOCALES.every((locale) => area.name[locale].trim() !== '');
  return (
    <section className="feedback-gap">
      <h4>{texts('addArea')}</h4>
      <BilingualInput
        label={texts('area')}
        value={area.name}
        maxLength={FEEDBACK_LIMITS.areaName}
        errorOf={() => undefined}
        onChange={(name) => setArea({ ...area, name })}
      />
      <Labelled id={field} label={texts('areaKey')} hint={texts('areaKeyHint')} required>
        <Input
          id={field}
          maxLength={40}
          value={area.key}
          onChange={(event) => setArea({ ...area, key: event.target.value.trim().toLowerCase() })}
        />
      </Labelled>
      <Button
        disabled={!isWhole}
        loading={add.isPending}
        onClick={() => add.mutate(undefined, { onSuccess: () => setArea(NEW), onError: told })}
      >
        {texts('addArea')}
      </Button>
    </section>
  );
}
