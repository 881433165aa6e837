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

/** Thrown where a command is asked for what it does not do: its usage is shown as well. */
export class WrongUse extends Stop {
  constructor(message: string) {
    super(2, message);
  }
}
