// /requirements.ttl: the statements as data.
import requirements from "../../../spec/requirements.ttl?raw";
import { turtle } from "../doors.ts";

export const GET = () => turtle(requirements);
