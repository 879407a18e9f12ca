import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/**
 * The only place that reads the process clock. SQL asks `desk_now()` instead; a test shifts both together,
 * by a subclass and a function that only a test database has.
 */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** UUIDv7: sorts by the time it was made. */
export function newId(): string {
  return v7();
}
