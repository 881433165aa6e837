// The adapters by the names that a configuration gives them.
import type { Binding } from "../configuration.ts";
import type { Bound } from "../run.ts";
import { textsIn } from "../secrets.ts";
import type { Adapter } from "./adapter.ts";
import { ansible } from "./ansible.ts";
import { command } from "./command.ts";
import { mpli } from "./mpli.ts";
import { openTofu } from "./opentofu.ts";
import { webhook } from "./webhook.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The tool that a binding stands for, ready to run. */
export function bound(binding: Binding, environment: Environment): Bound {
  const { environment: names, graceSeconds, timeoutSeconds, healthEverySeconds } = binding;
  const adapter = adapterOf(binding, environment);
  const hidden = "variables" in binding ? textsIn(binding.variables) : [];
  const health = healthEverySeconds === undefined ? {} : { healthEverySeconds };
  return { adapter, environment: names, graceSeconds, timeoutSeconds, hidden, ...health };
}

function adapterOf(binding: Binding, environment: Environment): Adapter {
  switch (binding.adapter) {
    case "ansible":
      return ansible(binding);
    case "command":
      return command(binding);
    case "mpli":
      return mpli(binding);
    case "opentofu":
      return openTofu(binding);
    case "webhook":
      return webhook(binding, environment);
  }
}
