import { defineCase } from "../../case.ts";
import { refusesAddresses } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A private address is recognised in other spellings",
  requirements: ["MPLI-CAT-005@a576c43e", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "comparing the text of the address before it is normalised",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    await refusesAddresses(t, [
      "https://167772161",
      "https://0xa9fea9fe/",
      "https://10.1",
      "https://0xac.0x10.1",
      "https://10.0.0.1./",
      "https://[::ffff:10.0.0.1]",
      "https://[::ffff:a9fe:a9fe]",
      "https://[64:ff9b::a00:1]",
    ]);
  },
});
