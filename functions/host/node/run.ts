// Running a script of package.json to its end, quietly.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** `npm run <script>`; throws with what it printed when it fails. Aborting `signal` ends it. */
export async function runScript(script: string, root: string, signal: AbortSignal): Promise<void> {
  const child = spawn("npm", ["run", "--silent", script], {
    cwd: root,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => printed.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`npm run ${script} failed:\n${Buffer.concat(printed)}`);
}
