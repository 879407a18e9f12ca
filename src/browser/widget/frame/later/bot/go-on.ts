/** What was pressed goes: who works by the keyboard goes on where one writes, and no touch keyboard jumps up. */
export function goOn(): void {
  const next = matchMedia('(pointer: coarse)').matches ? '.thread' : '.composer textarea';
  document.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
}
