import type { AttachmentView, Problem, UploadedAttachment } from '../../../../contract/index.js';
import { RequestError } from './connection.js';

export interface UploadOptions {
  conversationId: string;
  session: string;
  locale: string;
  /** Share that has been sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Uploads one file for this browser session. Rejects with RequestError; with code `offline` when nothing got through. */
export function upload(
  file: File,
  { conversationId, session, locale, onProgress, signal }: UploadOptions,
): Promise<AttachmentView> {
  return new Promise((resolve, reject) => {
    // Not fetch: it cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    const form = new FormData();
    // In this order: the server reads the form as it comes.
    form.append('conversationId', conversationId);
    form.append('file', file, file.name);
    request.open('POST', '/widget/attachments');
    request.setRequestHeader('Authorization', `Bearer ${session}`);
    request.setRequestHeader('Accept-Language', locale);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) resolve((request.response as UploadedAttachment).attachment);
      else {
        const problem = request.response as Problem | null;
        reject(new RequestError(problem?.code ?? 'internal_error', problem ?? undefined));
      }
    };
    request.onerror = () => reject(new RequestError('offline'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
