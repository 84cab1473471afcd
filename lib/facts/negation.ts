/** Whether the words around a phrase take it back (`I will not sue`, `không kiện`, `ich klage nicht`) or only suppose it (`if it is broken`). */
import type { Word } from './words.ts';

interface Negation {
  /** Words that negate what follows them in the clause. */
  readonly before: ReadonlySet<string>;
  /** Words that negate what stands before them (`ich klage nicht`). */
  readonly after?: ReadonlySet<string>;
  /** A new subject begins: what was negated was something else (`if you don't pay I will sue`). */
  readonly stops: ReadonlySet<string>;
  /** Words after which a stop does not stop (`I don't think I will sue`). */
  readonly through: ReadonlySet<string>;
  /** Words that turn the negation round (`I won't hesitate to sue`, `no choice but to`). */
  readonly cancels: ReadonlySet<string>;
}
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const negations: Readonly<Record<string, Negation>> = {
  en: {
    before: set(
      'not never no without dont wont cant didnt doesnt isnt arent wouldnt shouldnt havent hasnt aint nor neither nobody cannot avoid against instead rather unlikely nothing hardly',
    ),
    stops: set('i we he she they but if because since otherwise then until unless or and so you your it'),
    through: set('think believe suppose imagine want expect say saying said thinking'),
    cancels: set(
      'hesitate choice option alternative afraid only make force rest stop stops until else wait why how during accept tolerate doubt mistake surprised ignore longer',
    ),
  },
  vi: {
    before: set('không chưa chẳng chả đừng khỏi khong chang dung ko hok hông kg k khg không'),
    stops: set('nhưng nếu thì tôi mình chúng nhung neu thi toi minh'),
    through: set('nghĩ định muốn nghi dinh muon'),
    cancels: set('ngại ngần chỉ thể cách lẽ ngai chi the nào'),
  },
  de: {
    before: set('nicht kein keine keinen keinem keiner nie niemals nichts niemand ohne weder'),
    after: set('nicht nie niemals'),
    stops: set('ich wir aber wenn sonst dann oder und sie'),
    through: set('glaube denke meine dass'),
    cancels: set('zögern scheuen nur wahl davor länger'),
  },
  fr: {
    before: set('pas jamais rien personne aucun aucune sans ni plus'),
    stops: set('je nous mais si sinon alors ou et vous j'),
    through: set('pense crois que'),
    cancels: set('hésiterai hésiterons hésiter seulement choix'),
  },
  es: {
    before: set('no nunca jamás nada nadie ninguno ninguna sin tampoco ni'),
    stops: set('yo nosotros pero si entonces o y ustedes'),
    through: set('creo pienso que'),
    cancels: set('dudaré dudaremos dudaria dude solo opción remedio más alternativa'),
  },
  pt: {
    before: set('não nao nunca jamais nada ninguém nenhum nenhuma sem nem tampouco'),
    stops: set('eu nós mas se então ou e vocês'),
    through: set('acho penso que'),
    cancels: set('hesitarei hesitaremos hesitar só opção alternativa mais'),
  },
};

const copulas = set('is are was were makes');

/** How many words back a negation reaches: `won't be contacting my own lawyer`. */
const reach = 6;
export const clauseEnd = /[.,;:!?()\n\u2013\u2014\ufffc。、！？]/;

/**
 * Whether the words around a phrase take it back.
 * @param words of the text
 * @param first index of the phrase's first word
 * @param last index of its last word
 * @param language of the phrase (its list entry), ISO 639-1
 * @returns index of the negating word (`won't` is at its `won`), undefined = the phrase stands
 */
export function negationOf(words: readonly Word[], first: number, last: number, language: string): number | undefined {
  const negation = negations[language];
  if (!negation) return undefined;
  for (let i = first; i <= last; i++) if (negation.cancels.has(words[i]?.key ?? '')) return undefined;
  const ownSubject = negation.stops.has(words[first]?.key ?? '') && !negation.through.has(words[first - 1]?.key ?? '');
  let copula = false;
  for (let i = ownSubject ? -1 : first - 1; i >= 0 && i >= first - reach; i--) {
    if (clauseEnd.test(words[i + 1]?.gap ?? '\n')) break;
    const word = words[i] as Word;
    // "no longer" says no; "won't wait any longer" says that patience is over
    if (word.key === 'longer' && words[i - 1]?.key === 'no') return i - 1;
    if (negation.cancels.has(word.key)) return undefined;
    copula ||= copulas.has(word.key);
    if (negation.before.has(word.key) || isContractedNot(words, i)) {
      const at = word.key === 't' ? i - 1 : i;
      const why = words[at - 1];
      if (why && negation.cancels.has(why.key)) return undefined;
      if (why?.key === 'if' && word.key === 'not') return undefined;
      // "not getting an answer is frustrating" says what is frustrating
      if (copula && /^(?:not|no)$/.test(word.key) && words[i + 1]?.key !== 'one' && clauseEnd.test(word.gap)) return undefined;
      return insists(words, last) ? undefined : at;
    }
    if (negation.stops.has(word.key) && !negation.through.has(words[i - 1]?.key ?? '')) break;
  }
  // "the error no longer appears"
  const gone = words[last + 1]?.key === 'is' ? last + 2 : last + 1;
  if (language === 'en' && words[gone]?.key === 'no' && words[gone + 1]?.key === 'longer') return gone;
  if (negation.after)
    for (let i = last + 1; i < words.length && i <= last + 3; i++) {
      if (clauseEnd.test(words[i]?.gap ?? '\n')) break;
      if (negation.after.has(words[i]?.key ?? '')) return i;
    }
  return undefined;
}

/** The `t` of `won't`, `don't`. */
function isContractedNot(words: readonly Word[], i: number): boolean {
  return words[i]?.key === 't' && words[i]?.gap === "'" && (words[i - 1]?.key.endsWith('n') ?? false);
}

const insisting = set('will shall may might must');
/** After a phrase: "I don't want to sue you, but I will." takes nothing back. */
function insists(words: readonly Word[], last: number): boolean {
  for (let i = last + 1; i < words.length && i <= last + 6; i++) {
    if (/[.;:!?\n]/.test(words[i]?.gap ?? '')) return false;
    if (words[i]?.key !== 'but') continue;
    const [who, will, next] = [words[i + 1]?.key ?? '', words[i + 2]?.key ?? '', words[i + 3]];
    return (who === 'i' || who === 'we') && insisting.has(will) && (!next || clauseEnd.test(next.gap) || next.key === 'if' || next.key === 'when');
  }
  return false;
}

interface Supposition {
  /** Words that open a condition. */
  readonly opens: ReadonlySet<string>;
  /** Words that open one at the start of a clause only (`should it be broken`). */
  readonly opensFirst: ReadonlySet<string>;
  /** Words that begin what follows from it, where no comma divides them. */
  readonly ends: ReadonlySet<string>;
  /** Words right before a phrase that say it would be so, and what may stand between. */
  readonly would: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
}
const nothing: ReadonlySet<string> = new Set();
const suppositions: Readonly<Record<string, Supposition>> = {
  en: {
    opens: set('if unless whether'),
    opensFirst: set('should'),
    ends: set('i we you it they please then let'),
    would: set('would wouldnt'),
    between: set('be been have get feel really very so be quite even rather more'),
  },
  vi: { opens: set('nếu neu'), opensFirst: set('lỡ'), ends: set('thì tôi mình em thi toi minh'), would: nothing, between: nothing },
  de: {
    opens: set('wenn falls sofern'),
    opensFirst: set('sollte sollten'),
    ends: set('ich wir dann bitte'),
    would: set('wäre würde'),
    between: nothing,
  },
  fr: { opens: set('si s'), opensFirst: nothing, ends: set('je nous alors merci'), would: set('serais serait'), between: set('très') },
  es: { opens: set('si'), opensFirst: nothing, ends: set('yo entonces por'), would: set('estaría sería'), between: set('muy') },
  pt: { opens: nothing, opensFirst: set('se caso'), ends: set('eu então por'), would: set('ficaria seria'), between: set('muito') },
};
/** Longest condition: `if the parcel that was sent to my old address last week is broken`. */
const longestCondition = 16;

/**
 * Whether a phrase is only supposed.
 * @returns `would` for what would be so (`I would be happy`), `if` for what stands in a condition (`if this is not solved`)
 * @param words of the text
 * @param first index of the phrase's first word
 * @param language of the phrase, ISO 639-1
 */
export function isSupposed(words: readonly Word[], first: number, language: string): 'if' | 'would' | undefined {
  const supposition = suppositions[language];
  if (!supposition) return undefined;
  const key = (i: number) => words[i]?.key ?? '';
  const breaks = (i: number) => clauseEnd.test(words[i]?.gap ?? '\n');
  let i = first;
  while (i > 0 && !breaks(i) && supposition.between.has(key(i - 1))) i--;
  if (i > 0 && !breaks(i) && supposition.would.has(key(i - 1))) return 'would';
  for (i = first - 1; i >= 0 && i >= first - longestCondition && !breaks(i + 1); i--) {
    // "as if I were stupid" supposes nothing
    // "s'il est cassé", not "il s'est cassé"
    if (supposition.opens.has(key(i)) && (key(i) !== 's' || /^ils?$/.test(key(i + 1)))) return key(i - 1) === 'as' ? undefined : 'if';
    if (breaks(i) && supposition.opensFirst.has(key(i))) return 'if';
    if (supposition.ends.has(key(i)) && !supposition.opens.has(key(i - 1))) return undefined;
  }
  return undefined;
}
