// What a configuration names and this machine does not have: better said before a customer's order finds out.
import { constants, access } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import type { Binding, Configuration } from "./configuration.ts";

/** Files, folders and programs that are not there, each with its binding; `path` is where programs are looked for. */
export async function lackingIn({ bindings }: Configuration, path = ""): Promise<string[]> {
  const looked = [...bindings].flatMap(([name, binding]) =>
    needs(binding).map(async ({ what, isProgram }) => {
      const isThere = isProgram ? await canRun(what, path) : await can(what, constants.R_OK);
      return isThere ? [] : [`${name}: ${what} ${isProgram ? "is no program here" : "cannot be read"}`];
    }),
  );
  return [...new Set((await Promise.all(looked)).flat())];
}

interface Need {
  readonly what: string;
  readonly isProgram: boolean;
}

const program = (what: string): Need => ({ what, isProgram: true });
const file = (what: string): Need => ({ what, isProgram: false });

function needs(binding: Binding): readonly Need[] {
  switch (binding.adapter) {
    case "ansible": {
      const { playbook, inventory } = binding;
      const hosts = isAbsolute(inventory) ? [file(inventory)] : [];
      return [program("ansible-playbook"), ...Object.values(playbook).map(file), ...hosts];
    }
    case "command":
      return [program(binding.command[0])];
    case "opentofu":
      return [program(binding.program), file(binding.module)];
    // A key of a customer that is not there is made.
    case "mpli":
    case "webhook":
      return [];
  }
}

/** Whether there is such a program: at its path, or in a folder of `path` by its name alone. */
export async function canRun(name: string, path: string): Promise<boolean> {
  const places = name.includes("/") ? [name] : path.split(delimiter).map((folder) => join(folder, name));
  return (await Promise.all(places.map((place) => can(place, constants.X_OK)))).includes(true);
}

const can = (place: string, mode: number): Promise<boolean> =>
  access(place, mode).then(
    () => true,
    () => false,
  );
