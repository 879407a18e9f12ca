/** What turns up while one writes has been read after this time at the earliest. Milliseconds. */
export const READING = 1_000;

/** How far each conversation has been seen on this screen, by its id. */
const marks = new Map<string, number>();
const writing = new Set<string>();

const note = (conversationId: string, seq: number): void => {
  marks.set(conversationId, Math.max(seq, marks.get(conversationId) ?? 0));
};

export const seenMarks = {
  /** @param seq of the last entry that is drawn, while the end is in view */
  shown(conversationId: string, seq: number): void {
    if (writing.has(conversationId) && marks.has(conversationId)) setTimeout(() => note(conversationId, seq), READING);
    else note(conversationId, seq);
  },
  /** Whether a reply to it is being written, by somebody whose eyes are on their own words. */
  isWriting(conversationId: string, is: boolean): void {
    if (is) writing.add(conversationId);
    else writing.delete(conversationId);
  },
  /** Undefined: nothing of it was shown yet. */
  of: (conversationId: string): number | undefined => marks.get(conversationId),
};
