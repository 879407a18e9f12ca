import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { CONFIG, type Config } from '../../config.js';
import { refuseRawOutput } from './raw-output.js';

const SUFFIX = '.hbs';
/** `x.txt.hbs`: plain text, in which nothing is escaped; it goes where nobody reads HTML. */
const PLAIN = '.txt';
/** Names that a template may call; anything else is a path into its context, and a missing path is an error. */
const HELPERS = { icon: true } as const;
const OPTIONS: PrecompileOptions & CompileOptions = {
  strict: true,
  knownHelpers: HELPERS,
  knownHelpersOnly: true,
  preventIndent: true,
};

/** Says outright what is the default, or each refusal would be logged. */
const CLOSED = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** What a template may see: data, and HTML that {@link trustedHtml} has let in. */
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | TrustedHtml
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

declare const trusted: unique symbol;
export type TrustedHtml = Handlebars.SafeString & { readonly [trusted]: true };

/**
 * The only door by which HTML enters a page unescaped. Give it what a renderer of ours has made (Markdown with
 * `html: false`), never text as somebody wrote it.
 */
export function trustedHtml(html: string): TrustedHtml {
  return new Handlebars.SafeString(html) as TrustedHtml;
}

/**
 * Every `templates/**.hbs`, compiled when the server starts: a broken template refuses to boot. All of them are
 * partials of each other, named by their path without `.hbs`, e.g. `help/home`. Output is always escaped, but in plain text.
 */
@Injectable()
export class Templates {
  private readonly engine = Handlebars.create();
  private readonly compiled = new Map<string, HandlebarsTemplateDelegate>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'rootDir'>) {
    const folder = join(config.rootDir, 'templates');
    const icons = new Map<string, string>();
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = file.replaceAll('\\', '/');
      const source = () => readFileSync(join(folder, file), 'utf8').trim();
      if (path.startsWith('icons/')) icons.set(path.slice('icons/'.length, -'.svg'.length), source());
      if (path.endsWith(SUFFIX)) this.add(path.slice(0, -SUFFIX.length), source());
    }
    this.engine.registerHelper('icon', (name: unknown) => {
      const svg = icons.get(String(name));
      if (!svg) throw new Error(`there is no templates/icons/${String(name)}.svg`);
      return new Handlebars.SafeString(svg);
    });
  }

  /** @throws when there is no such template, or it names what the context has not */
  render(name: string, context: { readonly [key: string]: TemplateValue }): string {
    const template = this.compiled.get(name);
    if (!template) throw new Error(`there is no template ${name}`);
    return template(context, CLOSED);
  }

  private add(name: string, source: string): void {
    const ast = this.engine.parse(source);
    refuseRawOutput(name, ast);
    // Compiling is lazy; precompiling shows every mistake now.
    this.engine.precompile(ast, OPTIONS);
    const template = this.engine.compile(ast, { ...OPTIONS, noEscape: name.endsWith(PLAIN) });
    this.compiled.set(name, template);
    this.engine.registerPartial(name, template);
  }
}
