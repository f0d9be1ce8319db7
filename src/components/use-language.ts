import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "./language.ts";

/** The language of an island, for every component inside. */
export const LanguageContext = createContext<Language | null>(null);

/** The language of the island that the component is in. Throws outside of one. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("no language; put a LanguageContext.Provider around the island");
  return language;
}
