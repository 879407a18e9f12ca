import * as library from 'socket.io-parser';
import { Decoder, Encoder, type Packet } from './parser.js';

const packets: Packet[] = [
  { type: 0, nsp: '/widget', data: { site: 'demo', locale: 'zh-CN' } },
  { type: 1, nsp: '/widget' },
  { type: 2, nsp: '/widget', id: 0, data: ['session.resume', {}] },
  { type: 2, nsp: '/widget', id: 12, data: ['message.send', { body: '第一行\n第二行, "引号" 1,2' }] },
  { type: 2, nsp: '/', data: ['typing', 5] },
  { type: 3, nsp: '/widget', id: 12, data: [{ ok: true }] },
  { type: 4, nsp: '/widget', data: { message: 'x', data: { code: 'site_unknown' } } },
];

test.each(packets)('%j goes over the wire as the library writes it, and comes back', (packet) => {
  const [text = ''] = new library.Encoder().encode(packet as library.Packet);
  expect(new Encoder().encode(packet)).toEqual([text]);
  const heard: unknown[] = [];
  const decoder = new Decoder();
  decoder.on('decoded', (each) => heard.push(each));
  decoder.add(text as string);
  expect(heard).toEqual([packet]);
});

test.each(['', '9', 'x', '51-["a",{"_placeholder":true,"num":0}]', '2/widget,["a"'])('%j is no packet', (text) => {
  expect(() => new Decoder().add(text)).toThrow();
});
