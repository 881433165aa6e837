// One runner to a state folder: two would take each other's runs for what a crash has left.
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer } from "node:net";
import { Stop } from "../terminal/stop.ts";

/**
 * Stops when another process has the folder; until the returned function is called, this one has it. A name among
 * Linux's abstract sockets ends with its process, however that ends; other systems have no such names and no check.
 */
export async function claimFolder(folder: string): Promise<() => void> {
  if (process.platform !== "linux") return () => undefined;
  const name = createHash("sha256")
    .update(await realpath(folder))
    .digest("hex");
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(`\0mpli-runner-${name}`, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Stop(
      2,
      `Another runner works with the state in ${folder}. Give each runner a state folder of its own.`,
    );
  });
  return () => void server.close();
}
