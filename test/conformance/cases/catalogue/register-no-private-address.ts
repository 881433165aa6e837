import { defineCase } from "../../case.ts";
import { refusesAddresses } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "An address of a private, link-local or otherwise not public network is not registered",
  requirements: ["MPLI-CAT-005@a576c43e", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a list of forbidden networks with holes",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers, https://10.0.0.1",
    "Catalogue-->>Kit: 422, address-not-permitted",
  ],
  async run(t: Exam) {
    await refusesAddresses(t, [
      "https://10.0.0.1",
      "https://172.31.255.254",
      "https://192.168.1.1:8443/",
      "https://169.254.169.254/latest/meta-data/",
      "https://100.64.0.1",
      "https://0.0.0.0",
      "https://198.18.0.1",
      "https://224.0.0.1",
      "https://255.255.255.255",
      "http://10.0.0.1",
    ]);
  },
});
