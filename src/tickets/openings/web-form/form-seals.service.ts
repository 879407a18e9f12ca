import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import { Clock, newId } from '../../../platform/clock/index.js';
import { isSame } from '../../customer-secrets.js';

/** Hours for which a form can be sent; as long as one that was sent is remembered. */
const GOOD_HOURS = 24;
const HOUR = 3_600_000;

/** Says that a form was made here, and when. */
export interface FormSeal {
  /** Of this form alone: sent twice it is one case. */
  once: string;
  /** Milliseconds since 1970 and a signature over both. */
  seal: string;
}

/** Nobody sends a form that we did not give them, nor one of last week. */
@Injectable()
export class FormSeals {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  issue(once: string = newId()): FormSeal {
    const at = String(this.clock.now().getTime());
    return { once, seal: `${at}.${this.sign(once, at)}` };
  }

  judge({ once, seal }: FormSeal): 'good' | 'stale' | 'forged' {
    const [at = '', signature = ''] = seal.split('.');
    if (!/^\d{1,15}$/.test(at) || !isSame(signature, this.sign(once, at))) return 'forged';
    return this.clock.now().getTime() - Number(at) < GOOD_HOURS * HOUR ? 'good' : 'stale';
  }

  private sign(once: string, at: string): string {
    return createHmac('sha256', this.config.secretKey).update(`case-form\n${once}\n${at}`).digest('base64url');
  }
}
