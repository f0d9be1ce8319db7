import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { formatNumber } from "../../format.ts";
import type { Facet, Filter } from "../../query/slice-conditions.ts";
import { useLanguage } from "../use-language.ts";
import { chosenCount, toggle } from "./codec.ts";
import { isWithin, matching, sizeOf, type FacetNode, type Facets } from "./facets.ts";
import { flip } from "./look.ts";
import type { Searching } from "./searching.ts";
import type { Store } from "./store.ts";
import { rankerOf } from "./suggestions.ts";

/** Values that are shown at first, and from how many on they can be searched and are folded. */
const FIRST_VALUES = 8;
const LONG = 14;

interface Props {
  facet: Facet;
  store: Store;
  searching: Searching;
  facets: Facets;
  /** Whether somebody acts on a choice. */
  isAlive: boolean;
}

/** A facet: its values with counts, several of which can be chosen; searched where there are many. */
export function FacetBox({ facet, store, searching, facets, isAlive }: Props) {
  const { words } = useLanguage();
  const [query, setQuery] = useState("");
  const nodes = facets.trees[facet];
  const isLong = sizeOf(nodes) > LONG;
  const notes: Partial<Record<Facet, string>> = words.explorer.facetNotes;
  const { counts } = store.shown.value.view;
  const own = useMemo(() => {
    const all = counts.filter((count) => count.facet === facet);
    return new Map(all.map(({ key, count }) => [key, count]));
  }, [counts, facet]);
  const fits = rankerOf(query, searching.known.value);
  // What has a word of the site's own for a name is looked for by that.
  const found = matching(
    nodes,
    ({ name, names }) => query === "" || fits(names) > 0 || fits({ name, nameEn: null }) > 0,
  );

  function search(typed: string): void {
    setQuery(typed);
    // Brings how names sound. Without it they are found as they are written.
    if (searching.known.value === null) searching.find(typed).catch(() => undefined);
  }

  return (
    <FoldingBox condition={facet} store={store} isAlive={isAlive}>
      {notes[facet] && <p class="note">{notes[facet]}</p>}
      {isLong && (
        <input
          type="search"
          autocomplete="off"
          placeholder={words.explorer.searchIn(words.explorer.facets[facet])}
          aria-label={words.explorer.searchIn(words.explorer.facets[facet])}
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <p class="note">{words.explorer.noMatch}</p>}
      <FacetList
        facet={facet}
        nodes={found}
        counts={own}
        store={store}
        facets={facets}
        isUnfolded={!isLong || query !== ""}
      />
    </FoldingBox>
  );
}

/** A box for a condition that folds; whether it is open is in the address. */
export function FoldingBox({
  condition,
  store,
  isAlive,
  children,
}: {
  condition: Filter;
  store: Store;
  isAlive: boolean;
  children: ComponentChildren;
}) {
  const { words } = useLanguage();
  const look = store.look.value;
  const isOpen = look.open.includes(condition);
  const chosen = chosenCount(store.slice.value, condition);
  return (
    <details class="facet" open={isOpen} data-facet={condition}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          store.unfold({ ...look, open: flip(look.open, condition) });
        }}
      >
        {words.explorer.facets[condition]}
        {chosen > 0 && <span class="chosen">{words.explorer.facetChosen(chosen)}</span>}
      </summary>
      {isOpen && (
        <fieldset disabled={!isAlive}>
          <legend class="hidden">{words.explorer.facets[condition]}</legend>
          {children}
        </fieldset>
      )}
    </details>
  );
}

interface ListProps {
  facet: Facet;
  nodes: readonly FacetNode[];
  counts: ReadonlyMap<string, number>;
  store: Store;
  facets: Facets;
  /** Whether values show what is inside them. */
  isUnfolded: boolean;
}

function FacetList(props: ListProps) {
  const { words } = useLanguage();
  const { facet, nodes, counts, store, isUnfolded } = props;
  const [isWhole, setWhole] = useState(false);
  const isChosen = ({ key }: FacetNode) => store.slice.value[facet].includes(key);
  // What the slice has none of comes last, so that it is not in the way.
  const sorted = nodes.toSorted((a, b) => Number(!counts.has(a.key)) - Number(!counts.has(b.key)));
  const isCut = !isWhole && !isUnfolded && nodes.length > FIRST_VALUES + 1;
  const shown = isCut ? sorted.filter((node, i) => i < FIRST_VALUES || isChosen(node)) : sorted;
  return (
    <>
      <ul class={nodes.some(({ children }) => children.length > 0) ? "tree" : undefined}>
        {shown.map((node) => (
          <FacetItem key={node.key} node={node} {...props} />
        ))}
      </ul>
      {(isCut || isWhole) && (
        <button type="button" class="more-values" onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? words.explorer.fewerValues
            : words.explorer.moreValues(nodes.length - shown.length)}
        </button>
      )}
    </>
  );
}

function FacetItem({ node, ...props }: ListProps & { node: FacetNode }) {
  const { facet, counts, store, facets, isUnfolded } = props;
  const { words } = useLanguage();
  const { key, name, children } = node;
  const values = store.slice.value[facet];
  const holdsChosen = values.some(
    (value) => value !== key && facets.pathOf(facet, value).includes(key),
  );
  const [isOpened, setOpened] = useState<boolean | null>(null);
  const isOpen = children.length > 0 && (isOpened ?? (isUnfolded || holdsChosen));
  const count = counts.get(key) ?? 0;
  const isImplied =
    !values.includes(key) && values.length > 0 && isWithin(store.slice.value, facet, key, facets);
  const most = Math.max(1, ...counts.values());
  return (
    <li>
      <div class="value">
        {children.length > 0 && (
          <button
            type="button"
            class="branch"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.explorer.fold(name) : words.explorer.unfold(name)}
            onClick={() => setOpened(!isOpen)}
          />
        )}
        <label
          class={[count === 0 && "empty", isImplied && "implied"].filter(Boolean).join(" ")}
          style={{ "--part": `${(count / most) * 100}%` }}
        >
          <input
            type="checkbox"
            autocomplete="off"
            name={facet}
            value={key}
            checked={values.includes(key)}
            onChange={() => store.go(toggle(store.slice.value, facet, key))}
          />
          <span class="name">{name}</span>
          <span class="count">{formatNumber(count)}</span>
        </label>
      </div>
      {isOpen && <FacetList {...props} nodes={children} isUnfolded={isUnfolded || holdsChosen} />}
    </li>
  );
}
