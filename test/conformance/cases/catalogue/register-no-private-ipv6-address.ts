import { defineCase } from "../../case.ts";
import { refusesAddresses } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "Neither is one of IPv6",
  requirements: ["MPLI-CAT-005@a576c43e", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "looking at IPv4 only, or at the text of the address",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    await refusesAddresses(t, [
      "https://[fd00::1]",
      "https://[fe80::1]",
      "https://[::]",
      "https://[ff02::1]",
      "https://[2001:db8::1]",
      "http://[fd00::1]",
    ]);
  },
});
