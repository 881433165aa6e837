// How a command ends early: with a sentence for the reader and an exit code for the caller.

/**
 * Thrown where a command cannot go on. Exit code 1 says that the answer is no (a document does not conform, a node
 * refuses); 2 says that the question could not be asked (wrong use, a file or node that cannot be reached).
 */
export class Stop extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What to say where a command is asked for something that it does not do, or for nothing. */
export const noAction = (command: string, action: string | undefined, known: readonly string[]): string =>
  `${action ? `mpli ${command} knows no "${action.slice(0, 40)}"` : `mpli ${command} does one of several things`}. Say one of: ${known.join(", ")}.`;
