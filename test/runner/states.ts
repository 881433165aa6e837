// A stand-in for the node's side of states: OpenTofu's HTTP backend under /states/{order}, with locks that epochs pass on.

interface Lock {
  readonly id: string;
  readonly epoch: number;
  /** LockInfo, as the tool sent it. */
  readonly info: string;
}

interface State {
  text?: string;
  lock?: Lock | undefined;
  epoch: number;
}

export interface StateAnswer {
  readonly status: number;
  readonly text?: string;
}

export interface States {
  readonly answer: (method: string, url: URL, body: string) => StateAnswer;
  /** The state of an order, as text. */
  readonly of: (order: string) => string | undefined;
  /** Refuses so many writes, as a node does that cannot keep any more. */
  readonly refuseWrites: (times: number) => void;
  /** Holds the lock of an order for a run of this epoch, as a tool would that was killed. */
  readonly hold: (order: string, epoch: number) => void;
}

const PATH = /^\/states\/([0-9a-f-]{36})(\/lock|\/unlock)?$/;

/** Each state follows from the one before it. */
function diverges(before: string | undefined, after: string): boolean {
  if (before === undefined || before === after) return false;
  const [old, young] = [before, after].map((text) => JSON.parse(text) as { lineage: string; serial: number });
  return old?.lineage !== young?.lineage || Number(old?.serial) >= Number(young?.serial);
}

export function states(): States {
  let refusing = 0;
  const kept = new Map<string, State>();
  const of = (order: string) => {
    const state = kept.get(order) ?? { epoch: 0 };
    kept.set(order, state);
    return state;
  };

  function answer(method: string, url: URL, body: string): StateAnswer {
    const [, order, door = ""] = PATH.exec(url.pathname) ?? [];
    if (!order) return { status: 404 };
    const state = of(order);
    const epoch = Number(url.searchParams.get("epoch"));
    // A tool of a run that has lost its lease neither reads nor writes.
    if (epoch < state.epoch) return { status: 409, text: '{"code":"stale-epoch"}' };
    state.epoch = epoch;
    // Its lock is nobody's any more.
    if (state.lock && state.lock.epoch < epoch) state.lock = undefined;
    const held: StateAnswer | undefined = state.lock && { status: 423, text: state.lock.info };
    switch (`${method} ${door}`) {
      case "POST /lock":
        if (held) return held;
        state.lock = { id: (JSON.parse(body) as { ID: string }).ID, epoch, info: body };
        return { status: 200 };
      case "POST /unlock": {
        // A forced unlock has no body.
        const id = body === "" ? state.lock?.id : (JSON.parse(body) as { ID: string }).ID;
        if (held && state.lock?.id !== id) return held;
        state.lock = undefined;
        return { status: 200 };
      }
      case "GET ":
        return state.text === undefined ? { status: 204 } : { status: 200, text: state.text };
      case "POST ":
        if (held && state.lock?.id !== url.searchParams.get("ID")) return held;
        if (refusing > 0) {
          refusing--;
          return { status: 403 };
        }
        if (diverges(state.text, body)) return { status: 409, text: '{"code":"state-diverged"}' };
        state.text = body;
        return { status: 200 };
      case "DELETE ":
        delete state.text;
        return { status: 200 };
      default:
        return { status: 405 };
    }
  }

  return {
    answer,
    of: (order) => of(order).text,
    refuseWrites: (times) => {
      refusing = times;
    },
    hold: (order, epoch) => {
      Object.assign(of(order), { epoch, lock: { id: "dead", epoch, info: '{"ID":"dead"}' } });
    },
  };
}
