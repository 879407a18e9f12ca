import { Button, Tooltip } from 'antd';
import { useLanguage } from '../i18n/i18n.js';
import { storedValue, useStoredValue } from '../shared/stored-value.js';
import { playTone } from './tone.js';

/** Whether a new ticket may be heard. */
export const storedSound = storedValue<'on' | 'off'>('porchlight.console.sound', ['on', 'off'], () => 'on');

export function SoundToggle() {
  const { t } = useLanguage();
  const isOn = useStoredValue(storedSound) === 'on';
  return (
    <Tooltip title={t(isOn ? 'settings.soundOn' : 'settings.soundOff')}>
      <Button
        type="text"
        aria-pressed={isOn}
        aria-label={t('settings.sound')}
        icon={<SpeakerIcon isOn={isOn} />}
        onClick={() => {
          storedSound.set(isOn ? 'off' : 'on');
          if (!isOn) playTone();
        }}
      />
    </Tooltip>
  );
}

function SpeakerIcon({ isOn }: { isOn: boolean }) {
  return (
    <svg
      width="17"
      height="17"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5z" strokeLinejoin="round" />
      <path
        d={isOn ? 'M15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11' : 'M16 9.5l5 5M21 9.5l-5 5'}
        strokeLinecap="round"
      />
    </svg>
  );
}
