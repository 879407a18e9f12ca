import { Checkbox, Input, Select, Switch } from 'antd';
import { useId } from 'react';
import { type ChannelKind, LOCALES, type NoticeChannelView, SIGNING_KINDS } from '../../../../contract/index.js';
import { Labelled } from '../../shared/labelled.js';
import { TeamChoice } from '../team-choice.js';
import type { ChannelDraft } from './channel-draft.js';
import { useChannelTexts } from './texts.js';

const LANGUAGES = { 'zh-CN': '中文', en: 'English' };

/** What a channel is told, where, and with which signature. @param known as it is saved; undefined for a new one */
export function ChannelForm({
  kind,
  known,
  draft,
  tried,
  refused,
  onChange,
}: {
  kind: ChannelKind;
  known?: NoticeChannelView;
  draft: ChannelDraft;
  tried: boolean;
  refused: string[];
  onChange: (change: Partial<ChannelDraft>) => void;
}) {
  const texts = useChannelTexts();
  const id = useId();
  const nameError = tried && draft.name.trim() === '' ? texts('nameRequired') : undefined;
  const missing = tried && !known && draft.address.trim() === '';
  const addressError = missing
    ? texts('addressRequired')
    : refused.includes('address')
      ? texts('addressRefused')
      : undefined;
  return (
    <>
      <Labelled id={`${id}-name`} label={texts('name')} required error={nameError}>
        <Input
          id={`${id}-name`}
          maxLength={80}
          value={draft.name}
          status={nameError ? 'error' : undefined}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Labelled>
      <div className="field-pair">
        <TeamChoice
          label={texts('team')}
          allTeams={texts('allTeams')}
          value={draft.teamId}
          onChange={(teamId) => onChange({ teamId })}
        />
        <Labelled id={`${id}-locale`} label={texts('locale')}>
          <Select
            id={`${id}-locale`}
            style={{ width: '100%' }}
            value={draft.locale}
            options={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
            onChange={(locale) => onChange({ locale })}
          />
        </Labelled>
      </div>
      <Labelled
        id={`${id}-address`}
        label={texts('address')}
        required={!known}
        hint={known ? texts('addressKept', { hint: known.addressHint }) : texts('addressHint')}
        error={addressError}
      >
        <Input
          id={`${id}-address`}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          value={draft.address}
          status={addressError ? 'error' : undefined}
          onChange={(event) => onChange({ address: event.target.value })}
        />
      </Labelled>
      {SIGNING_KINDS.includes(kind) && (
        <Labelled
          id={`${id}-secret`}
          label={texts('secret')}
          hint={
            known?.hasSecret
              ? texts('secretKept')
              : texts(kind === 'sms' || kind === 'phone' ? 'secretHintProvider' : 'secretHint')
          }
        >
          <Input.Password
            id={`${id}-secret`}
            maxLength={200}
            autoComplete="new-password"
            disabled={draft.removeSecret}
            value={draft.secret}
            onChange={(event) => onChange({ secret: event.target.value })}
          />
          {known?.hasSecret && (
            <Checkbox
              checked={draft.removeSecret}
              onChange={(event) => onChange({ removeSecret: event.target.checked, secret: '' })}
            >
              {texts('secretRemove')}
            </Checkbox>
          )}
        </Labelled>
      )}
      <div className="channel-switch">
        <Switch id={`${id}-enabled`} checked={draft.enabled} onChange={(enabled) => onChange({ enabled })} />
        <label htmlFor={`${id}-enabled`}>{texts('enabled')}</label>
      </div>
    </>
  );
}
