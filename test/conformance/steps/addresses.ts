// Addresses at which a catalogue is registered with, which of them it must not ask, and how it says so.
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";
import { withdraw } from "../parties/registration.ts";

/** Whether this is a loopback address; a catalogue that is reached at one may fetch from others (MPLI-CAT-022). */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** The same address on another host. Where the kit listens on all addresses of its machine, it may even lead to it. */
export function onHost(address: string, hostname: string): string {
  return Object.assign(new URL(address), { hostname }).href;
}

/** Registers this address at the target, as its operator; it is withdrawn when the case ends. */
export async function register(t: Exam, url: string): Promise<Answer> {
  const headers = { ...t.operator(), "content-type": "application/json" };
  const answer = await t.request(t.endpoint("providers"), {
    method: "POST",
    headers,
    body: JSON.stringify({ url }),
  });
  if (answer.status < 300) t.afterwards(async () => t.gone(await withdraw(t, url), url));
  return answer;
}

/** The target refuses to register each of these addresses. */
export async function refusesAddresses(t: Exam, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const answer = await register(t, url);
    t.that(answer.status === 422, `${url} to be refused with status 422`, String(answer.status));
    t.refusal(answer, 422, "address-not-permitted");
  }
}
