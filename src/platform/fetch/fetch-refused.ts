/** Why a fetch gave nothing: the address or URL is not allowed, or the other side did not answer as it must. */
export type FetchRefusal = 'url' | 'address' | 'redirect' | 'too_large' | 'timeout' | 'failed';

export class FetchRefused extends Error {
  override readonly name = 'FetchRefused';

  constructor(
    readonly reason: FetchRefusal,
    options?: { cause: unknown },
  ) {
    super(`fetch refused: ${reason}`, options);
  }
}
