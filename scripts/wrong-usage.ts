import { isZone } from '../lib/zone.ts';

/** A command was called wrongly, or with a file that cannot be read: a sentence for the person, and exit code 2. */
export class WrongUsage extends Error {}

/** @returns true when the person has to call the command otherwise, as opposed to a command that failed */
export function isWrongUsage(error: unknown): boolean {
  return error instanceof WrongUsage || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'));
}

/** @returns `zone` itself. @throws WrongUsage when it is no IANA zone: times would be read in another one without a word. */
export function knownZone(zone: string, where: string): string {
  if (!isZone(zone)) throw new WrongUsage(`${where} is "${zone}", which is no IANA time zone such as Europe/Berlin or Asia/Ho_Chi_Minh.`);
  return zone;
}

/** @throws WrongUsage when `read` does, such as for a file that is not there or is no JSON. */
export function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
