/** `npm run bench -- [sla|rules|facts]...`: prints tables; without a name runs them all. Nothing is timed in tests. */
const benches: Record<string, () => Promise<unknown>> = {
  sla: async () => (await import('../test/bench/sla.ts')).benchSla(),
  rules: async () => (await import('../test/bench/rules.ts')).benchRules(),
  facts: async () => (await import('../test/bench/facts.ts')).benchFacts(),
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches[name]);
if (unknown.length) {
  process.stderr.write(`There is no benchmark "${unknown.join('", "')}": choose from ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else for (const name of wanted.length ? wanted : Object.keys(benches)) await benches[name]?.();
