// The very copy that socket.io-client brings along: a dependency of our own might be a second one.
import { Emitter } from '@socket.io/component-emitter';

/** Revision of the Socket.IO protocol that is spoken here. */
export const protocol = 5;

export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

export interface Packet {
  type: number;
  nsp: string;
  id?: number;
  data?: unknown;
}

type Events = { decoded: (packet: Packet) => void };

/** Type, namespace unless it is the main one, id of the ack, JSON: `2/widget,7["typing",{}]`. */
const PACKET = /^([0-4])(?:(\/[^,]*),)?(\d+)?(.*)$/s;

/** Stands in for socket.io-parser, without its packets of binary data. */
export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    return [type + (nsp === '/' ? '' : `${nsp},`) + (id ?? '') + (data === undefined ? '' : JSON.stringify(data))];
  }
}

export class Decoder extends Emitter<Events, Events, Events> {
  /** @throws for what is no packet: the connection is given up and made anew, as with the library's own */
  add(text: string): void {
    const [, type, nsp = '/', id, data] = PACKET.exec(text) ?? [];
    if (type === undefined) throw new Error('invalid format');
    const packet: Packet = { type: +type, nsp };
    if (id) packet.id = +id;
    if (data) packet.data = JSON.parse(data);
    this.emitReserved('decoded', packet);
  }

  destroy(): void {}
}
