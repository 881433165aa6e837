import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type JsonObject, isObject } from "../../http.ts";
import { customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

const size = "2 GiBy";
const WRONG: readonly (readonly [JsonObject, ...string[]])[] = [
  [{}, "/parameters/size"],
  [{ size: "65 GiBy" }, "/parameters/size"],
  [{ size: "512 MiBy" }, "/parameters/size"],
  [{ size: "2 s" }, "/parameters/size"],
  [{ size: 2 }, "/parameters/size"],
  [{ size, name: "Loud" }, "/parameters/name"],
  [{ size, copies: 4 }, "/parameters/copies"],
  [{ size, copies: 1.5 }, "/parameters/copies"],
  [{ size, encrypted: "yes" }, "/parameters/encrypted"],
  [{ size, cache: "write" }, "/parameters/cache"],
  [{ size, colour: "red" }, "/parameters/colour"],
  // RFC 6901, section 3.
  [{ size, "a/b~c": 1 }, "/parameters/a~1b~0c"],
  [{ size: "65 GiBy", copies: 0 }, "/parameters/size", "/parameters/copies"],
];

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export default defineCase({
  title: "Parameters that the offer does not allow are refused, and each is led to",
  requirements: ["MPLI-ORD-023@c5a0836e"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "bounds that are compared as text, or the first fault alone",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    for (const [parameters, ...pointers] of WRONG) {
      const problem = await refusesOrder(t, by, { ...sound, parameters }, [422, "parameters-invalid"]);
      const led = listIn(problem["faults"]).flatMap((fault) => (isObject(fault) ? fault["pointer"] : []));
      for (const pointer of pointers)
        t.that(led.includes(pointer), `a pointer ${pointer} in \`faults\``, JSON.stringify(problem));
    }
    const parameters = { size: "2048 MiBy", name: "data-1", copies: 3, encrypted: false, cache: "read" };
    t.status(await place(t, by, { ...sound, parameters }), 201);
  },
});
