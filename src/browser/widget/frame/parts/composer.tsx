import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../../contract/index.js';
import { isSendKey } from '../logic/send-key.js';
import { useDesk, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Icon } from './icon.js';
import { UploadTray } from './upload-tray.js';
import { useTypingSignal } from './use-typing-signal.js';
import { useUploads } from './use-uploads.js';

const COUNTED_FROM = LIMITS.messageLength - 300;
const TALLEST = 144;

interface Props {
  id: string;
  /** The server knows the conversation; before that there is nobody to tell about typing. */
  isStarted: boolean;
  state: State;
}

/** As tall as the text, up to six lines. */
function fitHeight(field: HTMLTextAreaElement | null, text: string): void {
  if (!field) return;
  field.style.height = '';
  if (text) field.style.height = `${Math.min(field.scrollHeight + 2, TALLEST)}px`;
}

/** Where the customer writes. What is written is kept as a draft at every key. */
export function Composer({ id, isStarted, state }: Props) {
  const desk = useDesk();
  const text = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [body, setBody] = useState(() => desk.draftOf(id));
  const [isDropping, setDropping] = useState(false);
  const { files, complaint, add, retry, remove, take } = useUploads(id);
  const signalTyping = useTypingSignal(isStarted ? id : undefined);
  const isTouch = state.compact || matchMedia('(pointer: coarse)').matches;
  const isUploading = files.some(({ attachment }) => !attachment);
  const canSend = !isUploading && (body.trim() !== '' || files.length > 0);

  useLayoutEffect(() => fitHeight(field.current, body), [body]);

  useEffect(() => {
    if (state.open && !isTouch) field.current?.focus({ preventScroll: true });
  }, [state.open, isTouch]);

  function write(value: string): void {
    setBody(value);
    desk.keepDraft(id, value);
    signalTyping(value !== '');
  }

  function send(): void {
    if (!canSend) return;
    signalTyping(false);
    desk.send(id, { body: body.trim(), attachments: take() });
    setBody('');
    field.current?.focus();
  }

  function addFrom(transfer: DataTransfer | null, event: Event): void {
    const chosen = [...(transfer?.files ?? [])];
    if (!chosen.length) return;
    event.preventDefault();
    add(chosen);
  }

  return (
    <form
      class={`composer ${isDropping ? 'dropping' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        addFrom(event.dataTransfer, event);
      }}
    >
      <UploadTray files={files} onRetry={retry} onRemove={remove} />
      {complaint && (
        <p class="complaint small" role="alert">
          {complaint}
        </p>
      )}
      <div class="composer-row">
        <button type="button" class="icon-button" aria-label={text.attach} onClick={() => picker.current?.click()}>
          <Icon name="attach" />
        </button>
        <input
          ref={picker}
          class="hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <textarea
          ref={field}
          rows={1}
          maxLength={LIMITS.messageLength}
          aria-label={text.write}
          placeholder={isDropping ? text.dropHere : text.write}
          enterkeyhint={isTouch ? 'enter' : 'send'}
          value={body}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => signalTyping(false)}
          onPaste={(event) => addFrom(event.clipboardData, event)}
          onKeyDown={(event) => {
            if (!isSendKey(event, isTouch)) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send icon-button" aria-label={text.send} disabled={!canSend}>
          <Icon name="send" />
        </button>
      </div>
      {body.length > COUNTED_FROM && (
        <p class="counter small" aria-live="polite">
          {text.characters(LIMITS.messageLength - body.length)}
        </p>
      )}
    </form>
  );
}
