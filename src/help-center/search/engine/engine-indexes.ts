import type { EnqueuedTaskPromise, Meilisearch } from 'meilisearch';
import type { ArticleVisibility } from '../../../contract/index.js';
import { documentKey } from '../article-search.js';
import type { StampedDocument } from '../published.js';
import { INDEX_PREFIX, indexOf, rowOf, SETTINGS, VISIBILITIES } from './shape.js';

/** Importing may take a while on a busy server; nobody waits for it. */
const TASK_PATIENCE_MILLISECONDS = 300_000;
const LISTED_AT_ONCE = 5_000;
const NEXT = '_next';

/** What an index holds: its rows' stamps by their ids. */
export type Holdings = ReadonlyMap<string, string>;

/** The indexes of a Meilisearch server, one for each visibility. Who changes them does so alone (see `Keeper`). */
export class EngineIndexes {
  constructor(
    private readonly client: Meilisearch,
    readonly prefix: string = INDEX_PREFIX,
  ) {}

  name(visibility: ArticleVisibility): string {
    return indexOf(visibility, this.prefix);
  }

  /** How many rows each has; an index that is not there is left out. @throws when the server does not answer */
  async counts(): Promise<Map<ArticleVisibility, number>> {
    const { indexes } = await this.client.getStats();
    return new Map(
      VISIBILITIES.flatMap((visibility) => {
        const stats = indexes[this.name(visibility)];
        return stats ? [[visibility, stats.numberOfDocuments] as const] : [];
      }),
    );
  }

  /** All that an index holds; undefined when it is not there. */
  async holdings(visibility: ArticleVisibility): Promise<Holdings | undefined> {
    if (!(await this.counts()).has(visibility)) return undefined;
    const held = new Map<string, string>();
    const index = this.client.index(this.name(visibility));
    for (let offset = 0; ; offset += LISTED_AT_ONCE) {
      const page = await index.getDocuments<{ id: string; stamp?: string }>({
        fields: ['id', 'stamp'],
        limit: LISTED_AT_ONCE,
        offset,
      });
      for (const { id, stamp = '' } of page.results) held.set(id, stamp);
      if (page.results.length < LISTED_AT_ONCE) return held;
    }
  }

  /**
   * Makes the indexes hold these texts of these articles, and no other text of them: it is taken out of where it must not
   * be before it is put where it belongs.
   */
  async put(articleIds: readonly string[], texts: readonly StampedDocument[]): Promise<void> {
    const own = (visibility: ArticleVisibility) => texts.filter(({ document }) => document.visibility === visibility);
    await this.all(VISIBILITIES, (visibility) => {
      const kept = own(visibility).map(({ document }) => documentKey(document.articleId, document.locale));
      const filter = `articleId IN ${quoted(articleIds)}${kept.length > 0 ? ` AND id NOT IN ${quoted(kept)}` : ''}`;
      return this.client.index(this.name(visibility)).deleteDocuments({ filter });
    });
    await this.all(
      VISIBILITIES.filter((visibility) => own(visibility).length > 0),
      (visibility) => this.client.index(this.name(visibility)).addDocuments(rowsOf(own(visibility))),
    );
  }

  /** Takes rows out, whatever they are. */
  async discard(visibility: ArticleVisibility, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await succeed(this.client.index(this.name(visibility)).deleteDocuments([...ids]));
  }

  /** New indexes beside those that answer, empty. @returns where to put rows, and how to let them answer instead */
  async beginAnew(): Promise<Successors> {
    await this.dropSuccessors();
    await this.all(VISIBILITIES, (visibility) =>
      this.client.createIndex(this.name(visibility) + NEXT, { primaryKey: 'id' }),
    );
    await this.all(VISIBILITIES, (visibility) =>
      this.client.index(this.name(visibility) + NEXT).updateSettings(SETTINGS),
    );
    const tasks: EnqueuedTaskPromise[] = [];
    return {
      add: async (texts) => {
        for (const visibility of VISIBILITIES) {
          const own = texts.filter(({ document }) => document.visibility === visibility);
          if (own.length === 0) continue;
          const task = this.client.index(this.name(visibility) + NEXT).addDocuments(rowsOf(own));
          tasks.push(task);
          await task;
        }
      },
      takeOver: async () => {
        for (const task of tasks) await succeed(task);
        await this.swap();
      },
      abandon: () => this.dropSuccessors(),
    };
  }

  /** The new ones answer from one moment to the next, and the old ones go. */
  private async swap(): Promise<void> {
    const there = await this.counts();
    await this.all(
      VISIBILITIES.filter((visibility) => !there.has(visibility)),
      (visibility) => this.client.createIndex(this.name(visibility), { primaryKey: 'id' }),
    );
    await succeed(
      this.client.swapIndexes(
        VISIBILITIES.map((visibility) => ({
          indexes: [this.name(visibility), this.name(visibility) + NEXT],
          rename: false,
        })),
      ),
    );
    await this.dropSuccessors();
    // What a version before this one left behind: it knew no visibility.
    await this.drop([this.prefix]);
  }

  private async dropSuccessors(): Promise<void> {
    await this.drop(VISIBILITIES.map((visibility) => this.name(visibility) + NEXT));
  }

  private async drop(names: readonly string[]): Promise<void> {
    const { indexes } = await this.client.getStats();
    for (const name of names) if (Object.hasOwn(indexes, name)) await succeed(this.client.deleteIndex(name));
  }

  private async all(
    visibilities: readonly ArticleVisibility[],
    change: (visibility: ArticleVisibility) => EnqueuedTaskPromise,
  ): Promise<void> {
    await Promise.all(visibilities.map((visibility) => succeed(change(visibility))));
  }
}

export interface Successors {
  /** Resolves when the engine has them in its queue: many batches at once it takes in faster than one by one. */
  add(texts: readonly StampedDocument[]): Promise<void>;
  /** When all is taken in. @throws what the engine says of rows that it could not take in */
  takeOver(): Promise<void>;
  abandon(): Promise<void>;
}

const rowsOf = (texts: readonly StampedDocument[]) => texts.map(({ document, stamp }) => rowOf(document, stamp));
const quoted = (ids: readonly string[]): string => `[${ids.map((id) => JSON.stringify(id)).join(', ')}]`;

/** @throws what the server says of a task that failed */
async function succeed(enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask({ timeout: TASK_PATIENCE_MILLISECONDS });
  if (task.status !== 'succeeded') throw new Error(`search task ${task.type}: ${task.error?.message ?? task.status}`);
}
