/** The bare limit of the widget: Preact and the socket client, one button at once, and four more when the server has answered. */
import { h, render } from 'preact';
import { io } from 'socket.io-client';

const url = new URLSearchParams(location.search).get('desk') ?? '';
const root = document.getElementById('app') as HTMLElement;

const show = (topics: string[]) =>
  render(
    h('main', {}, [
      h('button', { class: 'usable' }, '其他问题'),
      ...topics.map((topic) => h('button', { class: 'complete' }, topic)),
    ]),
    root,
  );

show([]);
const socket = io(`${url}/widget`, { transports: ['websocket'] });
socket.on('connect', () => socket.emit('session.resume', {}, () => show(['账号', '收益', '功能', '内容'])));
