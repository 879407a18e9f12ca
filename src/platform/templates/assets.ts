import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';

const TYPES: Record<string, string> = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png' };

export interface Asset {
  contentType: string;
  content: Buffer;
}

/** The files of `templates/help/assets`, under names that change with their content, so that they may be kept for ever. */
@Injectable()
export class Assets {
  private readonly served = new Map<string, Asset>();
  private readonly names = new Map<string, string>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'rootDir'>) {
    const folder = join(config.rootDir, 'templates/help/assets');
    for (const file of readdirSync(folder)) {
      const [, stem, extension = ''] = /^([\w-]+)\.(\w+)$/.exec(file) ?? [];
      const contentType = TYPES[extension];
      if (!stem || !contentType) throw new Error(`${folder}/${file}: serve css, svg or png`);
      const content = readFileSync(join(folder, file));
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
      const name = `${stem}.${hash}.${extension}`;
      this.served.set(name, { contentType, content });
      this.names.set(file, name);
    }
  }

  /** Where a page finds it, e.g. `/help/assets/pages.1a2b3c4d5e.css`. @throws when there is no such file */
  url(file: string): string {
    const name = this.names.get(file);
    if (!name) throw new Error(`there is no templates/help/assets/${file}`);
    return `/help/assets/${name}`;
  }

  find(name: string): Asset | undefined {
    return this.served.get(name);
  }
}
