import { useLanguage } from "../use-language.ts";
import type { MatrixOf } from "./matrices.ts";

/** A table with a column for each that is compared. On a phone each row becomes a block. */
export function Matrix({ matrix }: { matrix: MatrixOf }) {
  const { langOf } = useLanguage();
  const { title, note, head, columns, rows } = matrix;
  if (rows.length === 0) return null;
  return (
    <section class="section">
      <h2>{title}</h2>
      {note && <p class="note">{note}</p>}
      <div class="table reflow">
        <table>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {columns.map(({ key, name, href }) => (
                <th key={key} scope="col" lang={langOf(name)}>
                  <a href={href}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, text, href, cells }) => (
              <tr key={key}>
                <th scope="row" lang={langOf(text)}>
                  {href === undefined ? text : <a href={href}>{text}</a>}
                </th>
                {cells.map(({ text, share }, i) => (
                  <td key={columns[i]?.key} data-label={columns[i]?.name}>
                    <span>
                      <span lang={langOf(text)}>{text}</span>
                      {share !== undefined && (
                        <span class="share" style={{ inlineSize: `${share * 100}%` }} />
                      )}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
