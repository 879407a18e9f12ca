import { randomUUID } from 'node:crypto';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite } from '../support/factories.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('uploads from a widget', () => {
  let desk: TestApp;
  let site: Site;
  let client: WidgetClient;
  let conversationId: string;

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
  });
  beforeEach(async () => {
    client = await connectWidget(desk, { site });
    conversationId = await client.begin('请看截图');
  });
  afterEach(() => client.close());
  afterAll(() => desk.close());

  /** By hand, for no client sends what some of these send. */
  async function upload(file: Buffer, disposition = '; filename="a.png"') {
    const answer = await fetch(`${desk.url}/widget/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.session}`, 'content-type': 'multipart/form-data; boundary=cut' },
      body: Buffer.concat([
        Buffer.from(`--cut\r\ncontent-disposition: form-data; name="conversationId"\r\n\r\n${conversationId}\r\n`),
        Buffer.from(`--cut\r\ncontent-disposition: form-data; name="file"${disposition}\r\n`),
        Buffer.from('content-type: application/octet-stream\r\n\r\n'),
        file,
        Buffer.from('\r\n--cut--\r\n'),
      ]),
    });
    return { status: answer.status, body: await answer.json() };
  }

  it.each([
    ['without a name', ''],
    ['with a name that ends in half an emoji when it is cut', `; filename="x${'\u{1F600}'.repeat(90)}.png"`],
  ])('take a file %s', async (_, disposition) => {
    const { status, body } = await upload(PNG, disposition);
    expect(status).toBe(201);
    expect(body.attachment).toMatchObject({ contentType: 'image/png' });
    expect(body.attachment.name).not.toMatch(/^$|\p{Surrogate}/u);
  });

  it.each([
    ['a picture that is a page', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.svg'],
    ['a page', '<script>alert(1)</script>', 'a.html'],
  ])('refuse %s', async (_, content, name) => {
    expect((await upload(Buffer.from(content), `; filename="${name}"`)).status).toBe(415);
  });

  it('are sent once, however often their message is: the same message comes back', async () => {
    const { body } = await upload(PNG);
    const payload = { conversationId, clientMessageId: randomUUID(), body: '', attachmentIds: [body.attachment.id] };
    const { entry } = await client.call('message.send', payload);
    expect((await client.call('message.send', payload)).entry).toEqual(entry);
    const another = await client.ask('message.send', { ...payload, clientMessageId: randomUUID() });
    expect(another).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('hold thirty that wait to be sent, and not one more, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => upload(PNG)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});
