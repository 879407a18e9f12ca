import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it came over the wire. */
  raw: string;
  headers: Map<string, string>;
  /** The parts by their type, decoded. */
  parts: Record<string, string>;
}

export interface TestMailServer {
  port: number;
  received: ReceivedMail[];
  close(): Promise<void>;
}

/** A real SMTP server in this process. @param options over those of a server that takes everything */
export async function startMailServer(options: SMTPServerOptions & { port?: number } = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const { port = 0, ...over } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const mail = { from, to: session.envelope.rcptTo.map(({ address }) => address), ...parsed(raw) };
        received.push({ ...mail, raw });
        done(null);
      });
    },
    ...over,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function parsed(raw: string): Pick<ReceivedMail, 'headers' | 'parts'> {
  const { headers, body } = split(raw);
  const [, boundary] = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? [];
  const pieces = boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw];
  const parts = pieces.map((piece): [string, string] => {
    const part = split(piece.replace(/^\r?\n/, ''));
    const type = /^[a-z]+\/[a-z]+/.exec(part.headers.get('content-type') ?? '')?.[0] ?? 'text/plain';
    const body = decoded(part.body, part.headers.get('content-transfer-encoding') ?? '');
    return [type, body.replaceAll('\r\n', '\n')];
  });
  return { headers, parts: Object.fromEntries(parts) };
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.search(/\r?\n\r?\n/);
  const lines = raw
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
  });
  return { headers: new Map(headers), body: raw.slice(end).replace(/^\r?\n\r?\n/, '') };
}

/** RFC 2047. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('latin1')
        : decoded(coded.replaceAll('_', ' '), 'quoted-printable-bytes'),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (!encoding.startsWith('quoted-printable')) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return encoding.endsWith('bytes') ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
}
