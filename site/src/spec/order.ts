// The order in which the chapters are read; a chapter that is not named follows at the end.
export const ORDER: readonly string[] = [
  "index",
  "terminology",
  "conformance",
  "protocol",
  "discovery",
  "catalogue",
  "compatibility",
  "testing",
  "security",
  "privacy",
  "stages",
  "whats-new",
];
