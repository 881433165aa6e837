import { defineCase } from "../../case.ts";
import { expectOperatorOnly, guardedRequests, sendAs } from "../../steps/operator-requests.ts";

export default defineCase({
  title: "The operator's token counts in the field Authorization, and nowhere else",
  requirements: ["MPLI-PROT-042@3cd46c99"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a token in the address, which ends up in logs, or in a cookie, which browsers send by themselves",
  since: "0.1",
  // It changes nothing, but writes the token into an address.
  writes: true,
  sequence: ["Kit->>Node: an operator's request, ?access_token=…", "Node-->>Kit: 401 operator-only"],
  async run(t) {
    const authorization = t.operator()["authorization"] ?? "";
    const token = authorization.slice("Bearer ".length);
    const fields = [
      { cookie: `token=${token}; access_token=${token}` },
      { "proxy-authorization": authorization },
      { "x-authorization": authorization, "x-api-key": token, "x-auth-token": token },
    ];
    for (const request of guardedRequests(t)) {
      for (const field of fields) expectOperatorOnly(t, await sendAs(t, request, field));
      const address = `${request.address}?access_token=${encodeURIComponent(token)}&token=${encodeURIComponent(token)}`;
      expectOperatorOnly(t, await sendAs(t, { ...request, address }, {}));
      const { method } = request;
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const body = `access_token=${encodeURIComponent(token)}`;
      expectOperatorOnly(t, await t.request(request.address, { method, headers, body }));
    }
  },
});
