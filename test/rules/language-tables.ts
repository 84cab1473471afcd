/** The tables of docs/rule-language.md, made from the tables that the product itself uses. */
import { ACTIONS } from '../../lib/rules/action-table.ts';
import { FACTS, FUNCTIONS, OPERATORS } from '../../lib/rules/fact-table.ts';

const types: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'number',
  money: 'money',
  duration: 'time span',
  elapsed: 'time on a clock',
  boolean: 'yes or no',
  list: 'list',
  priority: 'priority',
  status: 'status',
  mood: 'mood',
  'clock-state': 'clock state',
  instant: 'date',
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
const code = (text: string) => `\`${text}\``;

/** By the name of the marker in the document. */
export const languageTables: Readonly<Record<string, string>> = {
  facts: table(
    ['fact', 'holds', 'means', 'read from'],
    FACTS.map((fact) => [
      code(fact.takesLabel ? `${fact.name}("Label")` : fact.name),
      (types[fact.type] ?? fact.type) +
        (fact.words ? `: ${fact.words.map(code).join(', ')}` : fact.range ? `, ${fact.range[0]} to ${fact.range[1]}` : ''),
      fact.means,
      fact.from,
    ]),
  ),
  operators: table(
    ['operator', 'means'],
    OPERATORS.map(({ word, means }) => [code(word), means]),
  ),
  functions: table(
    ['function', 'means'],
    FUNCTIONS.map(({ word, means }) => [code(word), means]),
  ),
  actions: table(
    ['action', 'means', 'also written'],
    ACTIONS.map(({ example, means, words }) => [code(example), means, words.slice(1).map(code).join(', ')]),
  ),
};

/** The document with every table between its markers replaced by the current one. */
export function withTables(document: string): string {
  return document.replace(/(<!-- table: (\w+) -->\n)[\s\S]*?(\n<!-- end -->)/g, (whole, start: string, name: string, end: string) => {
    const made = languageTables[name];
    return made === undefined ? whole : start + made + end;
  });
}
