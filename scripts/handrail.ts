/**
 * The `handrail` command line: finds the command and hands it its arguments. Exit code 0 = all is well, 1 = what was looked at is
 * not, or the command failed, 2 = wrong usage or a file that cannot be read.
 */
import { isWrongUsage } from './wrong-usage.ts';

type Command = (args: string[]) => Promise<number>;

const commands: Record<string, { readonly use: string; readonly load: () => Promise<Command> }> = {
  read: {
    use: 'read FILE --url URL [--zone Z] [--now ISO] [--policy FILE] [--adapter generic] | read --cases DIR',
    load: async () => (await import('./read.ts')).read,
  },
  score: { use: 'score DIR...', load: async () => (await import('./score.ts')).score },
  'add-page': {
    use: 'add-page URL --to DIR/CASE (--profile DIR | --attach PORT)',
    load: async () => (await import('./add-page.ts')).addPage,
  },
  dates: { use: 'dates FILE', load: async () => (await import('./dates.ts')).dates },
  facts: { use: 'facts FILE', load: async () => (await import('./facts.ts')).facts },
  metrics: { use: 'metrics FILE... [--json | --csv]', load: async () => (await import('./metrics.ts')).metrics },
  conformance: { use: 'conformance FILE...', load: async () => (await import('./conformance.ts')).conformance },
  design: {
    use: 'design ANSWERS.json [--language en|vi] [--document | --html | --policy]',
    load: async () => (await import('./design.ts')).design,
  },
  policy: {
    use: 'policy check|test|prove FILE | policy explain FILE --ticket T.json [--now ISO] | policy diff OLD NEW | policy export FILE --to SYSTEM | policy keygen|sign|verify',
    load: async () => (await import('./policy.ts')).policy,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  const asked = name === '--help' || name === 'help';
  (asked ? process.stdout : process.stderr).write(
    `${name && !asked ? `There is no command "${name}". ` : ''}Commands:\n${Object.values(commands)
      .map((known) => `  handrail ${known.use}\n`)
      .join('')}`,
  );
  process.exitCode = asked ? 0 : 2;
} else {
  try {
    process.exitCode = await (await command.load())(args);
  } catch (error) {
    process.stderr.write(`handrail ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = isWrongUsage(error) ? 2 : 1;
  }
}
