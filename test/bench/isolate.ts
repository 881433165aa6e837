// What an isolate of a running workerd holds in memory, asked through its inspector.

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Samples the isolate of one service until stopped; gives the peak, in MB of 10⁶ bytes. */
export async function watchIsolate(
  inspector: string,
  service: string,
  everyMs = 50,
): Promise<() => Promise<number>> {
  const targets = (await (await fetch(`http://${inspector}/json`)).json()) as {
    id: string;
    webSocketDebuggerUrl: string;
  }[];
  const target =
    targets.find(({ id }) => id === service) ??
    targets.find(({ webSocketDebuggerUrl }) => webSocketDebuggerUrl.endsWith(`/${service}`));
  if (!target) throw new Error(`the inspector knows no service ${service}: ${JSON.stringify(targets)}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  let peak = 0;
  let id = 0;
  socket.addEventListener("message", ({ data }) => {
    const { result } = JSON.parse(String(data)) as { result?: HeapUsage };
    if (result?.usedSize === undefined) return;
    const all = result.usedSize + (result.embedderHeapUsedSize ?? 0) + (result.backingStorageSize ?? 0);
    peak = Math.max(peak, all / 1e6);
  });
  const ask = () => socket.send(JSON.stringify({ id: ++id, method: "Runtime.getHeapUsage" }));
  const timer = setInterval(ask, everyMs);
  return async () => {
    clearInterval(timer);
    ask();
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.close();
    return peak;
  };
}
