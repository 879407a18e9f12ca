import type { StaffEntryView } from '../../../contract/index.js';
import { threadItems } from './thread-items.js';

const entry = (seq: number, createdAt: string, change: Partial<StaffEntryView> = {}): StaffEntryView => ({
  id: `e${seq}`,
  conversationId: 'c',
  seq,
  kind: 'message',
  channel: 'widget',
  author: { kind: 'customer', name: '李梅' },
  body: 'text',
  attachments: [],
  createdAt,
  ...change,
});
const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const shape = (entries: StaffEntryView[]) =>
  threadItems(entries, utcDay).map((item) => (item.type === 'day' ? 'day' : item.follows ? 'follows' : 'entry'));

describe('threadItems', () => {
  it('draws a line before each day', () => {
    const entries = [entry(1, '2026-11-19T23:59:00.000Z'), entry(2, '2026-11-20T00:01:00.000Z')];
    expect(shape(entries)).toEqual(['day', 'entry', 'day', 'entry']);
  });

  it('lets the same author go on for a while', () => {
    const entries = [
      entry(1, '2026-11-20T03:00:00.000Z'),
      entry(2, '2026-11-20T03:01:00.000Z'),
      entry(3, '2026-11-20T03:07:00.000Z'),
    ];
    expect(shape(entries)).toEqual(['day', 'entry', 'follows', 'entry']);
  });

  it('never lets a note follow a message', () => {
    const staff = { author: { kind: 'staff', name: '王芳' } } as const;
    const entries = [
      entry(1, '2026-11-20T03:00:00.000Z', staff),
      entry(2, '2026-11-20T03:00:10.000Z', { ...staff, kind: 'note' }),
    ];
    expect(shape(entries)).toEqual(['day', 'entry', 'entry']);
  });
});
