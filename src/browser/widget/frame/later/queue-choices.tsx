import { useEffect, useRef, useState } from 'preact/hooks';
import type { CustomerTicketView, QueueWish } from '../../../../contract/index.js';
import { useDesk } from '../state/context.js';
import type { State } from '../state/store.js';
import { useLaterTexts } from './texts.js';

const WISHES: QueueWish[] = ['wait', 'message', 'call_back'];
const CALL_BACK_FIRST: QueueWish[] = ['call_back', 'wait', 'message'];

interface Props {
  conversationId: string;
  ticket: CustomerTicketView;
  state: State;
}

/** What to do while waiting. Number and place stay, whatever is chosen. */
export function QueueChoices({ conversationId, ticket, state }: Props) {
  const desk = useDesk();
  const text = useLaterTexts();
  const [isAsking, setAsking] = useState(state.asksCall === conversationId);
  const [isBusy, setBusy] = useState(false);
  const wish = isAsking ? 'call_back' : (ticket.wish ?? 'wait');

  async function choose(next: QueueWish): Promise<void> {
    setAsking(next === 'call_back');
    if (next === 'call_back') return;
    setBusy(true);
    await desk.choose(conversationId, { wish: next });
    setBusy(false);
  }

  async function askCall(phone: string): Promise<void> {
    setBusy(true);
    if (await desk.choose(conversationId, { wish: 'call_back', phone })) setAsking(false);
    setBusy(false);
  }

  return (
    <div class="queue-choices">
      <fieldset class="row wrap" disabled={isBusy}>
        <legend class="small">{text.choose}</legend>
        {(state.desk?.surge?.callBackFirst ? CALL_BACK_FIRST : WISHES).map((each) => (
          <label key={each} class={`pill ${wish === each ? 'soft' : 'outline'}`}>
            <input
              class="hidden"
              type="radio"
              name={`wish-${conversationId}`}
              checked={wish === each}
              onChange={() => void choose(each)}
            />
            {text.choices[each]}
          </label>
        ))}
      </fieldset>
      {wish === 'wait' && <p class="small">{text.waitHint}</p>}
      {wish === 'message' && <p class="small">{text.messageHint}</p>}
      {wish === 'call_back' &&
        (ticket.callBack && !isAsking ? (
          <p class="small">
            {text.callHint(ticket.callBack.phone)}{' '}
            <button type="button" class="link" onClick={() => setAsking(true)}>
              {text.otherNumber}
            </button>
          </p>
        ) : (
          <PhoneForm isBusy={isBusy} onAsk={(phone) => void askCall(phone)} />
        ))}
    </div>
  );
}

function PhoneForm({ isBusy, onAsk }: { isBusy: boolean; onAsk: (phone: string) => void }) {
  const text = useLaterTexts();
  const [phone, setPhone] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (phone.trim()) onAsk(phone);
      }}
    >
      <input
        ref={field}
        type="tel"
        autocomplete="tel"
        maxLength={40}
        aria-label={text.phone}
        placeholder={text.phoneExample}
        value={phone}
        onInput={(event) => setPhone(event.currentTarget.value)}
      />
      <button type="submit" class="pill primary" disabled={isBusy || !phone.trim()}>
        {text.askCall}
      </button>
    </form>
  );
}
