import { Global, Injectable, Module } from '@nestjs/common';
import type { ServerToAgent, ServerToWidget } from '../../contract/index.js';

type Payload<Map, Event extends keyof Map> = Map[Event] extends (push: infer P) => void ? P : never;

/** Who hears a push: `customer:<id>`, `site:<key>` (every widget of a site), `staff:<id>`, `team:<id>`, `role:<role>`. */
export type Principal = `${'customer' | 'site' | 'staff' | 'team' | 'role'}:${string}`;

export interface PushAdapter {
  toCustomers<E extends keyof ServerToWidget>(
    audience: Principal[],
    event: E,
    push: Payload<ServerToWidget, E>,
    except?: string,
  ): void;
  toStaff<E extends keyof ServerToAgent>(audience: Principal[], event: E, push: Payload<ServerToAgent, E>): void;
  toCustomersHere<E extends keyof ServerToWidget>(
    audience: Principal[],
    event: E,
    push: Payload<ServerToWidget, E>,
  ): void;
  hasCustomersHere(audience: Principal): boolean;
}

/**
 * A hint to a screen, after COMMIT. It may be lost: screens heal by catch-up. Realtime plugs the adapter in;
 * without one (a tool, a test without sockets) hints go nowhere.
 */
@Injectable()
export class Push {
  private adapter: PushAdapter | undefined;

  use(adapter: PushAdapter): void {
    this.adapter = adapter;
  }

  /**
   * Only customer views may go here.
   * @param except a socket that knows it already
   * @throws on an empty audience, which would mean everyone
   */
  toCustomers<E extends keyof ServerToWidget>(
    audience: Principal[],
    event: E,
    push: Payload<ServerToWidget, E>,
    except?: string,
  ): void {
    this.adapter?.toCustomers(checked(audience, true), event, push, except);
  }

  /**
   * To the sockets of this process alone: for what each process finds out for those it serves.
   * @throws on an empty audience, which would mean everyone
   */
  toCustomersHere<E extends keyof ServerToWidget>(
    audience: Principal[],
    event: E,
    push: Payload<ServerToWidget, E>,
  ): void {
    this.adapter?.toCustomersHere(checked(audience, true), event, push);
  }

  /** Whether a socket of this process would hear it. */
  hasCustomersHere(audience: Principal): boolean {
    return this.adapter?.hasCustomersHere(audience) ?? false;
  }

  /** @throws on an empty audience, which would mean everyone */
  toStaff<E extends keyof ServerToAgent>(audience: Principal[], event: E, push: Payload<ServerToAgent, E>): void {
    this.adapter?.toStaff(checked(audience, false), event, push);
  }
}

function checked(audience: Principal[], customers: boolean): Principal[] {
  if (audience.length === 0) throw new Error('a push needs an audience: an empty one would reach everyone');
  const stranger = audience.find((principal) => /^(customer|site):/.test(principal) !== customers);
  if (stranger) throw new Error(`${stranger} is not of this audience`);
  return audience;
}

@Global()
@Module({ providers: [Push], exports: [Push] })
export class PushModule {}
