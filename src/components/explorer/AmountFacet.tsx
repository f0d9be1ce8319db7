import { useMemo, useState } from "preact/hooks";
import { sliceSteps } from "../../charts/slice-steps.ts";
import { formatNumber } from "../../format.ts";
import { NONE, WHOLE, type AmountRange } from "../../query/slice-conditions.ts";
import type { Language } from "../language.ts";
import { useLanguage } from "../use-language.ts";
import { barOf, cardOf, keyOf, rangeOver, stepsOf, tickIn } from "./amounts-figure.ts";
import { parseYuan } from "./amount-input.ts";
import { chooseMark } from "./Charts.tsx";
import { formatSlice, parseSlice } from "./codec.ts";
import { Drawing } from "./Drawing.tsx";
import { FoldingBox } from "./FacetBox.tsx";
import type { Store } from "./store.ts";

const HEIGHT = 86;

/** A range of amounts: brushed over a small chart, or written as two numbers. */
export function AmountFacet({ store, isAlive }: { store: Store; isAlive: boolean }) {
  const language = useLanguage();
  const { words } = language;
  const { slice, view } = store.shown.value;
  const drawn = formatSlice({ ...slice, tab: WHOLE.tab, sort: null });
  const { draw, cards } = useMemo(() => {
    const told = parseSlice(drawn);
    const steps = stepsOf(view.amounts).filter(({ range }) => range !== NONE);
    const bars = steps.map((step) => barOf(step, told, language));
    const size = { height: HEIGHT, isLabelled: false, tick: tickIn(language) };
    return {
      draw: (context: Parameters<typeof sliceSteps>[3]) =>
        sliceSteps(bars, size, words.explorer.charts.amounts.label, context),
      cards: new Map(steps.map((step) => [keyOf(step.range), cardOf(step, told, language)])),
    };
  }, [drawn, view, language, words]);
  const unstated = view.amounts.find(({ from }) => from === null)?.projects ?? 0;
  const chosen = store.slice.value.amount;
  const go = (amount: AmountRange | null) => store.go({ ...store.slice.value, amount });

  return (
    <FoldingBox condition="amount" store={store} isAlive={isAlive}>
      <div onClick={(event) => chooseMark(store, event)}>
        <Drawing draw={draw} cards={cards} still={null} onBrush={(keys) => go(rangeOver(keys))} />
      </div>
      <p class="note">{words.explorer.amountHint}</p>
      <RangeInputs key={chosen === null ? "" : keyOf(chosen)} chosen={chosen} go={go} />
      {(unstated > 0 || chosen === NONE) && (
        <label class="unstated">
          <input
            type="checkbox"
            autocomplete="off"
            checked={chosen === NONE}
            onChange={() => go(chosen === NONE ? null : NONE)}
          />
          {words.explorer.amountUnstated(formatNumber(unstated))}
        </label>
      )}
    </FoldingBox>
  );
}

/** The two ends as text, so that “50万” can be written too. */
function RangeInputs({
  chosen,
  go,
}: {
  chosen: AmountRange | null;
  go: (range: AmountRange | null) => void;
}) {
  const { words } = useLanguage();
  const range = chosen === NONE ? null : chosen;
  const [from, setFrom] = useState(range?.from?.toString() ?? "");
  const [below, setBelow] = useState(range?.below?.toString() ?? "");
  return (
    <form
      class="range"
      onSubmit={(event) => {
        event.preventDefault();
        const next = rangeOf(from, below);
        if (next !== undefined) go(next);
      }}
    >
      <AmountInput label={words.explorer.amountFrom} value={from} onInput={setFrom} />
      <AmountInput label={words.explorer.amountBelow} value={below} onInput={setBelow} />
      <button type="submit" disabled={rangeOf(from, below) === undefined}>
        {words.explorer.amountApply}
      </button>
    </form>
  );
}

function AmountInput({
  label,
  value,
  onInput,
}: {
  label: Language["words"]["explorer"]["amountFrom"];
  value: string;
  onInput: (value: string) => void;
}) {
  const { words } = useLanguage();
  return (
    <label>
      {label}
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        placeholder={words.explorer.amountExample}
        value={value}
        aria-invalid={parseYuan(value) === undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

/** The range that is written; null for none, undefined for what is no range. */
function rangeOf(from: string, below: string): AmountRange | null | undefined {
  const [least, greatest] = [parseYuan(from), parseYuan(below)];
  if (least === undefined || greatest === undefined) return undefined;
  if (least !== null && greatest !== null && least >= greatest) return undefined;
  return least === null && greatest === null ? null : { from: least, below: greatest };
}
