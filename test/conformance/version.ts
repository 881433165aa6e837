// Which kit this is, and which version of the specification its cases were reviewed against.
export const VERSION = "0.1.0";
export const SPEC_VERSION = "0.1";
