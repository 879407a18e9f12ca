import type { Presence } from '../../contract/index.js';
import { defineEvent } from '../../platform/outbox/index.js';

/** Somebody's presence was set otherwise than by their own word; under the key `staff:<id>`. */
export const PresenceImposed = defineEvent<{
  staffId: string;
  presence: Presence;
  because: 'supervisor' | 'silent';
  /** The supervisor; absent when the desk did it. */
  by?: { id: string; name: string };
  /** `silent`: the team whose case it was, and who leads it. */
  teamId?: string;
}>('routing.presence_imposed');
