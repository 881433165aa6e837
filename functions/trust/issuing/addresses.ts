// Paths of issuing. Verification knows those of the lists as well, which it reads from within.
export const LISTS = "/credentials/status";
