// Faults in the keeping of states.
import type { Holder, StatePort, StateVersions } from "../../../functions/delivery/states/ports.ts";
import { ok, refused } from "../../../functions/kernel/result.ts";
import { ordersThat, statesThat } from "../delivering.ts";
import { answering, on, refusing, taking, withStatus } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

/** What tools have written, by their orders, for the fault that shows it. */
const written = new Map<string, string>();

const reads = on(/^\/states\/[^/]+$/, "GET");

type Asked = Parameters<StatePort["state"]>[1];
type Answer = Awaited<ReturnType<StatePort["state"]>>;
const STALE = "stale-epoch";

/** Answers a tool otherwise; `again` asks the order with another holder or for something else. */
const answeringTool = (
  change: (
    answer: Answer,
    asked: { readonly holder: Holder; readonly request: Asked; readonly again: StatePort["state"] },
  ) => Answer | Promise<Answer>,
) =>
  statesThat((port) => ({
    state: async (holder, request) =>
      change(await port.state(holder, request), { holder, request, again: port.state }),
  }));

/** Takes what does not follow, where this holds. */
const following = (
  isTaken: (before: { lineage: string; serial: number }, asked: Asked & { on: "write" }) => boolean,
) =>
  answeringTool((answer, { request }) =>
    !answer.ok &&
    answer.refusal.code === "state-diverged" &&
    request.on === "write" &&
    isTaken(answer.refusal, request)
      ? ok(undefined)
      : answer,
  );

/** Asks as whoever was answered last, where a stale holder asks for one of these. */
const remembering = (...kinds: readonly Asked["on"][]) =>
  statesThat((port) => {
    let last: Holder | undefined;
    return {
      async state(holder, request) {
        const answer = await port.state(holder, request);
        if (answer.ok) last = holder;
        else if (answer.refusal.code === STALE && last && kinds.includes(request.on))
          return port.state(last, request);
        return answer;
      },
    };
  });

/** Asks again with the lock of another. */
const unlocked = (...kinds: readonly Asked["on"][]) =>
  answeringTool((answer, { holder, request, again }) =>
    !answer.ok && answer.refusal.code === "state-locked" && kinds.includes(request.on)
      ? again(holder, { ...request, lock: answer.refusal.ID } as Asked)
      : answer,
  );

/** Goes on listing what there was. */
const keeping = (isKept: (before: StateVersions) => boolean) =>
  statesThat((port) => {
    let before: StateVersions = { versions: [] };
    return {
      async stateVersions() {
        const now = (await port.stateVersions()) ?? before;
        if (now.versions.length === 0 && isKept(before)) return before;
        return (before = now);
      },
    };
  });

export default [
  {
    breaks: "MPLI-DEL-100",
    fault: "says of no state that it is an empty one",
    ...answering(reads, (answer) => (answer.status === 204 ? new Response("", { status: 200 }) : answer)),
  },
  {
    breaks: "MPLI-DEL-100",
    fault: "writes a state anew when it reads it",
    ...answering(reads, async (answer) =>
      answer.status === 200 ? Response.json(JSON.parse(await answer.text())) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-100",
    fault: "reads the first state",
    ...statesThat((port) => {
      let first: Uint8Array | undefined;
      return {
        async state(holder, request) {
          const answer = await port.state(holder, request);
          if (request.on === "write" && answer.ok) first ??= request.state.sealed;
          return request.on === "read" && answer.ok && answer.value ? ok(first) : answer;
        },
      };
    }),
  },
  {
    breaks: "MPLI-DEL-101",
    fault: "says of an order that there is not that it has no state",
    ...answeringTool((answer) =>
      !answer.ok && answer.refusal.code === STALE && answer.refusal.epoch === 0 ? ok(undefined) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-101",
    fault: "calls an order that there is not by its name",
    ...refusing(STALE, (problem) => problem["epoch"] === 0 && (problem["code"] = "no-such-order")),
  },
  {
    breaks: "MPLI-DEL-101",
    fault: "refuses a run that is over with 404",
    ...answering(reads, (answer) => (answer.status === 409 ? withStatus(answer, 404) : answer)),
  },
  {
    breaks: "MPLI-DEL-101",
    fault: "looks at the run and not at its epoch",
    ...statesThat((port) => ({
      state: (holder, request) =>
        port.state({ ...holder, epoch: Number(holder.run.split(".")[1] ?? holder.epoch) }, request),
    })),
  },
  {
    breaks: "MPLI-DEL-101",
    fault: "looks at the epoch and not at the run",
    ...statesThat((port, id) => ({
      state: (holder, request) => port.state({ ...holder, run: `${id}.${holder.epoch}` }, request),
    })),
  },
  { breaks: "MPLI-DEL-101", fault: "lets whoever had the order read on", ...remembering("read") },
  {
    breaks: "MPLI-DEL-101",
    fault: "lets whoever had the order write on",
    ...answeringTool((answer, { request }) =>
      !answer.ok && answer.refusal.code === STALE && request.on === "write" ? ok(undefined) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-101",
    fault: "unlocks for whoever asks",
    ...answeringTool((answer, { request }) =>
      request.on === "unlock" && !answer.ok ? ok(undefined) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-102",
    fault: "gives the lock to whoever asks",
    ...answeringTool((answer, { request }) =>
      !answer.ok && answer.refusal.code === "state-locked" && request.on === "lock" ? ok(undefined) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-102",
    fault: "does not say who has the lock",
    ...refusing("state-locked", (problem) => delete problem["ID"]),
  },
  {
    breaks: "MPLI-DEL-102",
    fault: "tells whoever comes second of its own lock",
    ...answeringTool((answer, { request }) =>
      !answer.ok && answer.refusal.code === "state-locked" && request.on === "lock"
        ? refused({ ...answer.refusal, ...request.info })
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-102",
    fault: "says of a lock that it is a conflict",
    ...refusing("state-locked", (problem) => (problem["status"] = 409), 409),
  },
  { breaks: "MPLI-DEL-103", fault: "writes without looking at the lock", ...unlocked("write") },
  { breaks: "MPLI-DEL-103", fault: "removes without looking at the lock", ...unlocked("remove") },
  {
    breaks: "MPLI-DEL-103",
    fault: "takes an empty ID for none that is needed",
    ...answeringTool((answer, { holder, request, again }) =>
      !answer.ok && answer.refusal.code === "state-locked" && request.on === "write" && request.lock === ""
        ? again(holder, { ...request, lock: answer.refusal.ID })
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-104",
    fault: "keeps the lock of a run that is over",
    ...statesThat((port) => {
      let lock: { readonly ID: string } | undefined;
      return {
        async state(holder, request) {
          if (request.on === "lock" && lock && lock.ID !== request.info.ID)
            return refused({ code: "state-locked", ...lock });
          const answer = await port.state(holder, request);
          if (answer.ok && request.on === "lock") lock = request.info;
          if (answer.ok && request.on === "unlock") lock = undefined;
          return answer;
        },
      };
    }),
  },
  {
    breaks: "MPLI-DEL-105",
    fault: "takes a state of another lineage",
    ...following((before, { state }) => before.lineage !== state.lineage),
  },
  {
    breaks: "MPLI-DEL-105",
    fault: "takes a state of another lineage whose serial is greater",
    ...following((before, { state }) => before.lineage !== state.lineage && before.serial < state.serial),
  },
  {
    breaks: "MPLI-DEL-105",
    fault: "takes an older state",
    ...following((before, { state }) => before.lineage === state.lineage && before.serial > state.serial),
  },
  {
    breaks: "MPLI-DEL-105",
    fault: "takes another state of the same serial",
    ...following((before, { state }) => before.lineage === state.lineage && before.serial === state.serial),
  },
  {
    breaks: "MPLI-DEL-105",
    fault: "refuses a state that comes again",
    ...statesThat((port) => {
      let last: string | undefined;
      return {
        async state(holder, request) {
          if (request.on !== "write") return port.state(holder, request);
          const { digest, lineage, serial } = request.state;
          if (digest === last) return refused({ code: "state-diverged", lineage, serial });
          last = digest;
          return port.state(holder, request);
        },
      };
    }),
  },
  { breaks: "MPLI-DEL-106", fault: "takes what is no state", ...taking("malformed-state") },
  {
    breaks: "MPLI-DEL-106",
    fault: "takes a state without a lineage",
    ...answering(on(/^\/states\/[^/]+$/, "POST"), async (answer) =>
      answer.status === 422 && (await answer.clone().text()).includes('"lineage"')
        ? new Response(null, { status: 200 })
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-107",
    fault: "keeps the last state alone",
    ...statesThat((port) => ({
      async stateVersions() {
        const all = await port.stateVersions();
        return all && { ...all, versions: all.versions.slice(-1) };
      },
    })),
  },
  {
    breaks: "MPLI-DEL-107",
    fault: "brings a state back in words only",
    ...statesThat((port) => ({
      restoreState: async () => ok((await port.stateVersions()) ?? { versions: [] }),
    })),
  },
  {
    breaks: "MPLI-DEL-108",
    fault: "keeps states for good",
    ...keeping(() => true),
  },
  {
    breaks: "MPLI-DEL-108",
    fault: "keeps the states of what was made and failed",
    ...keeping(({ versions }) => versions.some(({ run }) => run?.endsWith(".2"))),
  },
  {
    breaks: "MPLI-DEL-109",
    fault: "shows the order with the state of its tool",
    ...ordersThat((port, id) => ({
      async view() {
        const view = await port.view();
        const { delivery } = view?.record ?? {};
        const state = written.get(id);
        if (!view || !delivery || state === undefined) return view;
        return { ...view, record: { ...view.record, delivery: { ...delivery, outputs: { state } } } };
      },
    })),
    asks: async (request) => {
      const [, id = ""] = /^\/states\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
      if (id && request.method === "POST" && !written.has(id)) written.set(id, await request.clone().text());
      return request;
    },
  },
  {
    breaks: "MPLI-DEL-109",
    fault: "shows a state to whoever signs",
    ...taking("not-a-runner", 200, { version: 4, serial: 1 }),
  },
] satisfies readonly Mutant[];
