// The life of an order as SVG, drawn from spec/lifecycle.json when the site is built. Pure.

export interface Lifecycle {
  readonly states: Readonly<Record<string, { readonly kind: string; readonly means: string }>>;
  readonly transitions: readonly { readonly from: string; readonly on: string; readonly to: string }[];
}

/** Column and row of each state; a state without a place stops the build. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  ORDERED: [1, 0],
  UNKNOWN: [3, 0],
  FAILED: [0, 1],
  PLANNED: [1, 1],
  TERMINATED: [3, 1],
  FAILED_CLEANING: [0, 2],
  PROVISIONING: [1, 2],
  RESUMING: [2, 2],
  CANCELLING: [0, 3],
  ACTIVE: [1, 3],
  SUSPENDING: [2, 3],
  SUSPENDED: [3, 3],
  UPDATING: [0, 4],
  DEGRADED: [1, 4],
  EXPORTING: [2, 4],
  ROTATING: [0, 5],
  TERMINATING: [1, 5],
  RETRIEVAL: [2, 5],
  ERASING: [3, 5],
};

const [WIDTH, HEIGHT, ACROSS, DOWN, MARGIN] = [150, 34, 190, 82, 26];
/** How far an arrow over other states swings out. */
const SWING = 100;

/** What leads to UNKNOWN and out of it is told in words: it would be an arrow from every working state. */
export function lifecycleSvg({ states, transitions }: Lifecycle): string {
  const names = Object.keys(states);
  for (const name of names) if (!PLACES[name]) throw new Error(`the diagram has no place for ${name}`);
  const drawn = new Map<string, { from: string; to: string; isBack: boolean }>();
  for (const { from, to } of transitions) {
    if (from === to || to === "before" || [from, to].includes("UNKNOWN")) continue;
    const isBack = transitions.some((each) => each.from === to && each.to === "before");
    drawn.set(`${from} ${to}`, { from, to, isBack });
  }
  const arrows = [...drawn.values()].map(({ from, to, isBack }) => arrow(place(from), place(to), isBack));
  const boxes = names.map((name) => box(name, states[name]?.kind ?? ""));
  const [width, height] = [3 * ACROSS + WIDTH + 2 * MARGIN, 5 * DOWN + HEIGHT + 2 * MARGIN];
  const told = [...drawn.values()].map(({ from, to }) => `${from} to ${to}`).join("; ");
  const marker =
    '<defs><marker id="life-tip" viewBox="0 0 9 8" refX="9" refY="4" markerWidth="9" markerHeight="8" orient="auto-start-reverse"><path class="tip" d="M0 0l9 4-9 4z"/></marker></defs>';
  return `<svg class="sequence lifecycle" role="img" aria-label="The life of an order: ${told}. Any state in which a runner works leads to UNKNOWN when the runner falls silent, and a lookup leads back." viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${marker}${arrows.join("")}${boxes.join("")}${silence()}</svg>`;
}

function silence(): string {
  const { x, y } = place("UNKNOWN");
  return `<text class="noted" x="${x}" y="${y + HEIGHT / 2 + 14}">wherever a runner falls silent</text>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a state's box. */
function place(name: string): Point {
  const [column, row] = PLACES[name] ?? [0, 0];
  return { x: MARGIN + column * ACROSS + WIDTH / 2, y: MARGIN + row * DOWN + HEIGHT / 2 };
}

function arrow(from: Point, to: Point, isBack: boolean): string {
  const style = `class="ask" marker-end="url(#life-tip)"${isBack ? ' marker-start="url(#life-tip)"' : ""}`;
  const line = (path: string) => `<path ${style} d="${path}"/>`;
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const [half, rows] = [WIDTH / 2, Math.abs(to.y - from.y) / DOWN];
  if (dx === 0 && rows > 1) {
    const edge = from.x + half;
    const out = edge + (rows > 2 ? MARGIN - 6 : SWING / 4);
    return line(`M${edge} ${from.y}H${out}V${to.y + 8}H${edge}`);
  }
  if (dx === 0)
    return line(`M${from.x} ${from.y + (dy * HEIGHT) / 2}V${to.y - (dy * HEIGHT) / 2}`);
  const [start, end] = [from.x + dx * half, to.x - dx * half];
  const middle = (start + end) / 2;
  return line(`M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`);
}

function box(name: string, kind: string): string {
  const { x, y } = place(name);
  const rest = `x="${x - WIDTH / 2}" y="${y - HEIGHT / 2}" width="${WIDTH}" height="${HEIGHT}" rx="${kind === "working" ? 6 : 17}"`;
  return `<rect class="box ${kind}" ${rest}/><text class="party" x="${x}" y="${y + 4}">${name}</text>`;
}
