// Examples are files; the chapters show them. Pure.

/** The chapter with the file in place of each fence that names one; `read` gives undefined where there is none. */
export function withExamples(chapter: string, read: (file: string) => string | undefined): string {
  return chapter.replace(/^(```\w+ file=(\S+).*\n)[^]*?^```$/gm, (whole, opening: string, file: string) => {
    const text = read(file);
    return text === undefined ? whole : `${opening}${text}\`\`\``;
  });
}
