const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Shows one step on one line: a spinner on a terminal, elsewhere the name at once and the time when it is done.
 * @template Result
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<Result> | Result} work may note what it found, shown at the end of the line
 * @returns {Promise<Result>} what the work returned; what it throws is thrown on, with the line closed
 */
export async function step(name, work) {
  const out = process.stdout;
  const begun = performance.now();
  let remark = '';
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  let spinner;
  if (out.isTTY) {
    let turn = 0;
    const draw = () => out.write(`\r\x1b[K${FRAMES[turn++ % FRAMES.length]} ${name} ${seconds()}`);
    draw();
    spinner = setInterval(draw, 120);
  } else {
    out.write(`  ${name} … `);
  }
  const close = (mark) => {
    clearInterval(spinner);
    const rest = `${seconds()}${remark ? `  (${remark})` : ''}\n`;
    out.write(out.isTTY ? `\r\x1b[K${mark} ${name} ${rest}` : `${mark} ${rest}`);
  };
  try {
    const result = await work((text) => {
      remark = text;
    });
    close('✓');
    return result;
  } catch (error) {
    close('✗');
    throw error;
  }
}
