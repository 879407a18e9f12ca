import { crc32, deflateSync } from 'node:zlib';
import type { Dice } from './dice.js';
import type { StoryFile } from './story.js';

const WIDTH = 320;
const HEIGHT = 200;
type Colour = readonly [number, number, number];
const TINTS: readonly Colour[] = [
  [15, 118, 110],
  [29, 78, 216],
  [180, 83, 9],
];
const PAPER: Colour = [247, 247, 245];
const INK: Colour = [203, 207, 212];
const ALARM: Colour = [220, 38, 38];

/** A picture like one that a customer takes of a page that shows an error: a title bar, lines, a red note. */
export function screenshot(dice: Dice): StoryFile {
  const tint = dice.pick(TINTS);
  const lines = Array.from({ length: 6 }, () => dice.between(90, 280));
  const alarm = dice.between(1, 5);
  const colourAt = (x: number, y: number): Colour => {
    if (y < 28) return tint;
    const line = Math.floor((y - 44) / 24);
    const length = lines[line];
    if (y < 44 || (y - 44) % 24 > 11 || length === undefined || x < 20 || x > 20 + length) return PAPER;
    return line === alarm ? ALARM : INK;
  };
  const content = png(colourAt);
  return {
    name: `${dice.pick(['截图', 'IMG', 'screenshot'])}_${dice.digits(4)}.png`,
    contentType: 'image/png',
    content,
    width: WIDTH,
    height: HEIGHT,
  };
}

/** A PNG without palette or transparency. */
function png(colourAt: (x: number, y: number) => Colour): Buffer {
  const pixels = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) pixels.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // 8 bits a channel, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
