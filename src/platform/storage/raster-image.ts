import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { LIMITS } from '../../contract/index.js';
import { DeskError } from '../errors/index.js';

/** The only files that are ever shown inline: no SVG, which is a program. */
export const RASTER_IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export interface RasterImage {
  contentType: string;
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * What a file is by its content, not by its name or by what the sender claims; undefined when it is no picture. Only the header
 * is read: a small file that unpacks to a huge picture is refused before any screen tries it.
 * @throws DeskError `unsupported_media_type` for a broken picture, `payload_too_large` for too many pixels
 */
export async function rasterImage(content: Buffer): Promise<RasterImage | undefined> {
  const contentType = (await fileTypeFromBuffer(content))?.mime;
  if (!contentType || !RASTER_IMAGES.has(contentType)) return undefined;
  let size: { width: number; height: number };
  try {
    size = imageSize(content);
  } catch (cause) {
    throw new DeskError('unsupported_media_type', { cause });
  }
  if (size.width * size.height > LIMITS.imagePixels) throw new DeskError('payload_too_large');
  return { contentType, width: size.width, height: size.height };
}
