import './styles/base.css';
import './styles/controls.css';
import './styles/home.css';
import './styles/thread.css';
import './styles/cards.css';
import './styles/composer.css';
import { render } from 'preact';
import { App } from './app.js';
import { DeskProvider } from './state/context.js';
import { createDesk } from './state/desk.js';

const query = new URLSearchParams(location.search);
const locale = query.get('locale') === 'en' ? 'en' : 'zh-CN';
const desk = createDesk(query.get('site') ?? '', locale, query.get('host') ?? '');

const root = document.getElementById('app');
if (root) {
  render(
    <DeskProvider value={desk}>
      <App />
    </DeskProvider>,
    root,
  );
}
desk.start();
