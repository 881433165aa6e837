// A sequence diagram as SVG, from lines such as "Kit->>Provider: GET manifest". The notation is Mermaid's, the part of it that cases need. Pure.

/** A line of a diagram: somebody says something, does something, or a frame begins, parts or ends. */
type Step =
  | {
      readonly kind: "message";
      readonly from: string;
      readonly to: string;
      readonly arrow: Arrow;
      readonly text: string;
    }
  | { readonly kind: "note"; readonly over: string; readonly text: string }
  | { readonly kind: "open" | "part"; readonly text: string }
  | { readonly kind: "close" };

type Arrow = keyof typeof ARROWS;

/** Arrows by how they are written: what they mean is in the names of the styles. */
const ARROWS = { "->>": "ask", "-->>": "answer", "-x": "ask lost", "--x": "answer lost" } as const;

const MESSAGE = /^(\w+)\s*(-{1,2}(?:>>|x))\s*(\w+)\s*:\s*(.+)$/;
const NOTE = /^Note (?:over|right of|left of) (\w+)\s*:\s*(.+)$/;
const OPEN = /^(loop|par|alt|opt)\b\s*(.*)$/;
const PART = /^(and|else)\b\s*(.*)$/;

/** Pixels, so that a diagram of two parties fits on a phone, at the size in which the text is set (styles/conformance.css). */
const LANE = 224;
const MARGIN = 56;
const HEAD = 34;
const TEXT_LINE = 17;
/** Between the last line of a message's text and its arrow. */
const UNDER_TEXT = 7;
const BETWEEN = 15;
const PADDING = 20;
const LOOP = 34;
const BOX = 26;
/** A character is this wide at most, on average, in the fonts of the site. */
const CHARACTER = 7;

/** Every line must be understood; a diagram that cannot be drawn stops the build. */
export function sequenceSvg(lines: readonly string[]): string {
  const steps = lines.map(readStep);
  const parties = [...new Set(steps.flatMap(partiesOf))];
  const x = (party: string) => MARGIN + Math.max(0, parties.indexOf(party)) * LANE;
  const right = x(parties.at(-1) ?? "");
  // What the last party does by itself stands behind its lane.
  const overhangs = steps.some(
    (step) => step.kind === "message" && step.from === step.to && x(step.to) === right,
  );
  const width = right + (overhangs ? LANE : MARGIN);

  let y = HEAD + 4;
  const frames: number[] = [];
  const drawn = steps.map((step) => {
    switch (step.kind) {
      case "message": {
        const room = (Math.abs(x(step.to) - x(step.from)) || LANE - LOOP) - PADDING;
        const text = wrap(step.text, Math.floor(room / CHARACTER));
        y += BETWEEN + text.length * TEXT_LINE + UNDER_TEXT;
        return message(text, y, x(step.from), x(step.to), ARROWS[step.arrow]);
      }
      case "note": {
        const text = wrap(step.text, Math.floor((2 * MARGIN + LANE / 3) / CHARACTER));
        const top = y + BETWEEN - 2;
        y = top + text.length * TEXT_LINE + 8;
        return note(text, top, y, Math.min(x(step.over), width - MARGIN));
      }
      case "open":
        frames.push(y + BETWEEN - 4);
        y += BETWEEN + BOX - 8;
        return label(step.text, y - BOX + 4, BOX - 4);
      case "part":
        y += BETWEEN + BOX - 8;
        return `<line class="part" x1="4" y1="${y - BOX + 4}" x2="${width - 4}" y2="${y - BOX + 4}"/>${label(step.text, y - BOX + 4, BOX - 4)}`;
      case "close": {
        const top = frames.pop() ?? y;
        y += 12;
        return `<rect class="frame" x="4" y="${top}" width="${width - 8}" height="${y - top}" rx="4"/>`;
      }
    }
  });
  const height = y + 22;
  const lanes = parties.map((party) => lane(party, x(party), height));
  return `<svg class="sequence" role="img" aria-label="${escape(steps.flatMap(told).join("; "))}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${lanes.join("")}${drawn.join("")}</svg>`;
}

function lane(party: string, x: number, height: number): string {
  return `<line class="lane" x1="${x}" y1="${HEAD}" x2="${x}" y2="${height - 4}"/><rect class="box" x="${x - 52}" y="4" width="104" height="${HEAD - 4}" rx="6"/><text class="party" x="${x}" y="24">${escape(party)}</text>`;
}

function message(lines: readonly string[], y: number, start: number, end: number, style: string): string {
  const top = y - UNDER_TEXT - (lines.length - 1) * TEXT_LINE;
  if (start === end) {
    const middle = y - UNDER_TEXT - (lines.length * TEXT_LINE) / 2;
    const loop = `<path class="${style}" d="M${start} ${middle - 6}h${LOOP - 10}v16h-${LOOP - 18}"/>${tip(start, middle + 10, 1)}`;
    return loop + text("side", lines, start + LOOP, top);
  }
  const back = end > start ? -1 : 1;
  const isLost = style.endsWith("lost");
  const line = `<line class="${style}" x1="${start}" y1="${y}" x2="${end + (isLost ? 14 : 8) * back}" y2="${y}"/>`;
  const head = isLost
    ? `<path class="cross" d="M${end + 9 * back} ${y - 5}l10 10m0-10l-10 10"/>`
    : tip(end, y, back);
  return line + head + text("said", lines, (start + end) / 2, top);
}

/** The head of an arrow that ends at `x` and comes from the right (1) or the left (-1). */
function tip(x: number, y: number, side: 1 | -1): string {
  return `<path class="tip" d="M${x} ${y}l${9 * side}-4v8z"/>`;
}

function note(lines: readonly string[], top: number, bottom: number, x: number): string {
  const half = (Math.max(...lines.map((line) => line.length)) * CHARACTER) / 2 + 8;
  const left = Math.max(2, x - half);
  const box = `<rect class="note" x="${left}" y="${top}" width="${2 * half}" height="${bottom - top}" rx="3"/>`;
  return box + text("noted", lines, left + half, top + TEXT_LINE);
}

function label(words: string, y: number, height: number): string {
  return `<text class="label" x="12" y="${y + height - 6}">${escape(words)}</text>`;
}

function text(style: string, lines: readonly string[], x: number, y: number): string {
  const spans = lines.map(
    (line, index) => `<tspan x="${x}"${index > 0 ? ` dy="${TEXT_LINE}"` : ""}>${escape(line)}</tspan>`,
  );
  return `<text class="${style}" x="${x}" y="${y}">${spans.join("")}</text>`;
}

/** As few lines of at most `most` characters as can be, and those about equally long. */
export function wrap(sentence: string, most: number): string[] {
  const lines = filled(sentence, most);
  for (let less = Math.ceil(sentence.length / lines.length); less < most; less++) {
    const even = filled(sentence, less);
    if (even.length === lines.length && longestWord(sentence) <= less) return even;
  }
  return lines;
}

function longestWord(sentence: string): number {
  return Math.max(...sentence.split(/\s+/).map((word) => word.length));
}

/** Each line as full as can be; a word that is longer than a line is cut. */
function filled(sentence: string, most: number): string[] {
  const words = sentence.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${most}}`, "gsu")) ?? []);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function readStep(line: string): Step {
  const words = line.trim();
  const [, from, arrow, to = "", said = ""] = MESSAGE.exec(words) ?? [];
  if (from && arrow && arrow in ARROWS)
    return { kind: "message", from, to, arrow: arrow as Arrow, text: said };
  const [, over, noted = ""] = NOTE.exec(words) ?? [];
  if (over) return { kind: "note", over, text: noted };
  const [, opening, about = ""] = OPEN.exec(words) ?? [];
  if (opening) return { kind: "open", text: `${FRAMES[opening] ?? ""} ${about}`.trim() };
  const [, parting, next = ""] = PART.exec(words) ?? [];
  if (parting) return { kind: "part", text: `${PARTS[parting] ?? ""} ${next}`.trim() };
  if (words === "end") return { kind: "close" };
  throw new Error(`a sequence diagram has no such line: ${line}`);
}

const FRAMES: Readonly<Record<string, string>> = {
  loop: "for",
  par: "at the same time",
  alt: "either",
  opt: "if",
};
const PARTS: Readonly<Record<string, string>> = { and: "and", else: "or" };

function partiesOf(step: Step): string[] {
  if (step.kind === "message") return [step.from, step.to];
  return step.kind === "note" ? [step.over] : [];
}

/** The step in words, for those who do not see the diagram. */
function told(step: Step): string[] {
  if (step.kind === "message") return [`${step.from} to ${step.to}: ${step.text}`];
  if (step.kind === "note") return [`${step.over}: ${step.text}`];
  return step.kind === "close" ? [] : [step.text];
}

function escape(words: string): string {
  return words.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
