import { useEffect, useState } from 'preact/hooks';
import type { DeskView } from '../../../../contract/index.js';

/** There is something to say before anybody types. */
export const isSlow = (desk?: DeskView): boolean => desk !== undefined && desk.state !== 'open';

const AGAIN_MS = 3_000;
const TRIES = 20;

/** Parts that are fetched with their styles when the first of them is needed, again and again over a bad line. */
function fetchedLater<Parts extends { css: string }>(fetchParts: () => Promise<Parts>) {
  let parts: Parts | undefined;

  async function load(triesLeft = TRIES): Promise<Parts> {
    try {
      const fetched = await fetchParts();
      // The frame's content policy allows no styles but files and these.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(fetched.css);
      if (!parts) document.adoptedStyleSheets.push(sheet);
      parts = fetched;
      return parts;
    } catch (error) {
      if (triesLeft === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      return load(triesLeft - 1);
    }
  }

  return (isNeeded: boolean): Parts | undefined => {
    const [loaded, setLoaded] = useState(parts);
    useEffect(() => {
      if (isNeeded && !loaded) load().then(setLoaded, () => undefined);
    }, [isNeeded, loaded]);
    return isNeeded ? loaded : undefined;
  };
}

/** What most visits never show: the cards of a case. */
export const useLater = fetchedLater(() => import('../later/index.js'));
/** What entries carry beside their words: answers and questions of the bot, cards. */
export const useBot = fetchedLater(() => import('../later/bot/index.js'));
/** The help centre inside the panel. */
export const useHelp = fetchedLater(() => import('../later/help/index.js'));
