/** Starts the minimal provider; a port of 0 is any free one. */
export function start(settings: { port: number }): Promise<{ origin: string; close(): Promise<void> }>;
