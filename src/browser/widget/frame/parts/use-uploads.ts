import { useEffect, useRef, useState } from 'preact/hooks';
import { type AttachmentView, LIMITS } from '../../../../contract/index.js';
import { RequestError } from '../state/connection.js';
import { useDesk, useTexts } from '../state/context.js';

export interface PendingFile {
  key: number;
  file: File;
  /** A picture of it, for images. */
  preview?: string;
  /** Share that is uploaded, 0 to 1. */
  progress: number;
  attachment?: AttachmentView;
  failure?: string;
}

let lastKey = 0;

/** Stops what is still going up and lets the previews go. */
function release(gone: PendingFile[], aborts: Map<number, AbortController>): void {
  for (const { key, preview } of gone) {
    aborts.get(key)?.abort();
    aborts.delete(key);
    if (preview) URL.revokeObjectURL(preview);
  }
}

/** Files beside the message that is being written; they go up at once, so that sending does not wait for them. */
export function useUploads(id: string) {
  const desk = useDesk();
  const text = useTexts();
  const [files, setFiles] = useState<PendingFile[]>([]);
  const [complaint, setComplaint] = useState('');
  const aborts = useRef(new Map<number, AbortController>());

  function change(key: number, part: Partial<PendingFile>): void {
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }

  async function send({ key, file }: PendingFile): Promise<void> {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    change(key, { failure: undefined, progress: 0 });
    try {
      const attachment = await desk.upload(id, file, abort.signal, (progress) => change(key, { progress }));
      change(key, { attachment, progress: 1 });
    } catch (error) {
      const reason = error instanceof RequestError ? error.problem?.title : undefined;
      change(key, { failure: reason ?? text.uploadFailed });
    }
  }

  function add(chosen: File[]): void {
    const fitting = chosen.filter(({ size }) => size <= LIMITS.attachmentBytes);
    const room = LIMITS.attachmentsPerMessage - files.length;
    setComplaint(fitting.length > room ? text.tooMany : fitting.length < chosen.length ? text.tooLarge : '');
    const added = fitting.slice(0, room).map((file) => {
      lastKey += 1;
      const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
      return { key: lastKey, file, preview, progress: 0 };
    });
    setFiles([...files, ...added]);
    for (const each of added) void send(each);
  }

  const latest = useRef(files);
  latest.current = files;
  useEffect(() => () => release(latest.current, aborts.current), []);

  return {
    files,
    complaint,
    add,
    retry: (file: PendingFile) => void send(file),
    remove(file: PendingFile): void {
      release([file], aborts.current);
      setFiles(files.filter(({ key }) => key !== file.key));
      setComplaint('');
    },
    /** Gives what has been uploaded and begins anew. */
    take(): AttachmentView[] {
      const attachments = files.flatMap(({ attachment }) => attachment ?? []);
      release(files, aborts.current);
      setFiles([]);
      setComplaint('');
      return attachments;
    },
  };
}
