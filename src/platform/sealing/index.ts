import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { type SealKey, seal, sealKey, unseal } from './seal.js';

export { SealBroken } from './seal.js';

/** Keeps secrets that must be read again: what is stored of them opens only with this desk's `SECRET_KEY`. */
@Injectable()
export class Sealing {
  private readonly key: SealKey;

  constructor(@Inject(CONFIG) config: Pick<Config, 'secretKey'>) {
    this.key = sealKey(config.secretKey);
  }

  /** @param place to which row it belongs, e.g. `site_secrets <id>`: moved elsewhere, it does not open */
  seal(place: string, secret: string): Buffer {
    return seal(this.key, place, secret);
  }

  /** @throws SealBroken for another key's, another place's or a damaged one */
  unseal(place: string, sealed: Buffer): string {
    return unseal(this.key, place, sealed);
  }
}

@Global()
@Module({ providers: [Sealing], exports: [Sealing] })
export class SealingModule {}
