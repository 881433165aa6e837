// The operations of runners as the API description has them.
import { type Operations, SIGNED_WITH_BODY } from "../../edge/operation.ts";
import { type DeliveryCode, ORDER_ID, SIGNED_JSON_CODES } from "../operation-parts.ts";

export const JOB_OPERATIONS: Operations<DeliveryCode> = {
  "POST /jobs/lease": {
    id: "leaseJob",
    summary: "Lease a job",
    description:
      "Gives a runner of the node a job for one of its tools. Where there is none, the node waits for one as long as the runner says. Whoever says nothing of a job for `leaseSeconds` has lost it.",
    statements: [
      "MPLI-DEL-050",
      "MPLI-DEL-051",
      "MPLI-DEL-052",
      "MPLI-DEL-053",
      "MPLI-DEL-054",
      "MPLI-DEL-090",
    ],
    parameters: SIGNED_WITH_BODY,
    body: {
      "application/json": {
        schema: "LeaseRequest",
        examples: { "of-one-tool": "spec/examples/lease.request.json" },
      },
    },
    answers: {
      200: {
        description: "A job.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "Job",
            examples: { "a-volume": "spec/examples/lease.response.json" },
          },
        },
      },
      204: { description: "There is no job.", headers: ["Cache-Control"] },
    },
    problems: [...SIGNED_JSON_CODES, "not-a-runner", "malformed-lease"],
  },
  "POST /orders/{id}/health": {
    id: "reportHealth",
    summary: "Report of health",
    description:
      "Takes what a runner found of a service that rests, outside of any job: that it is broken, with what is wrong, or that all is well. The answer says where the order stands. What is known already changes nothing.",
    statements: [
      "MPLI-DEL-130",
      "MPLI-DEL-131",
      "MPLI-DEL-132",
      "MPLI-DEL-133",
      "MPLI-DEL-134",
      "MPLI-DEL-135",
      "MPLI-DEL-136",
    ],
    parameters: [ORDER_ID, ...SIGNED_WITH_BODY],
    body: {
      "application/json": {
        schema: "HealthReport",
        examples: { broken: "spec/examples/health.request.json" },
      },
    },
    answers: {
      200: {
        description: "The report is taken.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "HealthAnswer",
            examples: { degraded: "spec/examples/health-answer.json" },
          },
        },
      },
    },
    problems: [
      ...SIGNED_JSON_CODES,
      "not-a-runner",
      "no-such-order",
      "not-agreed",
      "not-in-this-state",
      "operation-in-progress",
      "malformed-health",
    ],
  },
  "POST /jobs/{run}/events": {
    id: "reportJob",
    summary: "Report of a job",
    description:
      "Takes what a runner says of its run, in order and once. An empty list of events keeps the lease alive. The answer says up to which number reports were taken, and whether the tool is to stop.",
    statements: [
      "MPLI-DEL-055",
      "MPLI-DEL-056",
      "MPLI-DEL-057",
      "MPLI-DEL-058",
      "MPLI-DEL-059",
      "MPLI-DEL-060",
      "MPLI-DEL-061",
      "MPLI-DEL-062",
      "MPLI-DEL-095",
    ],
    parameters: [
      {
        name: "run",
        in: "path",
        description: "`id` of the job.",
        schema: { type: "string" },
        example: "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d.2",
      },
      ...SIGNED_WITH_BODY,
    ],
    body: {
      "application/json": {
        schema: "ReportsRequest",
        examples: { "of-a-whole-run": "spec/examples/reports.request.json" },
      },
    },
    answers: {
      200: {
        description: "The reports are taken.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "ReportAnswer",
            examples: { taken: "spec/examples/report.response.json" },
          },
        },
      },
    },
    problems: [
      ...SIGNED_JSON_CODES,
      "not-a-runner",
      "no-such-job",
      "stale-epoch",
      "sequence-gap",
      "sequence-reuse",
      "malformed-report",
      "receipt-invalid",
      "receipt-not-checked",
      "not-of-this-action",
    ],
  },
};
