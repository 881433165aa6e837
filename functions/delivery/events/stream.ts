// Events as they come, for whoever keeps listening (WHATWG HTML §9.2, server-sent events).
import type { OrderPort, StoredEvent } from "../ports.ts";

const WAIT_SECONDS = 20;
/** After so many waits the stream ends; the listener comes again with `Last-Event-ID`. */
const MOST_WAITS = 15;
const PER_WRITE = 200;

/** Events after a sequence number, then those that follow. */
export function eventStream(port: OrderPort, after: number): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void follow(port, after, writable.getWriter());
  return new Response(readable, {
    headers: {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}

async function follow(
  port: OrderPort,
  after: number,
  writer: WritableStreamDefaultWriter<Uint8Array>,
): Promise<void> {
  const encoder = new TextEncoder();
  let last = after;
  try {
    for (let wait = 0; wait < MOST_WAITS; wait++) {
      const events = await port.events(last, PER_WRITE, WAIT_SECONDS);
      last = events.at(-1)?.sequence ?? last;
      // A comment shows that somebody is there, and finds out whether somebody still listens.
      await writer.write(encoder.encode(events.map(lineOf).join("") || ": still here\n\n"));
    }
    await writer.close();
  } catch {
    // Whoever listened has gone.
  }
}

function lineOf({ sequence, text }: StoredEvent): string {
  return `id: ${sequence}\ndata: ${text}\n\n`;
}
