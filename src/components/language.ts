import { formatsIn, type Formats, type Locale } from "../format.ts";
import { localeOf, stringsIn, type Strings } from "../i18n/index.ts";
import { hrefsIn, type Hrefs } from "./href.ts";

/** All that a page or component needs to speak a language: its words, formats and addresses. */
export interface Language extends Formats, Hrefs {
  readonly locale: Locale;
  readonly words: Strings;
}

/**
 * The language of a page, as Astro tells it. Throws for one that the site does not speak.
 *
 * @example
 * const { words, formatYuan, regionHref } = languageOf(Astro.currentLocale);
 */
export function languageOf(tag: string | undefined): Language {
  const locale = localeOf(tag);
  return { locale, words: stringsIn(locale), ...formatsIn(locale), ...hrefsIn(locale) };
}
