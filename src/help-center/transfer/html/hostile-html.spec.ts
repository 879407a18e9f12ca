import type { ImportBooks } from '../imports/source.js';
import { htmlToMarkdown } from './html-to-markdown.js';

const BOOKS: ImportBooks = { say: () => undefined, slugOf: () => 'fees', picture: () => undefined };
const markdownOf = (html: string) => htmlToMarkdown(html, BOOKS);

describe('HTML that nobody wrote by hand', () => {
  it.each([
    ['https://player.vimeo.com/video/76979871?color=1&h=0123abcdef', 'https://vimeo.com/76979871/0123abcdef'],
    ['//player.vimeo.com/video/76979871', 'https://vimeo.com/76979871'],
    ['https://player.bilibili.com/player.html?x=1&bvid=BV1xx411c7mD', 'https://www.bilibili.com/video/BV1xx411c7mD'],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
  ])('makes of the player %s a link to its page', (player, page) =>
    expect(markdownOf(`<iframe src="${player}" title="怎么看"></iframe>`)).toBe(`[怎么看](${page})`),
  );

  it.each([
    ['a player', `<iframe src="https://player.vimeo.com/video/1?${'&h=a'.repeat(30_000)}\n"></iframe>`],
    ['a link', `<a href="https://z.example/articles/12345${'#'.repeat(100_000)}\n x">x</a>`],
    ['a picture', `<img src="https://z.example/${'?'.repeat(100_000)}\n x">`],
    ['spaces', `<p>${'\u00a0'.repeat(150_000)}x</p>`],
    ['more spaces', `<p>${'&nbsp; '.repeat(30_000)}x</p>`],
    ['line breaks', `<p>${'<br>'.repeat(9_000)}x</p>`],
    ['a listing', `<ul><li><pre>${'\n'.repeat(200_000)}x</pre></li></ul>`],
  ])('is done at once with %s in it', (_, html) => {
    const begun = process.cpuUsage();
    markdownOf(html);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_500);
  });
});
