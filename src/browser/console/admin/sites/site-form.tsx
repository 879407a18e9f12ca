import { ColorPicker, Input, Switch } from 'antd';
import { useId } from 'react';
import {
  contrast,
  isColor,
  LAUNCHER_POSITIONS,
  type LauncherPosition,
  LOCALES,
  type Locale,
  parseColor,
  READABLE_CONTRAST,
} from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { LOCALE_NAMES } from '../../i18n/locale-names.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { originProblem, type SiteDraft } from './site-draft.js';
import { useSiteTexts } from './texts.js';

const WHITE = [255, 255, 255];

type Fault = keyof SiteDraft | 'greeting.zh-CN' | 'greeting.en' | 'hours.zh-CN' | 'hours.en';

/** The fields that the server would refuse. */
export function faultsOf(draft: SiteDraft): Fault[] {
  const faults: Fault[] = [];
  if (!draft.name.trim()) faults.push('name');
  if (originProblem(draft.allowedOrigins)) faults.push('allowedOrigins');
  if (!isColor(draft.color)) faults.push('color');
  for (const field of ['greeting', 'hours'] as const)
    for (const locale of ['zh-CN', 'en'] as const) if (!draft[field][locale].trim()) faults.push(`${field}.${locale}`);
  return faults;
}

/** Everything about a site that one types. @param refused paths of what the server took offence at */
export function SiteForm({
  draft,
  refused,
  tried,
  onChange,
}: {
  draft: SiteDraft;
  refused: string[];
  tried: boolean;
  onChange: (change: Partial<SiteDraft>) => void;
}) {
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const id = useId();
  const faults: string[] = tried ? faultsOf(draft) : [];
  const isRefused = (path: string) => refused.some((each) => each === path || each.startsWith(`${path}.`));
  const required = (path: string) =>
    faults.includes(path) ? t('form.required') : isRefused(path) ? t('form.mismatch') : undefined;
  const origin = originProblem(draft.allowedOrigins);
  const ratio = isColor(draft.color) ? contrast(parseColor(draft.color), WHITE) : undefined;

  return (
    <>
      <section className="sheet site-part">
        <h3>{texts('basics')}</h3>
        <Labelled id={`${id}-name`} label={texts('name')} hint={texts('nameHint')} required error={required('name')}>
          <Input
            id={`${id}-name`}
            value={draft.name}
            maxLength={80}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Labelled>
        <Labelled
          id={`${id}-origins`}
          label={texts('allowedOrigins')}
          hint={draft.allowedOrigins.trim() ? texts('allowedOriginsHint') : texts('allowedOriginsEmpty')}
          error={
            origin
              ? texts(origin.problem, { line: origin.line })
              : isRefused('allowedOrigins')
                ? t('form.mismatch')
                : undefined
          }
        >
          <Input.TextArea
            id={`${id}-origins`}
            className="site-origins"
            value={draft.allowedOrigins}
            autoSize={{ minRows: 2, maxRows: 10 }}
            spellCheck={false}
            status={origin ? 'error' : undefined}
            onChange={({ target }) => onChange({ allowedOrigins: target.value })}
          />
        </Labelled>
        <BilingualInput
          label={texts('greeting')}
          value={draft.greeting}
          maxLength={300}
          rows={2}
          errorOf={(locale) => required(`greeting.${locale}`)}
          onChange={(greeting) => onChange({ greeting })}
        />
        <BilingualInput
          label={texts('hours')}
          value={draft.hours}
          maxLength={120}
          errorOf={(locale) => required(`hours.${locale}`)}
          onChange={(hours) => onChange({ hours })}
        />
        <Labelled id={`${id}-phone`} label={texts('phone')} hint={texts('phoneHint')} error={required('phone')}>
          <Input
            id={`${id}-phone`}
            value={draft.phone}
            maxLength={40}
            onChange={({ target }) => onChange({ phone: target.value })}
          />
        </Labelled>
        <Labelled
          id={`${id}-context`}
          label={texts('contextUrl')}
          hint={texts('contextUrlHint')}
          error={isRefused('contextUrl') ? t('form.mismatch') : undefined}
        >
          <Input
            id={`${id}-context`}
            type="url"
            value={draft.contextUrl}
            maxLength={500}
            spellCheck={false}
            placeholder="https://shop.example/porchlight/context"
            status={isRefused('contextUrl') ? 'error' : undefined}
            onChange={({ target }) => onChange({ contextUrl: target.value })}
          />
        </Labelled>
      </section>
      <section className="sheet site-part">
        <h3>{texts('look')}</h3>
        <Labelled
          id={`${id}-color`}
          label={texts('color')}
          error={isColor(draft.color) ? undefined : texts('colorWrong')}
          hint={
            ratio !== undefined && (
              <span className={ratio < READABLE_CONTRAST ? 'site-warn' : undefined}>
                {texts(ratio < READABLE_CONTRAST ? 'contrastLow' : 'contrastFine', { ratio: ratio.toFixed(1) })}
              </span>
            )
          }
        >
          <div className="site-color">
            <ColorPicker
              value={isColor(draft.color) ? draft.color : '#000000'}
              disabledAlpha
              disabledFormat
              onChange={(color) => onChange({ color: color.toHexString().slice(0, 7) })}
            />
            <Input
              id={`${id}-color`}
              value={draft.color}
              maxLength={7}
              spellCheck={false}
              status={isColor(draft.color) ? undefined : 'error'}
              onChange={({ target }) => onChange({ color: target.value.trim().toLowerCase() })}
            />
          </div>
        </Labelled>
        <div className="site-choices">
          <div>
            <span className="field-label">{texts('position')}</span>
            <Choice<LauncherPosition>
              label={texts('position')}
              value={draft.position}
              options={LAUNCHER_POSITIONS.map((value) => ({ value, label: texts(value) }))}
              onChange={(position) => onChange({ position })}
            />
          </div>
          <div>
            <span className="field-label">{texts('language')}</span>
            <Choice<Locale | ''>
              label={texts('language')}
              value={draft.locale}
              options={[
                { value: '', label: texts('followPage') },
                ...LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value })),
              ]}
              onChange={(locale) => onChange({ locale })}
            />
          </div>
        </div>
        <div className="site-switch">
          <Switch
            id={`${id}-enabled`}
            checked={draft.enabled}
            onChange={(enabled) => onChange({ enabled })}
            aria-describedby={`${id}-enabled-hint`}
          />
          <label htmlFor={`${id}-enabled`}>{texts('enabled')}</label>
          <p id={`${id}-enabled-hint`} className="field-hint">
            {texts('enabledHint')}
          </p>
        </div>
      </section>
    </>
  );
}
