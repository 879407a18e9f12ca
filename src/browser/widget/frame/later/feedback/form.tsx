import { useState } from 'preact/hooks';
import {
  FEEDBACK_KIND_WORDS,
  FEEDBACK_KINDS,
  FEEDBACK_LIMITS,
  type FeedbackKind,
} from '../../../../../contract/index.js';
import { uuid } from '../../logic/uuid.js';
import { RequestError } from '../../state/connection.js';
import { useDesk } from '../../state/context.js';
import type { State } from '../../state/store.js';
import { TEXTS } from './texts.js';

interface Props {
  state: State;
  areas: { key: string; name: string }[];
  onGiven: () => void;
}

/** What was typed stays until the server has it; pressed twice it is sent once. */
export function FeedbackForm({ state, areas, onGiven }: Props) {
  const desk = useDesk();
  const text = TEXTS[state.locale];
  const [once, setOnce] = useState(uuid);
  const [kind, setKind] = useState<FeedbackKind>('suggestion');
  const [area, setArea] = useState('');
  const [words, setWords] = useState('');
  const [email, setEmail] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isGiven, setGiven] = useState(false);
  const [trouble, setTrouble] = useState('');

  async function send(): Promise<void> {
    setBusy(true);
    setTrouble('');
    const given = {
      once,
      kind,
      words: words.trim(),
      ...(area && { area }),
      ...(email.trim() && { email: email.trim() }),
    };
    try {
      await desk.http('/widget/feedback', {}, { method: 'POST', body: JSON.stringify(given) });
      setGiven(true);
      setWords('');
      setOnce(uuid());
      onGiven();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setTrouble(error.problem?.detail ?? error.problem?.title ?? text.notSent);
    }
    setBusy(false);
  }

  if (isGiven)
    return (
      <div role="status">
        <p>{text.thanks}</p>
        <button type="button" class="link" onClick={() => setGiven(false)}>
          {text.more}
        </button>
      </div>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="tabs" role="radiogroup" aria-label={text.kind}>
        {FEEDBACK_KINDS.map((value) => (
          <label key={value} class={`chip ${value === kind ? 'on' : ''}`}>
            <input
              class="hidden"
              type="radio"
              name="feedback-kind"
              checked={value === kind}
              onChange={() => setKind(value)}
            />
            {FEEDBACK_KIND_WORDS[value][state.locale]}
          </label>
        ))}
      </div>
      <textarea
        rows={4}
        required
        maxLength={FEEDBACK_LIMITS.words}
        aria-label={text.words}
        placeholder={text.words}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <select aria-label={text.area} value={area} onChange={(event) => setArea(event.currentTarget.value)}>
        <option value="">
          {text.area} · {text.anyArea}
        </option>
        {areas.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      {!state.customer?.identified && (
        <input
          type="email"
          autocomplete="email"
          maxLength={254}
          aria-label={text.email}
          placeholder={text.email}
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      {trouble && (
        <p class="small" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="pill primary" disabled={isBusy || !words.trim()}>
        {text.send}
      </button>
    </form>
  );
}
