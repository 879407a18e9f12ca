/** Where an `@` addresses a colleague: its place, and what is typed behind it. */
export interface At {
  start: number;
  query: string;
}

/** An `@` within an address is none. */
const AT = /(?:^|[^\w@.])@([^\s@，。！？、；：,!?;:]{0,20})$/;

/** The one that the caret stands behind, if it does. */
export function atBefore(text: string, caret: number): At | undefined {
  const query = AT.exec(text.slice(0, caret))?.[1];
  return query === undefined ? undefined : { start: caret - query.length - 1, query };
}

/** Somebody who was chosen from the list. */
export interface Mentioned {
  id: string;
  name: string;
}

/** Those of the chosen whose name still stands in the text; 林晓 does not stand in @林晓东. */
export function stillIn<Person extends Mentioned>(text: string, chosen: readonly Person[]): Person[] {
  let rest = text;
  const longestFirst = chosen.toSorted((a, b) => b.name.length - a.name.length);
  const found = longestFirst.filter(({ name }) => {
    const stands = rest.includes(`@${name}`);
    if (stands) rest = rest.replaceAll(`@${name}`, '');
    return stands;
  });
  return chosen.filter((person) => found.includes(person));
}
