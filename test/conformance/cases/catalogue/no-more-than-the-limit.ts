import { defineCase } from "../../case.ts";
import { isLoopback, register } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { listedProviders } from "../../parties/registration.ts";

/** More registrations than these are more than the kit makes. */
const MANY = 20;

/** An address that the target may ask, and where nobody is. */
const nobody = (target: string, index: number) =>
  isLoopback(target) ? `http://localhost:${index + 1}` : `https://conformance-kit-${index}.example`;

export default defineCase({
  title: "A catalogue refuses one provider more than it keeps",
  requirements: ["MPLI-CAT-006@6377a4e6"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a limit that is declared and not kept, or that counts repeated registrations",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers, until it is full",
    "Catalogue-->>Kit: 201",
    "Kit->>Catalogue: POST providers, one more",
    "Catalogue-->>Kit: 422, too-many-providers",
  ],
  async run(t: Exam) {
    const most = t.declared.limits["providers"] ?? t.fail("`limits.providers` in the node document", "none");
    const room = most - (await listedProviders(t)).length;
    if (room > MANY) t.cannotTell(`the target has room for ${room} more providers`);
    for (let index = 0; index < room; index++) {
      const answer = await register(t, nobody(t.origin, index));
      if (answer.status === 422 && answer.json()["code"] === "address-not-permitted")
        t.cannotTell(`${nobody(t.origin, index)} is not registered, since nobody is there`);
      t.status(answer, 201);
    }
    t.refusal(await register(t, nobody(t.origin, room)), 422, "too-many-providers");
    if (room > 0) t.status(await register(t, nobody(t.origin, 0)), 200);
  },
});
