// Whether a TCP port of this machine is free.
import { once } from "node:events";
import { createServer } from "node:net";

/** Both, because `localhost` may mean either. */
const LOOPBACK = ["127.0.0.1", "::1"];

/** The first of `ports` that something already listens on, on either loopback address. */
export async function firstBusyPort(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) for (const host of LOOPBACK) if (await isBusy(host, port)) return port;
  return undefined;
}

async function isBusy(host: string, port: number): Promise<boolean> {
  const probe = createServer().listen({ host, port, exclusive: true });
  try {
    await once(probe, "listening");
    return false;
  } catch (error) {
    // Any other failure, such as a machine without IPv6, says nothing about the port.
    return (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  } finally {
    probe.close();
  }
}
