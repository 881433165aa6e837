// The folder in which OpenTofu works: one for each run, that looks to it like the folder of the module.
import { copyFile, mkdir, readdir, realpath, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const LOCKS = ".terraform.lock.hcl";
/** What the tool writes where it works. Of somebody who tried the module by hand, it is no part of it. */
const WRITTEN = [".terraform", "errored.tfstate", "terraform.tfstate", "terraform.tfstate.backup", LOCKS];

/**
 * Makes it under `folder`, as links to what is beside the module and above it, so that a source such as `../network`
 * is found. The lock of providers' versions is a copy: the tool may add to it.
 */
export async function moduleFolder(module: string, folder: string): Promise<string> {
  const there = await realpath(module);
  const own = join(folder, "module", there);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const names = await readdir(there);
  await link(
    there,
    own,
    names.filter((name) => !WRITTEN.includes(name)),
  );
  if (names.includes(LOCKS)) await copyFile(join(there, LOCKS), join(own, LOCKS));
  // A repository is whole in itself, and nothing refers to the root of the disk by going up.
  for (
    let [below, known, above] = [there, names, dirname(there)];
    !known.includes(".git") && above !== dirname(above);
    [below, above] = [above, dirname(above)]
  ) {
    known = await readdir(above).catch(() => []);
    const beside = known.filter((name) => name !== basename(below));
    await link(above, join(folder, "module", above), beside);
  }
  return own;
}

async function link(from: string, to: string, names: readonly string[]): Promise<void> {
  for (const name of names) await symlink(join(from, name), join(to, name));
}
