import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Assets } from './assets.js';
import { Templates, trustedHtml } from './templates.service.js';

let rootDir: string;
beforeEach(() => {
  rootDir = mkdtempSync(join(tmpdir(), 'porchlight-templates-'));
  write('icons/dot.svg', '<svg></svg>');
});
afterEach(() => rmSync(rootDir, { recursive: true }));

function write(path: string, source: string): void {
  const file = join(rootDir, 'templates', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

const render = (source: string, context: Parameters<Templates['render']>[1]): string => {
  write('page.hbs', source);
  return new Templates({ rootDir }).render('page', context);
};

describe('templates', () => {
  it('escape what they are given, in text and in attributes', () => {
    expect(render('<a title="{{x}}">{{x}}</a>', { x: `<b onclick="'">` })).not.toMatch(/<b|"'|onclick="/);
  });

  it('put out plain text as it is, and only there', () => {
    write('letter.txt.hbs', '{{x}} {{> foot.txt}}');
    write('foot.txt.hbs', '-- {{x}}');
    write('page.hbs', '{{x}}');
    const templates = new Templates({ rootDir });
    const context = { x: `<b> & "c"` };
    expect(templates.render('letter.txt', context)).toBe(`<b> & "c" -- <b> & "c"`);
    expect(templates.render('page', context)).toBe('&lt;b&gt; &amp; &quot;c&quot;');
  });

  it('let in HTML by one door', () => {
    expect(render('{{x}}', { x: trustedHtml('<p>hi</p>') })).toBe('<p>hi</p>');
  });

  it('wrap a page in a layout, and find icons', () => {
    write('layout.hbs', '<main>{{> @partial-block}}</main>');
    expect(render('{{#> layout}}{{x}}{{icon "dot"}}{{/layout}}', { x: 'a' })).toBe('<main>a<svg></svg></main>');
  });

  it.each(['{{{x}}}', '{{&x}}', '{{#if x}}{{{x}}}{{/if}}'])('refuse to boot with %s', (source) => {
    expect(() => render(source, { x: 'a' })).toThrow('page.hbs:1 puts out raw HTML');
  });

  it.each(['{{#if x}}', '{{nothelper x}}'])('refuse to boot with %s', (source) => {
    expect(() => render(source, { x: 'a' })).toThrow();
  });

  it('throw at a name that the context has not', () => {
    expect(() => render('{{y}}', { x: 'a' })).toThrow(/not defined/);
  });

  it.each(['{{x.constructor}}', '{{x.__proto__}}', '{{toString}}', '{{#with x}}{{valueOf}}{{/with}}'])(
    'keep prototypes out of reach of %s',
    (source) => expect(render(source, { x: { a: 'b' } })).toBe(''),
  );
});

describe('assets', () => {
  it('change their name with their content, and answer to no other', () => {
    cpSync('templates/help/assets', join(rootDir, 'templates/help/assets'), { recursive: true });
    const assets = new Assets({ rootDir });
    const url = assets.url('pages.css');
    expect(url).toMatch(/^\/help\/assets\/pages\.[0-9a-f]{10}\.css$/);
    expect(assets.find(url.slice('/help/assets/'.length))?.contentType).toMatch('text/css');
    expect(assets.find('pages.css')).toBeUndefined();
    expect(assets.find('../layout.hbs')).toBeUndefined();
    write('help/assets/pages.css', 'a{}');
    expect(new Assets({ rootDir }).url('pages.css')).not.toBe(url);
  });
});
