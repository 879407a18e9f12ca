import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../platform/clock/index.js';
import { SafeFetch, signedHeaders } from '../../platform/fetch/index.js';
import { SiteSecrets } from './site-secrets.service.js';

/** Asks the host of a site something, so that it knows who asks. */
@Injectable()
export class SignedCalls {
  constructor(
    private readonly secrets: SiteSecrets,
    private readonly safeFetch: SafeFetch,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends it as JSON, signed with every secret that is good now.
   * @returns the body of the answer, whatever it says; 3 s and 256 KB at most
   * @throws FetchRefused; Error for any status but 200
   */
  async post(siteId: string, url: string, content: object): Promise<string> {
    const body = JSON.stringify(content);
    const secrets = (await this.secrets.live(siteId)).map(({ secret }) => secret);
    const signature = signedHeaders(secrets, { id: newId(), at: this.clock.now(), body });
    const answer = await this.safeFetch.post(url, body, { 'content-type': 'application/json', ...signature });
    if (answer.status !== 200) throw new Error(`answered with status ${answer.status}`);
    return answer.body;
  }
}
