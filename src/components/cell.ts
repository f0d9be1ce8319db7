/** A cell of a table: its text, already formatted. */
export type Cell =
  | string
  | {
      readonly text: string;
      readonly href?: string | undefined;
      /** Steps to the right, for a place inside the one above. */
      readonly indent?: number;
    };
