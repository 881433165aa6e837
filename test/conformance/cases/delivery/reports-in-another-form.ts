import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Reports that are not in their form are refused",
  requirements: ["MPLI-DEL-062@36bca1e5"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "passing over what is not understood",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const { epoch } = run.job;
    const sound = { sequence: 1, type: "started", time: new Date().toISOString(), data: {} };
    const bodies: readonly (JsonObject | string)[] = [
      "[]",
      { events: [sound] },
      { epoch: String(epoch), events: [sound] },
      { epoch, events: sound },
      ...[
        { ...sound, type: "finished" },
        { ...sound, type: undefined },
        { ...sound, sequence: "1" },
        { ...sound, sequence: 0 },
        { ...sound, sequence: undefined },
        { ...sound, type: "progress", data: { percent: "60 %" } },
        { ...sound, type: "found", data: { exists: "perhaps" } },
        { ...sound, type: "failed", data: {} },
      ].map((event) => ({ epoch, events: [event] })),
    ];
    for (const body of bodies) t.refusal(await run.send(body), 422, "malformed-report");
    await stateIs(t, one, "PROVISIONING");
    t.status(await run.reports(sound), 200);
  },
});
