import { ColorPicker, Input } from 'antd';
import {
  brandColors,
  contrast,
  formatColor,
  isColor,
  parseColor,
  READABLE_CONTRAST,
} from '../../../../contract/index.js';
import { Labelled } from '../../shared/labelled.js';
import { useHelpCenterTexts } from './texts.js';

/** One accent colour, and whether it can be read as it is. */
export function AccentField({
  id,
  shade,
  value,
  onChange,
}: {
  id: string;
  shade: 'light' | 'dark';
  value: string;
  onChange: (color: string) => void;
}) {
  const texts = useHelpCenterTexts();
  const known = isColor(value);
  const colors = known ? brandColors(value, shade) : undefined;
  const ratio = colors ? contrast(parseColor(value), colors['amber-wash']) : 0;
  const isAsGiven = ratio >= READABLE_CONTRAST;
  const drawn = colors ? formatColor(colors.amber) : '';
  return (
    <Labelled
      id={id}
      label={texts(shade)}
      error={known ? undefined : texts('colorWrong')}
      hint={
        known && (
          <span className="help-contrast">
            {texts(isAsGiven ? 'contrastFine' : 'contrastMoved', {
              ratio: ratio.toFixed(1),
              color: drawn,
            })}
            {!isAsGiven && <i aria-hidden style={{ background: drawn }} />}
          </span>
        )
      }
    >
      <div className="help-color">
        <ColorPicker
          value={known ? value : '#000000'}
          disabledAlpha
          disabledFormat
          onChange={(color) => onChange(color.toHexString().slice(0, 7))}
        />
        <Input
          id={id}
          value={value}
          maxLength={7}
          spellCheck={false}
          status={known ? undefined : 'error'}
          onChange={({ target }) => onChange(target.value.trim().toLowerCase())}
        />
      </div>
    </Labelled>
  );
}
