/** A cell of a table: its text, already formatted. */
export type Cell =
  | string
  | {
      readonly text: string;
      readonly href?: string | undefined;
      /** Where in the source `href` leads: “第 3 页第 4 行”. */
      readonly source?: string | undefined;
      /** A drawing before the text, as SVG. */
      readonly drawing?: string | undefined;
      /** Steps to the right, for a place inside the one above. */
      readonly indent?: number;
    };
