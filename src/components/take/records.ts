import type { ColumnType } from "../../model/schema.ts";

/** A column of a table that is taken away. */
export interface Field {
  /** As programs call it: `amount_yuan`. */
  readonly name: string;
  /** As people read it. */
  readonly title: string;
  /** What it holds. */
  readonly description: string;
  readonly type: ColumnType;
}

/** A table as a file holds it: amounts in yuan, null where the document says nothing. */
export interface Records {
  readonly fields: readonly Field[];
  readonly data: readonly (readonly (string | number | null)[])[];
}
