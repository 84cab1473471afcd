/** A screen for a browser with a window, also on machines that have none. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Display {
  /** As `DISPLAY` names it. */
  readonly name: string;
  close(): void;
}

/** @returns the machine's own screen, or one in memory by Xvfb, or undefined where there is neither */
export async function someDisplay(): Promise<Display | undefined> {
  const own = process.env.DISPLAY;
  if (own) return { name: own, close: () => undefined };
  // It chooses a number that is free and writes it to the descriptor.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string | undefined>((told) => {
    server.once('error', () => told(undefined));
    server.once('exit', () => told(undefined));
    (server.stdio[3] as Readable).once('data', (line) => told(String(line).trim()));
  });
  return number === undefined ? undefined : { name: `:${number}`, close: () => void server.kill() };
}
