import { defineCase } from "../../case.ts";
import { isLoopback, refusesAddresses } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A catalogue that others can reach registers no loopback address",
  requirements: ["MPLI-CAT-005@a576c43e", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "the permission for tests that stays on in production",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (isLoopback(t.origin)) t.inapplicable("the target is reached at a loopback address itself");
    await refusesAddresses(t, [
      "https://localhost",
      "https://LOCALHOST:8443",
      "https://localhost./",
      "https://kit.localhost",
      "https://127.0.0.1",
      "https://127.1",
      "https://2130706433",
      "https://[::1]",
      "https://[::ffff:127.0.0.1]",
      "http://localhost",
      "http://127.0.0.1:8787",
    ]);
  },
});
