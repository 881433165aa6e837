// What the page of a statement tells of its history, from the text of What's new.
import { expect, test } from "vitest";
import { historyOf } from "../../site/src/spec/history.ts";

const TEXT = `# What's new

## 0.2, draft

- Reworded: MPLI-DISC-018, which now says what the suffix is for ([Discovery](./discovery.md#digest)).

## 0.1, draft

| Chapter | What there is | Statements |
| --- | --- | --- |
| [Discovery](./discovery.md) | Manifest and offers | MPLI-DISC-001 to 067 |
`;

test("a statement has the entries that name it and the ranges that cover it, newest first", () => {
  expect(historyOf("MPLI-DISC-018", TEXT)).toEqual([
    {
      version: "0.2, draft",
      anchor: "02-draft",
      text: "Reworded: MPLI-DISC-018, which now says what the suffix is for (Discovery).",
    },
    { version: "0.1, draft", anchor: "01-draft", text: "Discovery: Manifest and offers" },
  ]);
});

test("it has none of those of another statement", () => {
  expect(historyOf("MPLI-DISC-068", TEXT)).toEqual([]);
  expect(historyOf("MPLI-CAT-018", TEXT)).toEqual([]);
  expect(historyOf("MPLI-DISC-067", TEXT)).toHaveLength(1);
});
