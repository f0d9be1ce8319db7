import type { zh } from "./zh.ts";

/** The shape of some strings, whatever they say: every language has the same. */
type Shape<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Result
    ? (...args: Args) => Shape<Result>
    : { readonly [Key in keyof T]: Shape<T[Key]> };

/** Every string of the site, as each language has them. */
export type Strings = Shape<typeof zh>;
