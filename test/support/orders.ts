// Orders for tests: agreed upon, and nothing else yet.
import type { OrderRecord } from "../../functions/delivery/record.ts";

export function orderRecord(given: Partial<OrderRecord> = {}): OrderRecord {
  return {
    id: "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
    origin: "https://p.example",
    digest: "request",
    customer: "did:key:customer",
    provider: "did:web:p.example",
    offer: "https://p.example/offers/volume",
    manifest: "sha256:0",
    price: { amount: "4", currency: "EUR", per: "month" },
    binding: "ansible:volume",
    createdAt: "2026-11-23T12:00:00.000Z",
    request: "jws",
    agreement: {
      state: "AGREED",
      document: "jws",
      digest: "agreed",
      until: Date.parse("2026-11-23T12:15:00Z"),
    },
    parameters: { size: "1 GiBy" },
    path: [],
    disclosure: "none",
    view: "key",
    sequence: 0,
    updatedAt: "2026-11-23T12:00:00.000Z",
    ...given,
  };
}
