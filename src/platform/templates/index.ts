/**
 * Pages and other text from `templates/**.hbs`. How a room makes a public page:
 *
 * 1. `templates/<room>/<page>.hbs` begins with `{{#> layout}}` and ends with `{{/layout}}`. It finds its own words and
 *    data in the context, `page` and `chrome` from the frame, icons by `{{icon "name"}}` (`templates/icons/name.svg`),
 *    other templates by path: `{{> help/breadcrumbs}}`. A name that the context has not is an error: pass null.
 * 2. The controller asks {@link Pages} to send it, with title, description and the path in each language.
 * 3. Styles stand in `templates/help/assets/pages.css`; the frame links them. A page works without scripts; those of our own that make
 *    more of it are built from `src/browser/help` and named in `scripts`. The policy of every other page forbids scripts.
 */
export { type Brand, Branding } from './branding.js';
export { siteName } from './chrome.js';
export { type Page, Pages } from './pages.service.js';
export { TemplatesModule } from './templates.module.js';
export { Templates, type TemplateValue, trustedHtml } from './templates.service.js';
