import { formatsIn, type Formats, type Locale } from "../format.ts";
import { localeOf, stringsIn, TAGS, type Strings } from "../i18n/index.ts";
import { hrefsIn, type Hrefs } from "./href.ts";

/** All that a page or component needs to speak a language: its words, formats and addresses. */
export interface Language extends Formats, Hrefs {
  readonly locale: Locale;
  readonly words: Strings;
  /**
   * The tag for a text of the data, which is Chinese in every language; undefined where the page
   * says so already, and for a text that is none.
   */
  readonly langOf: (text: string | null) => string | undefined;
}

/**
 * The language of a page, as Astro tells it. Throws for one that the site does not speak.
 *
 * @example
 * const { words, formatYuan, regionHref } = languageOf(Astro.currentLocale);
 */
export function languageOf(tag: string | undefined): Language {
  const locale = localeOf(tag);
  const langOf = (text: string | null) =>
    locale !== "zh" && text !== null && isChinese(text) ? TAGS.zh : undefined;
  return { locale, words: stringsIn(locale), langOf, ...formatsIn(locale), ...hrefsIn(locale) };
}

/** Whether a text is a Chinese one, not an English one that names something Chinese. */
function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[a-z]{3} /iu.test(text);
}
