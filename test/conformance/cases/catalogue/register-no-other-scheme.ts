import { defineCase } from "../../case.ts";
import { refusesAddresses } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "An address of another scheme than https is not registered",
  requirements: ["MPLI-CAT-005@a576c43e", "MPLI-CAT-017@0b345941"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "taking any address that has a host, or that parses",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    await refusesAddresses(t, [
      "ftp://conformance-kit.example",
      "ws://conformance-kit.example",
      "gopher://conformance-kit.example:70/_GET",
      "file:///etc/passwd",
      "data:application/ld+json,{}",
      "blob:https://conformance-kit.example/1",
    ]);
  },
});
