import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, found } from "../../steps/health.ts";
import { active, eventsOf, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A service that breaks is degraded, and active again when it is mended",
  requirements: ["MPLI-DEL-131@34742e81", "MPLI-DEL-132@64b52896", "MPLI-DEL-134@c4485592"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "outages of which only the provider knows, and those that never end",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: POST /orders/{id}/health, not healthy",
    "Provider-->>Kit: DEGRADED",
    "Kit->>Provider: POST /orders/{id}/health, healthy",
    "Provider-->>Kit: ACTIVE",
  ],
  async run(t: Exam) {
    const { one } = await active(t);
    const before = (await eventsOf(t, one)).length;
    t.equal(await found(t, one, BROKEN), "DEGRADED", "the state in the answer is");
    await stateIs(t, one, "DEGRADED");
    t.equal(await found(t, one, WELL), "ACTIVE", "the state in the answer is");
    await stateIs(t, one, "ACTIVE");
    const told = (await eventsOf(t, one, before))
      .filter(({ type }) => type === "org.w3id.mpli.order.state")
      .map(({ data }) => (data as { state?: unknown }).state);
    t.equal(told.join(), "DEGRADED,ACTIVE", "the states that are told are");
  },
});
