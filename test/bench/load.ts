// Load on one URL from this process: keep-alive connections, a fixed time, requests a second.
import autocannon from "autocannon";

export interface Load {
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly expect: number;
}

const CONNECTIONS = 16;

/** Requests a second that were answered with the expected status; any other answer is an error of the bench. */
export async function requestsPerSecond(
  { url, headers = {}, expect }: Load,
  seconds: number,
): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  const answered = result.statusCodeStats?.[expect]?.count ?? 0;
  const all = result.requests.total;
  if (result.errors > 0 || answered < all)
    throw new Error(`${url}: ${all - answered} unexpected answers, ${result.errors} errors`);
  return answered / result.duration;
}
