import { IANAZone } from 'luxon';

const MINUTE = 60_000;

/** A moment as it stands on the clocks of a zone. */
export interface ZoneTime {
  /** ISO 8601 to the second, with the offset: `2026-11-21T18:24:26+08:00`. */
  iso: string;
  /** As a spreadsheet counts: days since 1899-12-30 on those clocks. */
  serial: number;
}

const SERIAL_OF_1970 = 25_569;

/** @param zone IANA name, valid */
export function zoneTimes(zone: string): (at: Date) => ZoneTime {
  const clocks = IANAZone.create(zone);
  return (at) => {
    const offset = clocks.offset(at.getTime());
    const local = at.getTime() + offset * MINUTE;
    const away = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
    return {
      iso: `${new Date(local).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${away}`,
      serial: Math.floor(local / 1_000) / 86_400 + SERIAL_OF_1970,
    };
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
