/** What stands in one place of a table; null: nothing. A text is never more than text, however it begins. */
export type TableCell = string | number | Date | null;

/** A table that is written as its rows come; nothing of it is kept. */
export interface TableSource {
  /** Name of the sheet; of a CSV nobody sees it. */
  name: string;
  headings: readonly string[];
  /** So many characters wide is each column, about. */
  widths: readonly number[];
  /** In slices, each small enough to be written without holding up others. */
  slices: AsyncIterable<readonly (readonly TableCell[])[]>;
  /** IANA name: on whose clocks times are shown. */
  zone: string;
}
