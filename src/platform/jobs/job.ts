import 'reflect-metadata';

const RUNS = Symbol('runs jobs');

export interface JobOptions {
  /** Runs by itself this often; the data is `{}`. Seconds. */
  everySeconds?: number;
}

/** A kind of work for later. Defined once, in the room that does it, in `x.jobs.ts`. */
export interface JobDefinition<Data extends object> {
  readonly name: string;
  /** Jobs of one room share a queue: a slow mail never keeps an assignment waiting. */
  readonly queue: string;
  readonly options: JobOptions;
  /** Carries the type alone. */
  readonly data?: Data;
}

const definitions = new Map<string, JobDefinition<object>>();

/**
 * @param name `room.verb`, e.g. `routing.assign`
 * @throws when the name is malformed or taken
 */
export function defineJob<Data extends object>(name: string, options: JobOptions = {}): JobDefinition<Data> {
  const [, queue] = /^([a-z-]+)\.[a-z_]+$/.exec(name) ?? [];
  if (!queue) throw new Error(`${name} is no name of a job: write room.verb`);
  if (definitions.has(name)) throw new Error(`two jobs are named ${name}`);
  const definition: JobDefinition<Data> = Object.freeze({ name, queue, options });
  definitions.set(name, definition);
  return definition;
}

export function definedJobs(): JobDefinition<object>[] {
  return [...definitions.values()];
}

/** Marks the one-line method of a provider that runs jobs of this kind. A second run of the same job must do no harm. */
export function Runs<Data extends object>(definition: JobDefinition<Data>) {
  return <T extends object, Method extends (data: Data) => Promise<void>>(
    target: T,
    method: string,
    _descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const entries: RunsEntry[] = Reflect.getMetadata(RUNS, target.constructor) ?? [];
    Reflect.defineMetadata(RUNS, [...entries, { job: definition.name, method }], target.constructor);
  };
}

export interface RunsEntry {
  job: string;
  method: string;
}

export function runsMetadata(target: object): RunsEntry[] {
  return Reflect.getMetadata(RUNS, target) ?? [];
}
