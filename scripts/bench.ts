/**
 * `npm run bench -- [sla|rules|page|facts|ledger]... [--only part]...`: prints tables; without a name runs them all. `--only` names a part
 * of the page benchmark. Nothing is timed in tests.
 */
const only: string[] = [];
const benches: Record<string, () => Promise<unknown>> = {
  sla: async () => (await import('../test/bench/sla.ts')).benchSla(),
  rules: async () => (await import('../test/bench/rules.ts')).benchRules(),
  page: async () => (await import('../test/bench/page.ts')).benchPage(only),
  facts: async () => (await import('../test/bench/facts.ts')).benchFacts(),
  ledger: async () => (await import('../test/bench/ledger.ts')).benchLedger(),
};
const wanted = process.argv.slice(2);
for (let at = wanted.indexOf('--only'); at >= 0; at = wanted.indexOf('--only')) only.push(...wanted.splice(at, 2).slice(1));
const unknown = wanted.filter((name) => !benches[name]);
if (unknown.length) {
  process.stderr.write(`There is no benchmark "${unknown.join('", "')}": choose from ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else for (const name of wanted.length ? wanted : Object.keys(benches)) await benches[name]?.();
