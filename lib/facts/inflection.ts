/** The inflected forms of a word, by the regular endings of its language. Some forms are no words; no text holds them. */

const vowel = /[aeiouáéíóúàèùâêîôûäöü]/;

const endings: Readonly<Record<string, (word: string) => readonly string[]>> = {
  en(word) {
    const forms = [word, `${word}s`, `${word}ed`, `${word}ing`];
    if (word.endsWith('e')) forms.push(`${word}d`, `${word.slice(0, -1)}ing`);
    if (/[sxz]$|[cs]h$/.test(word)) forms.push(`${word}es`);
    if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
    if (/^[^aeiou]*[aeiou][bdglmnprt]$/.test(word) || /[aeiou]l$/.test(word)) forms.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
    return [...forms, ...(irregular[word] ?? [])];
  },
  de(word) {
    const stem = word.replace(/(en|n|e)$/, '');
    const forms = [word, ...['e', 'en', 'er', 'es', 'em', 'n', 's', 't', 'in', 'innen'].map((ending) => word + ending)];
    if (stem.length > 2) forms.push(stem, ...['e', 'en', 'er', 'es', 'em', 'st', 't', 'te', 'ten', 'end'].map((ending) => stem + ending));
    return forms;
  },
  fr(word) {
    const forms = [word, `${word}s`, `${word}x`, `${word}e`, `${word}es`];
    if (word.endsWith('er'))
      forms.push(
        ...['e', 'es', 'ons', 'ez', 'ent', 'é', 'ée', 'és', 'ées', 'ant', 'erai', 'era', 'erons', 'erez', 'eront', 'ais', 'ait'].map(
          (ending) => word.slice(0, -2) + ending,
        ),
      );
    if (word.endsWith('ir'))
      forms.push(...['is', 'it', 'issons', 'issez', 'issent', 'i', 'irai', 'irons'].map((ending) => word.slice(0, -2) + ending));
    return forms;
  },
  es(word) {
    const forms = [word, `${word}s`, `${word}es`];
    if (/[aei]r$/.test(word))
      forms.push(...romance(word, ['o', 'as', 'es', 'a', 'e', 'amos', 'emos', 'imos', 'an', 'en', 'é', 'í', 'ó', 'ado', 'ido', 'ando', 'iendo']));
    if (/[aei]r$/.test(word)) forms.push(...['é', 'á', 'emos', 'án', 'ía', 'íamos'].map((ending) => word + ending));
    if (/[oa]$/.test(word)) forms.push(`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`, `${word.slice(0, -1)}os`);
    return forms;
  },
  pt(word) {
    const forms = [word, `${word}s`, `${word}es`];
    if (/[aei]r$/.test(word))
      forms.push(
        ...romance(word, ['o', 'as', 'es', 'a', 'e', 'amos', 'emos', 'imos', 'am', 'em', 'ei', 'i', 'ou', 'ado', 'ido', 'ando', 'endo', 'indo']),
      );
    if (/[aei]r$/.test(word)) forms.push(...['ei', 'á', 'emos', 'ão', 'ia'].map((ending) => word + ending));
    if (/[oa]$/.test(word)) forms.push(`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`, `${word.slice(0, -1)}os`);
    if (word.endsWith('ão')) forms.push(`${word.slice(0, -2)}ões`);
    return forms;
  },
};
const romance = (verb: string, tails: readonly string[]): string[] => tails.map((tail) => verb.slice(0, -2) + tail);

const irregular: Readonly<Record<string, readonly string[]>> = {
  take: ['took', 'taken'],
  go: ['goes', 'going', 'went', 'gone'],
  get: ['got', 'gotten'],
  speak: ['spoke', 'spoken'],
  bring: ['brought'],
  see: ['saw', 'seen'],
  seek: ['sought'],
  steal: ['stole', 'stolen'],
  tell: ['told'],
  leave: ['left'],
  write: ['wrote', 'written'],
  have: ['has', 'had', 'having'],
  be: ['is', 'are', 'was', 'were', 'been', 'being', 'am'],
};

/** Too short or too common to bend: their forms would only fill memory. */
const fixed = new Set('a an the my our your you i we to of for in on at by it this that me us with and or am is are be will not'.split(' '));

/** @param language ISO 639-1; a language without endings gives the word alone. */
export function inflectedForms(word: string, language: string): readonly string[] {
  const inflect = endings[language];
  if (!inflect || fixed.has(word) || word.length < 2 || !vowel.test(word)) return [word];
  return [...new Set(inflect(word))];
}
