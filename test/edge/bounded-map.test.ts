// A cache with a budget: what stays, what leaves, and that it never grows beyond.
import { expect, test } from "vitest";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";

test("the least recently used entries leave first", () => {
  const map = new BoundedMap<string>(3);
  for (const key of ["a", "b", "c"]) map.set(key, key, 1);
  map.get("a");
  map.set("d", "d", 1);
  expect(["a", "b", "c", "d"].filter((key) => map.get(key))).toEqual(["a", "c", "d"]);
});

test("a large entry pushes out as many as it takes", () => {
  const map = new BoundedMap<string>(4);
  for (const key of ["a", "b", "c", "d"]) map.set(key, key, 1);
  map.set("large", "large", 3);
  expect(["a", "b", "c", "d", "large"].filter((key) => map.get(key))).toEqual(["d", "large"]);
});

test("an entry beyond the budget is handed back and not kept, nor does it push out others", () => {
  const map = new BoundedMap<string>(3);
  map.set("a", "a", 1);
  expect(map.set("huge", "huge", 4)).toBe("huge");
  expect(map.get("huge")).toBeUndefined();
  expect(map.get("a")).toBe("a");
});

test("an entry that is set again counts once", () => {
  const map = new BoundedMap<string>(3);
  for (let again = 0; again < 10; again++) map.set("a", String(again), 1);
  map.set("b", "b", 2);
  expect(map.get("a")).toBe("9");
  expect(map.get("b")).toBe("b");
});
