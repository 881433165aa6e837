// The machine-readable files of ../schemas, under the paths at which the site serves them.

/** Folder of ../schemas, and the folder of the site that shows it. */
const FOLDERS: Readonly<Record<string, string>> = { vocab: "ns", context: "context", shapes: "shapes" };

const contents = import.meta.glob<string>(
  ["../../../schemas/{vocab,shapes}/*.ttl", "../../../schemas/context/*.jsonld"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

export interface SchemaFile {
  /** Path on the site: "ns/mpli.ttl". */
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

export const schemaFiles: readonly SchemaFile[] = Object.entries(contents).map(([path, text]) => {
  const [name = "", folder = ""] = path.split("/").reverse();
  return { folder: FOLDERS[folder] ?? folder, name, text };
});

/** The text of one file; its absence is a broken checkout, so the build stops. */
export function schemaText(folder: string, name: string): string {
  const file = schemaFiles.find((each) => each.folder === folder && each.name === name);
  if (!file) throw new Error(`schemas: there is no ${name} for /${folder}/`);
  return file.text;
}
