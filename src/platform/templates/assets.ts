import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { type Accent, accentOf, brandSheet, sheetName } from './brand-sheet.js';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

export interface Asset {
  contentType: string;
  content: Buffer;
  /** Only of what gets smaller by it. */
  zipped?: Buffer;
}

/**
 * The files of `templates/help/assets` and the scripts that the build left in `dist/browser/help`, under names that change with
 * their content, so that they may be kept for ever; and the sheets of colours.
 */
@Injectable()
export class Assets {
  private readonly served = new Map<string, Asset>();
  private readonly names = new Map<string, string>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'rootDir'>) {
    this.add(join(config.rootDir, 'templates/help/assets'), /^[\w-]+\.(css|svg|png)$/);
    const scripts = join(config.rootDir, 'dist/browser/help');
    if (existsSync(scripts)) this.add(scripts, /^[\w-]+\.js$/);
  }

  /** Where a page finds it, e.g. `/help/assets/pages.1a2b3c4d5e.css`. @throws when there is no such file */
  url(file: string): string {
    const name = this.names.get(file);
    if (!name) throw new Error(`there is no templates/help/assets/${file}`);
    return address(name);
  }

  /** A script of the browser build; undefined before it has been built: pages do without. */
  script(file: string): string | undefined {
    const name = this.names.get(file);
    return name && address(name);
  }

  /** The colours of a brand, in front of which nothing has to be remembered: the name holds them. */
  sheet(accent: Accent): string {
    const stem = sheetName(accent);
    return address(hashed(stem, 'css', Buffer.from(brandSheet(accent))));
  }

  find(name: string): Asset | undefined {
    const known = this.served.get(name);
    if (known) return known;
    const [stem = '', , extension] = name.split('.');
    const accent = extension === 'css' ? accentOf(stem) : undefined;
    if (!accent) return undefined;
    const content = Buffer.from(brandSheet(accent));
    return hashed(stem, 'css', content) === name ? asset('css', content) : undefined;
  }

  private add(folder: string, wanted: RegExp): void {
    for (const file of readdirSync(folder)) {
      if (!wanted.test(file)) throw new Error(`${folder}/${file} is none of what is served from here: ${wanted}`);
      const [stem = '', extension = ''] = file.split('.');
      const content = readFileSync(join(folder, file));
      const name = hashed(stem, extension, content);
      this.served.set(name, asset(extension, content));
      this.names.set(file, name);
    }
  }
}

const address = (name: string) => `/help/assets/${name}`;

function hashed(stem: string, extension: string, content: Buffer): string {
  return `${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${extension}`;
}

function asset(extension: string, content: Buffer): Asset {
  const zipped = extension === 'png' ? content : gzipSync(content, { level: 9 });
  return { contentType: TYPES[extension] as string, content, ...(zipped.length < content.length && { zipped }) };
}
