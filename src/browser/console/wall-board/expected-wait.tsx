import { useLanguage } from '../i18n/i18n.js';
import { span } from './span.js';
import { useWallTexts } from './texts.js';

const NO_TIME_SECONDS = 30;

/** A wait as a range, from half to nine in ten. */
export function ExpectedWait({ fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number }) {
  const { locale } = useLanguage();
  const texts = useWallTexts();
  if (toSeconds <= NO_TIME_SECONDS) return texts('expectedNow');
  if (fromSeconds === toSeconds) return span(toSeconds, locale);
  return texts('expectedRange', { from: span(fromSeconds, locale), to: span(toSeconds, locale) });
}
