/** What sends from within a text, as it is written on the reader's keyboard. */
export const COMMAND_ENTER = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl Enter';
