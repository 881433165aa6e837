import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { enveloped, issuer } from "../../steps/credentials.ts";
import {
  presentation,
  presentationFound,
  presentationToken,
  requested,
  sdJwt,
} from "../../steps/presentations.ts";
import { proved } from "../../steps/proofs.ts";

const VCT = "https://credentials.example/membership";

export default defineCase({
  title: "A credential answers a query by what was verified, whatever else it looks like",
  requirements: ["MPLI-PRES-035@bfe3e6ac", "MPLI-PRES-036@79718bbb"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a forged credential inside the id of a sound one",
  since: "0.1",
  async run(t: Exam) {
    const [holder, club] = [issuer(), issuer()];
    const forged = sdJwt(
      holder,
      { sub: holder.did, role: "admin" },
      { ...issuer(), privateKey: holder.privateKey },
    );
    const id = `data:application/dc+sd-jwt,${forged}`;
    const asking = (format: string, meta: object, more: object = {}) => ({
      credentials: [{ id: "a", format, meta, ...more }],
    });
    const satisfied = async (query: object, credential: object) => {
      const { id: request, nonce, audience: aud } = await requested(t, query);
      const more = { verifiableCredential: [credential] as never, nonce, aud };
      const text = presentationToken(holder, presentation(holder, [], more));
      const found = await presentationFound(t, text, { request });
      return found["satisfied"];
    };
    const own = proved(club, { id, subject: holder.did });
    const member = asking("dc+sd-jwt", { vct_values: [VCT] }, { claims: [{ path: ["role"] }] });
    t.equal(await satisfied(asking("ldp_vc", {}), own), true, "`satisfied` for what was signed is");
    t.equal(await satisfied(member, own), false, "`satisfied` for an SD-JWT inside an id is");
    t.equal(
      await satisfied(asking("ldp_vc", {}), proved(club, { id })),
      false,
      "`satisfied` for a credential of somebody else, with the holder in its id, is",
    );
    const envelope = { ...enveloped(forged), id };
    t.equal(await satisfied(member, envelope), false, "`satisfied` for an SD-JWT that nobody signed is");
  },
});
