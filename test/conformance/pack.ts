// Makes dist/ for publication: the kit as JavaScript, with the files of the specification that it needs beside it.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const KIT = import.meta.dirname;
const RESOURCES = [
  "spec/requirements.ttl",
  "spec/lifecycle.json",
  "schemas/context/v1.jsonld",
  "schemas/shapes/manifest.ttl",
];
const out = process.argv[2] ?? join(KIT, "dist");

rmSync(out, { recursive: true, force: true });
for (const file of globSync("{*,{parties,report,cases,steps}/**/*}.ts", { cwd: KIT })) {
  if (file === "pack.ts" || file === "generate.ts") continue;
  const { outputText } = ts.transpileModule(readFileSync(join(KIT, file), "utf8"), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      rewriteRelativeImportExtensions: true,
    },
  });
  write(join(out, file.replace(/\.ts$/, ".js")), outputText);
}
for (const file of RESOURCES) {
  mkdirSync(dirname(join(out, "resources", file)), { recursive: true });
  cpSync(join(KIT, "../..", file), join(out, "resources", file));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
