/** The `handrail` command line: finds the command and hands it its arguments. Exit code 2 = wrong usage. */
type Command = (args: string[]) => Promise<number>;

const commands: Record<string, { readonly use: string; readonly load: () => Promise<Command> }> = {
  read: {
    use: 'read FILE --url URL [--zone Z] [--now ISO] [--policy FILE] [--adapter generic] | read --cases DIR',
    load: async () => (await import('./read.ts')).read,
  },
  score: { use: 'score DIR...', load: async () => (await import('./score.ts')).score },
  dates: { use: 'dates FILE', load: async () => (await import('./dates.ts')).dates },
  facts: { use: 'facts FILE', load: async () => (await import('./facts.ts')).facts },
  metrics: { use: 'metrics FILE... [--json | --csv]', load: async () => (await import('./metrics.ts')).metrics },
  conformance: { use: 'conformance FILE...', load: async () => (await import('./conformance.ts')).conformance },
  policy: {
    use: 'policy check|test|prove FILE | policy explain FILE --ticket T.json --now ISO | policy diff OLD NEW',
    load: async () => (await import('./policy.ts')).policy,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(
    `${name ? `There is no command "${name}". ` : ''}Commands:\n${Object.values(commands)
      .map((known) => `  handrail ${known.use}\n`)
      .join('')}`,
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (await command.load())(args);
  } catch (error) {
    process.stderr.write(`handrail ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
