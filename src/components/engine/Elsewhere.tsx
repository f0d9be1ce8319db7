import type { Language } from "../language.ts";

/** The pages that say the same without the engine. */
export function Elsewhere({ language: { words, href } }: { language: Language }) {
  return (
    <ul class="elsewhere">
      {words.explorer.elsewhere.map(({ path, text }) => (
        <li key={path}>
          <a href={href(path)}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
