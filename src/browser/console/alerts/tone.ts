let context: AudioContext | undefined;

/** Browsers let a page sound only after a gesture: the first key or click makes the tone ready. */
function unlock() {
  context ??= new AudioContext();
  void context.resume().catch(() => {
    // Still locked: the next gesture tries again.
  });
  if (context.state !== 'running') return;
  window.removeEventListener('pointerdown', unlock);
  window.removeEventListener('keydown', unlock);
}
window.addEventListener('pointerdown', unlock);
window.addEventListener('keydown', unlock);

/** Two short soft notes, 0.35 s in all. Silent when the browser does not let us. */
export function playTone(): void {
  if (context?.state !== 'running') return;
  const start = context.currentTime;
  for (const [index, frequency] of [660, 880].entries()) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const at = start + index * 0.14;
    oscillator.type = 'sine';
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.16, at + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.21);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.22);
  }
}
