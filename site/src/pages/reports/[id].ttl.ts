// /reports/<implementation>.ttl: the EARL reports.
import type { APIRoute, GetStaticPaths } from "astro";
import { implementations } from "../../conformance/reports.ts";
import { turtle } from "../../doors.ts";

export const getStaticPaths = (() =>
  implementations.map(({ id, text }) => ({ params: { id }, props: { text } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => turtle(props.text);
