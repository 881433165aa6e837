import { defineCase } from "../../case.ts";
import { eachOfferOnOnePage, pagedManifest } from "../../steps/paging.ts";

export default defineCase({
  title: "All that is said of an offer stands on one page",
  requirements: ["MPLI-DISC-028@c77c7b8d"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "offers that are listed in the head and described on pages, or repeated on two pages",
  since: "0.1",
  async run(t) {
    eachOfferOnOnePage(t, await pagedManifest(t));
  },
});
