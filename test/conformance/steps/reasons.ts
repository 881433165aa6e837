// The reason codes of a report, each with the outcome that it stands for (MPLI-COMP-052).

export const REASONS: Readonly<Record<string, string>> = {
  met: "satisfied",
  "below-minimum": "violated",
  "above-maximum": "violated",
  "not-equal": "violated",
  "not-in-list": "violated",
  "outside-area": "violated",
  "pattern-not-matched": "violated",
  "not-stated-closed": "violated",
  "not-stated": "unknown",
  "too-coarse": "unknown",
  "area-unknown": "unknown",
  "evidence-not-checked": "unknown",
  "incomparable-unit": "unknown",
  "malformed-value": "unknown",
  "currency-differs": "unknown",
  "currency-not-stated": "unknown",
  "usage-based": "unknown",
  "not-priced-there": "unknown",
  withdrawn: "violated",
  "prerequisite-not-presented": "unknown",
};
