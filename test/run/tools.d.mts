export type Tool = 'chromium' | 'redis' | 'nginx' | 'meilisearch';
/** Path of the program; `<TOOL>_PATH` in the environment goes first. */
export function findTool(tool: Tool): string | undefined;
/** How to get what is missing, one line. */
export function howToGet(tool: Tool): string;
