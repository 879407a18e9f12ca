import { Select, Switch } from 'antd';
import { useId } from 'react';
import {
  HELP_SETTINGS_LIMITS,
  type HelpCenterSettings,
  type HelpCenterSettingsView,
  HOUSE_ACCENT,
} from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { useSites } from '../sites/queries.js';
import { AccentField } from './accent-field.js';
import { LogoField } from './logo-field.js';
import { faultsOf } from './settings-draft.js';
import { useHelpCenterTexts } from './texts.js';

/** Everything about the help centre as a whole that one decides. @param refused paths of what the server took offence at */
export function SettingsForm({
  draft,
  view,
  refused,
  tried,
  onChange,
}: {
  draft: HelpCenterSettings;
  view: HelpCenterSettingsView;
  refused: string[];
  tried: boolean;
  onChange: (change: Partial<HelpCenterSettings>) => void;
}) {
  const { t } = useLanguage();
  const texts = useHelpCenterTexts();
  const id = useId();
  const sites = useSites().data?.items ?? [];
  const faults: string[] = tried ? faultsOf(draft) : [];
  const errorOf = (field: string) =>
    faults.includes(field)
      ? t('form.required')
      : refused.some((path) => path.startsWith(`settings.${field}`))
        ? t('form.mismatch')
        : undefined;
  const problem = draft.siteId === view.settings.siteId ? view.chatProblem : undefined;

  return (
    <>
      <section className="sheet help-part">
        <h3>{texts('words')}</h3>
        <BilingualInput
          label={texts('names')}
          value={draft.names}
          maxLength={HELP_SETTINGS_LIMITS.name}
          errorOf={(locale) => errorOf(`names.${locale}`)}
          onChange={(names) => onChange({ names })}
        />
        <BilingualInput
          label={texts('headings')}
          value={draft.headings}
          maxLength={HELP_SETTINGS_LIMITS.heading}
          errorOf={(locale) => errorOf(`headings.${locale}`)}
          onChange={(headings) => onChange({ headings })}
        />
        <BilingualInput
          label={texts('taglines')}
          value={draft.taglines}
          maxLength={HELP_SETTINGS_LIMITS.tagline}
          required={false}
          errorOf={(locale) => errorOf(`taglines.${locale}`)}
          onChange={(taglines) => onChange({ taglines })}
        />
        <p className="field-hint">{texts('taglinesHint')}</p>
      </section>
      <section className="sheet help-part">
        <h3>{texts('look')}</h3>
        <LogoField value={draft.logo} onChange={(logo) => onChange({ logo })} />
        <div className="help-switch">
          <Switch
            id={`${id}-own`}
            checked={draft.accent !== null}
            onChange={(own) => onChange({ accent: own ? HOUSE_ACCENT : null })}
          />
          <label htmlFor={`${id}-own`}>{texts('ownColors')}</label>
        </div>
        {draft.accent && (
          <div className="field-pair">
            {(['light', 'dark'] as const).map((shade) => (
              <AccentField
                key={shade}
                id={`${id}-${shade}`}
                shade={shade}
                value={draft.accent?.[shade] ?? ''}
                onChange={(color) => onChange({ accent: { ...(draft.accent ?? HOUSE_ACCENT), [shade]: color } })}
              />
            ))}
          </div>
        )}
      </section>
      <section className="sheet help-part">
        <h3>{texts('contact')}</h3>
        <Labelled
          id={`${id}-site`}
          label={texts('siteId')}
          hint={texts('siteHint')}
          error={problem ? texts(problem) : errorOf('siteId')}
        >
          <Select
            id={`${id}-site`}
            className="help-site"
            value={draft.siteId ?? ''}
            options={[
              { value: '', label: texts('noSite') },
              ...sites.map((site) => ({
                value: site.id,
                label: site.enabled ? site.name : texts('siteOff', { name: site.name }),
              })),
            ]}
            onChange={(siteId) => onChange({ siteId: siteId || null })}
          />
        </Labelled>
        <BilingualInput
          label={texts('hours')}
          value={draft.hours}
          maxLength={HELP_SETTINGS_LIMITS.hours}
          required={false}
          errorOf={(locale) => errorOf(`hours.${locale}`)}
          onChange={(hours) => onChange({ hours })}
        />
        <p className="field-hint">{texts('hoursHint')}</p>
        <BilingualInput
          label={texts('contactNotes')}
          value={draft.contactNotes}
          maxLength={HELP_SETTINGS_LIMITS.contactNote}
          rows={2}
          required={false}
          errorOf={(locale) => errorOf(`contactNotes.${locale}`)}
          onChange={(contactNotes) => onChange({ contactNotes })}
        />
      </section>
    </>
  );
}
