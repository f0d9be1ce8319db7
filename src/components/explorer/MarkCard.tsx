import { useLanguage } from "../use-language.ts";
import type { Card } from "./figure.ts";

/** Where something was pointed at, in pixels from the corner of the chart. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** How far it is from both edges of the window. */
  readonly toLeft: number;
  readonly toRight: number;
  /** Whether the card shall stand below it, else beside it where there is room. */
  readonly isBelow: boolean;
}

/** Pixels between the pointer and the card. */
const GAP = 18;
const WIDTH = 250;

/** What a mark says: its numbers, and where they are from. */
export function MarkCard({
  card,
  spot,
  onPointerEnter,
}: {
  card: Card;
  spot: Spot;
  onPointerEnter: () => void;
}) {
  const { words } = useLanguage();
  const { charts } = words.explorer;
  return (
    <div class="card" style={styleOf(spot)} onPointerEnter={onPointerEnter}>
      <p class="card-title">{card.title}</p>
      <dl>
        {card.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      {card.links.map(({ text, href }) => (
        <a key={text} href={href}>
          {text}
        </a>
      ))}
      <p class="card-hint">{card.selected ? charts.choose.remove : charts.choose.add}</p>
    </div>
  );
}

/** Beside the pointer, so that the card is not in its way to other marks; below where neither side has room. */
function styleOf({ x, y, toLeft, toRight, isBelow }: Spot): Record<string, string> {
  const own = Math.min(WIDTH, toLeft + toRight - 2 * GAP);
  const room = own + 2 * GAP;
  const isBeside = !isBelow && (toRight > room || toLeft > room);
  const beside = toRight > room ? x + GAP : x - GAP - own;
  const [least, greatest] = [x - toLeft + GAP, x + toRight - GAP - own];
  const left = isBeside ? beside : Math.max(least, Math.min(x - own / 2, greatest));
  return {
    left: `${left}px`,
    top: `${isBelow ? y + 6 : isBeside ? y - 12 : y + GAP}px`,
    width: `${own}px`,
  };
}
