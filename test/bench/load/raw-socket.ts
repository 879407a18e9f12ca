import { WebSocket } from 'ws';

export interface Handshake {
  /** e.g. `http://127.0.0.1:3000` */
  url: string;
  namespace: string;
  auth?: object;
  headers?: Record<string, string>;
}

/**
 * As much of Socket.IO's protocol (Engine.IO 4, WebSocket only) as a load needs. The real client spends more on a message than
 * the server that is measured; this one hands on the text as it came.
 */
export class RawSocket {
  /** Frames of its namespace after `42/<namespace>,` or `43/<namespace>,`, in latin1: good for looking at ids and keys. */
  onEvent: (text: string) => void = () => undefined;
  onAck: (id: number, text: string) => void = () => undefined;
  /** The other side, or the line, ended it. */
  onClose: () => void = () => undefined;
  private readonly socket: WebSocket;
  private readonly connect: string;
  private readonly event: string;
  private readonly ack: string;

  private constructor({ url, namespace, auth, headers }: Handshake, settled: (error?: Error) => void) {
    this.connect = `40${namespace},`;
    this.event = `42${namespace},`;
    this.ack = `43${namespace},`;
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    this.socket.on('error', settled);
    this.socket.on('close', () => {
      settled(new Error('closed'));
      this.onClose();
    });
    this.socket.on('message', (data: Buffer) => this.take(data.toString('latin1'), auth, settled));
  }

  /** @throws when the server refuses it */
  static open(handshake: Handshake): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const socket: RawSocket = new RawSocket(handshake, (error) => (error ? reject(error) : resolve(socket)));
    });
  }

  /** @param ackId answered by `onAck` */
  emit(event: string, payload: object, ackId: number): void {
    this.socket.send(`${this.event}${ackId}${JSON.stringify([event, payload])}`);
  }

  /** As a lost line: no good-bye. */
  cut(): void {
    this.socket.terminate();
  }

  private take(text: string, auth: object | undefined, settled: (error?: Error) => void): void {
    if (text === '2') this.socket.send('3');
    else if (text.startsWith(this.event)) this.onEvent(text);
    else if (text.startsWith(this.ack)) {
      const from = text.indexOf('[', this.ack.length);
      this.onAck(Number(text.slice(this.ack.length, from)), text);
    } else if (text.startsWith('0')) this.socket.send(`${this.connect}${JSON.stringify(auth ?? {})}`);
    else if (text.startsWith(this.connect)) settled();
    else if (text.startsWith('44')) settled(new Error(text));
  }
}
