// Faults in which manifests a catalogue takes, and in how it answers a withdrawal.
import { didOf } from "../../../functions/discovery/node-document.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { answering, on, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const withdrawal = on("/providers", "DELETE");

/** Takes what a sound catalogue refuses with this code, as a manifest without offers. */
const takingFor = (code: string): Spoil => ({
  harvests: (sound) => async (origin, previous, ports) => {
    const outcome = await sound(origin, previous, ports);
    if (outcome.ok || outcome.refusal.code !== code) return outcome;
    return ok({
      provider: didOf(origin),
      manifest: `${origin}/manifest`,
      digest: "0".repeat(64),
      documents: [],
      harvestedAt: ports.now().toISOString(),
    });
  },
});

export default [
  {
    breaks: "MPLI-CAT-046",
    fault: "takes a graph without a manifest for one that sells nothing",
    ...takingFor("no-manifest-node"),
  },
  {
    breaks: "MPLI-CAT-046",
    fault: "takes any of several manifests",
    ...takingFor("several-manifests"),
  },
  {
    breaks: "MPLI-CAT-047",
    fault: "answers a withdrawal with status 200 and the entry that is gone",
    ...answering(withdrawal, (answer) => (answer.status === 204 ? Response.json({}) : answer)),
  },
  {
    breaks: "MPLI-CAT-047",
    fault: "answers a withdrawal as something that is still to be done",
    ...answering(withdrawal, (answer) =>
      answer.status === 204 ? new Response(null, { status: 202 }) : answer,
    ),
  },
  {
    breaks: "MPLI-CAT-050",
    fault: "forgets whom it never knew",
    ...answering(withdrawal, (answer) =>
      answer.status === 404 ? new Response(null, { status: 204 }) : answer,
    ),
  },
  {
    breaks: "MPLI-CAT-050",
    fault: "refuses to forget a stranger with the code of an unknown path",
    ...answering(withdrawal, (answer) =>
      answer.status === 404 ? withJson(answer, (problem) => (problem["code"] = "not-found")) : answer,
    ),
  },
] satisfies Mutant[];
