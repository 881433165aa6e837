import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { textOfPage } from "../../steps/html-text.ts";
import { putOnSale } from "../../steps/on-sale.ts";

const NAME = `<script>alert("5 < 6 & 'so on'")</script>`;

export default defineCase({
  title: "A name with the characters of HTML is shown, and not carried out",
  requirements: ["MPLI-DISC-024@45b5d1f9"],
  role: "provider",
  feature: "html",
  expects: "refuse",
  hunts: "a page put together from strings",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { head } = await putOnSale(t, [{ id: "marked-up", class: "VirtualMachine", name: NAME }]);
    const answer = await t.get(head.url, { accept: "text/html" });
    t.status(answer, 200);
    t.that(!answer.text.includes("<script>alert("), "no element out of a name", "the script of a name");
    t.that(textOfPage(answer.text).includes(NAME), `the name ${NAME} as text of the page`, "another text");
  },
});
