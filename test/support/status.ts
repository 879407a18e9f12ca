import { CustomerTickets } from '../../src/tickets/index.js';
import type { TestApp } from './app.js';

/** A file as a browser sends it. */
export interface SentFile {
  name: string;
  content: Buffer;
}

/** The public page of a case, as its customer has it in their browser. */
export interface StatusPage {
  number: string;
  key: string;
  /** Signed address. */
  url: string;
  /** HTML of the page in Chinese, unless told otherwise. */
  read(query?: string): Promise<string>;
  /** Sends one of the small forms. */
  send(what: string, fields?: Record<string, string | string[]>): ReturnType<TestApp['http']['post']>;
  /** Sends the form of an answer. `once` is of the page, as it is read now, unless told. */
  answer(
    fields: { body?: string; once?: string; attachment?: string[]; key?: string },
    files?: SentFile[],
  ): Promise<{ status: number; text: string; location: string | undefined }>;
}

/** @param number as its customer knows it, of a case that the conversation belongs to */
export async function openStatus(desk: TestApp, conversationId: string): Promise<StatusPage> {
  const view = (await desk.get(CustomerTickets).customerTickets([conversationId])).get(conversationId);
  if (!view) throw new Error('no ticket');
  const { number, statusUrl: url } = view;
  const key = url.split('key=')[1] as string;
  const read = async (query = '') => (await desk.http.get(`${url}&locale=zh-CN${query}`).expect(200)).text;
  return {
    number,
    key,
    url,
    read,
    send: (what, fields = {}) =>
      desk.http
        .post(`/status/${number}/${what}`)
        .type('form')
        .send({ key, locale: 'zh-CN', ...fields }),
    answer: async ({ body = '', once, attachment = [], key: own = key }, files = []) => {
      const form = desk.http.post(`/status/${number}/messages`).field('key', own).field('locale', 'zh-CN');
      form.field('once', once ?? onceOf(await read())).field('body', body);
      for (const id of attachment) form.field('attachment', id);
      for (const { name, content } of files) form.attach('files', content, name);
      const { status, text, headers } = await form;
      return { status, text, location: headers.location };
    },
  };
}

/** What makes a form that is sent twice one answer. */
export function onceOf(html: string): string {
  const once = /name="once" value="([^"]+)"/.exec(html)?.[1];
  if (!once) throw new Error('the page has no form for an answer');
  return once;
}
