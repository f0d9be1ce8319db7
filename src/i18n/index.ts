import type { Locale } from "../format.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";
import type { Strings } from "./strings.ts";

export type { Strings } from "./strings.ts";

/** Every language of the site; the first is spoken where none is asked for. */
export const LOCALES = ["zh", "en"] as const satisfies readonly Locale[];

/** The tags by which HTML calls them. */
export const TAGS: Readonly<Record<Locale, string>> = { zh: "zh-CN", en: "en" };

const STRINGS: Readonly<Record<Locale, Strings>> = { zh, en };

/** The strings of a language. */
export function stringsIn(locale: Locale): Strings {
  return STRINGS[locale];
}

/** The language of a tag (“en”). Throws for one that the site does not speak. */
export function localeOf(tag: string | undefined): Locale {
  const locale = LOCALES.find((locale) => locale === tag);
  if (!locale) throw new Error(`no strings for language ${tag}; see LOCALES in src/i18n/index.ts`);
  return locale;
}
