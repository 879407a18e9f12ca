import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AttachmentView, LIMITS } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import type { ComposerMode } from './drafts.js';

/** A file that goes with the next message. */
export interface Upload {
  id: number;
  mode: ComposerMode;
  file: File;
  state: 'uploading' | 'done' | 'failed';
  attachment?: AttachmentView;
  failure?: string;
}

export interface Uploads {
  items: Upload[];
  /** What has arrived and can go with the message. */
  done: AttachmentView[];
  busy: boolean;
  add: (files: File[]) => void;
  remove: (id: number) => void;
  retry: (id: number) => void;
  clear: () => void;
  /** Puts back what has arrived before, into the files of a reply. */
  putBack: (attachments: AttachmentView[]) => void;
}

/** Files for the open mode, uploaded as soon as they are added. */
export function useUploads(conversationId: string, mode: ComposerMode): Uploads {
  const { t, formats } = useLanguage();
  const { message } = App.useApp();
  const [all, setAll] = useState<Upload[]>([]);
  const nextId = useRef(1);
  const leaving = useRef(new AbortController());
  const items = all.filter((upload) => upload.mode === mode);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const start = useCallback(
    (upload: Upload) => {
      const change = (next: Partial<Upload>) =>
        setAll((current) => current.map((each) => (each.id === upload.id ? { ...each, ...next } : each)));
      const { signal } = leaving.current;
      api.upload(conversationId, upload.file, signal).then(
        ({ attachment }) => change({ state: 'done', attachment }),
        (error) => {
          if (!signal.aborted) change({ state: 'failed', failure: problemText(t, error).title });
        },
      );
    },
    [conversationId, t],
  );

  return {
    items,
    done: items.flatMap((upload) => upload.attachment ?? []),
    busy: items.some((upload) => upload.state === 'uploading'),
    add(files) {
      const fits = files.filter((file) => file.size <= LIMITS.attachmentBytes);
      for (const file of files.filter((each) => !fits.includes(each)))
        void message.warning(t('composer.tooBig', { name: file.name, size: formats.size(LIMITS.attachmentBytes) }));
      const room = Math.max(0, LIMITS.attachmentsPerMessage - items.length);
      if (fits.length > room) void message.warning(t('composer.tooMany', { count: LIMITS.attachmentsPerMessage }));
      const uploads = fits
        .slice(0, room)
        .map((file): Upload => ({ id: nextId.current++, mode, file, state: 'uploading' }));
      setAll((current) => [...current, ...uploads]);
      uploads.forEach(start);
    },
    remove: (id) => setAll((current) => current.filter((upload) => upload.id !== id)),
    retry(id) {
      const upload = all.find((each) => each.id === id);
      if (!upload) return;
      setAll((current) => current.map((each) => (each.id === id ? { ...each, state: 'uploading' } : each)));
      start(upload);
    },
    putBack: (attachments) =>
      setAll((current) => [
        ...current,
        ...attachments.map(
          (attachment): Upload => ({
            id: nextId.current++,
            mode: 'reply',
            file: new File([], attachment.name),
            state: 'done',
            attachment,
          }),
        ),
      ]),
    clear: () => setAll((current) => current.filter((upload) => upload.mode !== mode)),
  };
}
