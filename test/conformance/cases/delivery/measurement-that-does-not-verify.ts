import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { breaches, measured, report, running, stated, stranger } from "../../steps/accounts.ts";
import { runner } from "../../steps/runner.ts";

export default defineCase({
  title: "A measurement that does not verify is refused",
  requirements: ["MPLI-DEL-113@8b602750"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "believing a measurement that anybody could have changed",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const monitor = runner(t);
    const missed = measured(it, { value: "50 %" });
    const sound = stated(monitor, missed);
    const [header, payload] = sound.split(".");
    const other = stated(monitor, measured(it, { value: "51 %" })).split(".")[2];
    const forged = { ...stranger(), did: monitor.did, kid: monitor.kid };
    const tokens = [
      `${header}.${payload}.${other}`,
      stated(forged, missed),
      stated(monitor, missed, { validFrom: "2020-01-01T00:00:00Z", validUntil: "2020-02-01T00:00:00Z" }),
      stated(monitor, missed, { issuer: stranger().did }),
      "e30.e30.e30",
      "measured",
    ];
    for (const each of tokens) t.refusal(await report(t, it, each), 422, "measurement-unproven");
    t.equal((await breaches(t, it.one)).length, 0, "the number of breaches is");
  },
});
