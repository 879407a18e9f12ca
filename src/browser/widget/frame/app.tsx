import { useEffect } from 'preact/hooks';
import { accentPalette } from './logic/accent.js';
import { Banner } from './parts/banner.js';
import { Conversation } from './screens/conversation.js';
import { Home } from './screens/home.js';
import { useDesk, useDeskState } from './state/context.js';
import { useReading } from './state/reading.js';

const DEFAULT_COLOR = '#f3a72e';

export function App() {
  const desk = useDesk();
  const state = useDeskState();
  const { locale, route, color = state.site?.color ?? DEFAULT_COLOR } = state;
  useReading(state);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  useEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(accentPalette(color))) style.setProperty(`--${name}`, `rgb(${value})`);
  }, [color]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) desk.host.send({ type: 'close' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk]);

  return (
    <div class="panel">
      {route.screen === 'home' ? (
        <Home state={state} />
      ) : (
        <Conversation key={route.visit} id={route.id} state={state} />
      )}
      <Banner state={state} />
    </div>
  );
}
