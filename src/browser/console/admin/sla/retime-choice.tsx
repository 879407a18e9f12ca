import type { ReactNode } from 'react';
import { Choice } from '../../shared/choice.js';
import { useSlaTexts } from './texts.js';

/** Whether the clocks that run go by what is being saved. @param outlook what that would do */
export function RetimeChoice({
  retime,
  running,
  outlook,
  onChange,
}: {
  retime: boolean;
  running: number;
  outlook?: ReactNode;
  onChange: (retime: boolean) => void;
}) {
  const texts = useSlaTexts();
  return (
    <div>
      <span className="field-label">{texts('runningClocks', { count: running })}</span>
      <Choice<'keep' | 'retime'>
        label={texts('runningClocks', { count: running })}
        value={retime ? 'retime' : 'keep'}
        options={[
          { value: 'keep', label: texts('keep') },
          { value: 'retime', label: texts('retime') },
        ]}
        onChange={(value) => onChange(value === 'retime')}
      />
      <p className="field-hint">{texts(retime ? 'retimeHint' : 'keepHint')}</p>
      {retime && outlook}
    </div>
  );
}
