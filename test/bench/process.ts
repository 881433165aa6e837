// What a process costs, read from /proc: time of the processor, and memory. Linux only.
import { readFile, readdir, writeFile } from "node:fs/promises";

/** Milliseconds that all threads of a process have run; proc(5), first number of schedstat, nanoseconds. */
export async function processorTime(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = threads.map(async (thread) =>
    Number((await readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => "0")).split(" ")[0]),
  );
  return (await Promise.all(times)).reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** Memory that the process holds now; from here on its peak is counted anew. */
export async function residentAfresh(pid: number): Promise<number> {
  await writeFile(`/proc/${pid}/clear_refs`, "5");
  return kilobytes(pid, "VmRSS");
}

export async function kilobytes(pid: number, what: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${what}:\\s+(\\d+) kB`, "m").exec(status)?.[1]);
}
