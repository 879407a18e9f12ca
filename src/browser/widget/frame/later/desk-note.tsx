import type { DeskView } from '../../../../contract/index.js';
import { dayAndTime } from '../logic/durations.js';
import { useDesk, useNow } from '../state/context.js';
import type { State } from '../state/store.js';
import { Telephone } from './telephone.js';
import { useLaterTexts } from './texts.js';

interface Props {
  view: DeskView;
  state: State;
  /** The conversation on screen; without one, a message begins one. */
  id?: string;
  /** It is a case already, whose card has the choices. */
  isCase?: boolean;
}

/** Said before anybody types: nobody is on duty or too many wait, when that ends, and what one can do meanwhile. */
export function DeskNote({ view, state, id, isCase }: Props) {
  const desk = useDesk();
  const text = useLaterTexts();
  const now = useNow();
  const { locale, site } = state;
  const when = view.opensAt && dayAndTime(Date.parse(view.opensAt), now, locale);
  return (
    <section class={`desk-note ${id ? '' : 'card'}`} role="status">
      <p>
        <strong>{view.state === 'closed' ? text.closed(when) : text.full}</strong> {text.ways}
      </p>
      <p class="row wrap">
        {!id && (
          <button type="button" class="pill primary" onClick={() => desk.goTo(desk.startTopic())}>
            {text.message}
          </button>
        )}
        {!isCase && (
          <button type="button" class="pill outline" onClick={() => void desk.requestCall(id ?? desk.startTopic())}>
            {text.askCall}
          </button>
        )}
        <a class="pill outline" href={`/help/${locale}`} target="_blank" rel="noopener noreferrer">
          {text.helpCenter}
        </a>
        <Telephone site={site} />
      </p>
    </section>
  );
}
