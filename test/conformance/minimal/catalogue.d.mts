/** Starts the minimal catalogue; a port of 0 is any free one. `local` permits loopback addresses. */
export function start(settings: {
  port: number;
  token: string;
  local?: boolean;
  harvestSeconds?: number;
  mostProviders?: number;
}): Promise<{ origin: string; close(): Promise<void> }>;
