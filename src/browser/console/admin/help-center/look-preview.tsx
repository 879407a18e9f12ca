import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { HelpCenterSettings, Locale } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Choice } from '../../shared/choice.js';
import { previewHelpSettings } from './queries.js';
import { faultsOf } from './settings-draft.js';
import { type Shade, setShade } from './shade.js';
import { useHelpCenterTexts } from './texts.js';

const PAUSE = 350;
/** How wide the page in the preview thinks that it is; it is then made smaller. */
const DESK_WIDTH = 1_180;

/** The home page itself, as the server would make it of what stands in the form, by day or by night. It runs nothing and leads nowhere. */
export function LookPreview({ draft }: { draft: HelpCenterSettings }) {
  const { locale: reader } = useLanguage();
  const texts = useHelpCenterTexts();
  const [locale, setLocale] = useState<Locale>(reader);
  const [shade, choose] = useState<Shade>('light');
  const [shown, setShown] = useState(draft);
  const [width, setWidth] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const { data, isError } = useQuery({
    queryKey: ['help-center-preview', locale, shown],
    queryFn: ({ signal }) => previewHelpSettings(shown, locale, signal),
    placeholderData: (before) => before,
    gcTime: 0,
    retry: 1,
  });
  useEffect(() => {
    if (faultsOf(draft).length > 0) return;
    const timer = setTimeout(() => setShown(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  return (
    <aside className="help-preview" aria-label={texts('preview')}>
      <div className="help-preview-head">
        <h3>{texts('preview')}</h3>
        <Choice<Shade>
          label={texts('previewShade')}
          value={shade}
          options={[
            { value: 'light', label: texts('day') },
            { value: 'dark', label: texts('night') },
          ]}
          onChange={(chosen) => {
            choose(chosen);
            const inside = frame.current?.contentDocument;
            if (inside) setShade(inside, chosen);
          }}
        />
        <Choice<Locale>
          label={texts('previewLanguage')}
          value={locale}
          options={[
            { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
            { value: 'en', label: 'EN', lang: 'en' },
          ]}
          onChange={setLocale}
        />
      </div>
      {isError && <p role="alert">{texts('previewFailed')}</p>}
      <div
        className="help-stage"
        ref={(stage) => {
          if (stage && stage.clientWidth !== width) setWidth(stage.clientWidth);
        }}
      >
        <iframe
          title={texts('preview')}
          ref={frame}
          // Without scripts; the same origin only so that this page can turn day into night.
          sandbox="allow-same-origin"
          tabIndex={-1}
          srcDoc={data?.html ?? ''}
          style={{ width: DESK_WIDTH, scale: String(width / DESK_WIDTH || 1) }}
          onLoad={({ currentTarget: { contentDocument: inside } }) => {
            if (!inside) return;
            setShade(inside, shade);
            for (const name of ['click', 'submit'])
              inside.addEventListener(name, (stray) => stray.preventDefault(), true);
          }}
        />
      </div>
    </aside>
  );
}
