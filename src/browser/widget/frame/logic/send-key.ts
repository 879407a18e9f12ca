export interface KeyPress {
  key: string;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** A press of Enter while an input method composes has this code, in Safari even after `compositionend`. */
const COMPOSING = 229;

/**
 * Whether a key press sends the message. Enter does; not with Shift, not while an input method is choosing characters,
 * and not on a touch keyboard, where Enter makes a new line and the button sends.
 */
export function isSendKey(press: KeyPress, touch: boolean): boolean {
  return press.key === 'Enter' && !press.shiftKey && !press.isComposing && press.keyCode !== COMPOSING && !touch;
}
