/** Why a file of a package is not taken. */
export interface RefusedFile {
  path: string;
  code: 'path_refused' | 'symlink' | 'duplicate' | 'file_too_big';
}

/** Files by path, read one at a time: a ZIP that somebody has uploaded. */
export interface Package {
  /** In the order of the package; with `/`, none absolute or leading upwards. */
  paths: readonly string[];
  refused: readonly RefusedFile[];
  /** @throws ArticleImportRefused when it is damaged, too big or not there */
  read(path: string): Buffer;
}

const LEFT_OUT = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** Whether nobody means this file: what systems and editors leave lying about. */
export const isLeftover = (path: string): boolean => LEFT_OUT.test(path);

/** Whether a path stays where it is put. */
export const isSafePath = (path: string): boolean =>
  path !== '' &&
  path.length <= 400 &&
  !/[\\\p{Cc}]/u.test(path) &&
  !/^(?:\/|[a-z]:)/i.test(path) &&
  !path.split('/').some((part) => part === '..' || part === '.' || part === '');
