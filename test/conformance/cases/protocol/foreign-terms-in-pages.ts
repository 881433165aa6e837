import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

const MOTTO = "https://kit.example/ns#motto";
/** More offers a page than this are not published for a test. */
const MOST = 1000;

export default defineCase({
  title: "Terms of others are kept in the pages of a large manifest as well",
  requirements: ["MPLI-PROT-052@019242f0"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "pages that are made from a list of known properties",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT more offers than a page has", "Kit->>Provider: GET the head and its pages"],
  async run(t: Exam) {
    const { offersPerPage } = t.declared.limits;
    t.that(offersPerPage !== undefined, "`offersPerPage` in `limits`", "none");
    if (offersPerPage >= MOST) t.cannotTell("its pages are too large to be filled");
    const [prefix, count] = [fresh(), offersPerPage + 1];
    const offers = Array.from({ length: count }, (_, at) => ({
      id: `${prefix}-${at}`,
      class: "VirtualMachine",
      [MOTTO]: `${at}`,
    }));
    t.status(await t.publish(manifestWith(t, offers)), 200, 201);
    const { whole, offers: served } = await t.manifest();
    const mottos = served.flatMap((offer) => whole.values(offer, MOTTO));
    t.equal([served.length, new Set(mottos).size], [count, count], "the numbers of offers and of mottos are");
  },
});
