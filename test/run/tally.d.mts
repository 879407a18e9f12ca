export interface Result {
  passed: number;
  failed: number;
  skipped: string[];
}
export class Tally {
  constructor(strict: boolean);
  passed: number;
  failed: number;
  skipped: string[];
  add(result: Result): void;
  summary(): string;
}
export function readJest(report: unknown, exitCode: number): Result;
export function readPlaywright(report: unknown, exitCode: number): Result;
