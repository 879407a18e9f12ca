import type { MarkdownIt } from 'markdown-it';

export const STEPS_OPEN = /^:{3,}[ \t]*steps[ \t]*$/i;
export const STEPS_CLOSE = /^:{3,}[ \t]*$/;

/**
 * Ordered lists between a line `::: steps` and a line `:::` become `<ol class="steps">`. The two lines end whatever stands before
 * them and show nothing themselves; without the second, it goes on to the end of the text.
 */
export function steps(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'steps',
    (state, line, _end, silent) => {
      // As everywhere in Markdown: four spaces make it code.
      if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
      const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
      const opens = STEPS_OPEN.test(text);
      if (!opens && !STEPS_CLOSE.test(text)) return false;
      if (silent) return true;
      const token = state.push(opens ? 'steps_open' : 'steps_close', '', 0);
      token.map = [line, line + 1];
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  markdown.core.ruler.after('block', 'steps', ({ tokens }) => {
    const open = new Set<number>();
    for (const token of tokens) {
      const { type, level } = token;
      if (type === 'steps_open') open.add(level);
      else if (type === 'steps_close') open.delete(level);
      else if (type === 'ordered_list_open' && open.has(level)) token.attrSet('class', 'steps');
    }
  });
  markdown.renderer.rules.steps_open = () => '';
  markdown.renderer.rules.steps_close = () => '';
}
