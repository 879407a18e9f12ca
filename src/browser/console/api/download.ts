import { answer } from './client.js';

/**
 * Takes a file and hands it to the browser to keep. Not a plain link: of what goes wrong on the way one is told here.
 * @param call with `parseAs: 'blob'`
 * @param name of the file, where the answer gives it none
 * @throws ApiProblem
 */
export async function download(
  call: Promise<{ data?: Blob; error?: unknown; response: Response }>,
  name: string,
): Promise<void> {
  const blob = await answer(call);
  const { response } = await call;
  const given = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = given ?? name;
  link.click();
  // The browser takes it up after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
