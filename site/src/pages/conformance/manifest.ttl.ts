// /conformance/manifest.ttl: the cases as data.
import { manifestText } from "../../conformance/cases.ts";
import { turtle } from "../../doors.ts";

export const GET = () => turtle(manifestText);
