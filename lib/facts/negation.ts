/** Whether the words around a phrase take it back: `I will not sue`, `không kiện`, `ich klage nicht`. */
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
      'not never no without dont wont cant didnt doesnt isnt arent wouldnt shouldnt havent hasnt aint nor neither nobody cannot avoid against instead rather unlikely',
    ),
    stops: set('i we he she they but if because since otherwise then until unless or and so you your it'),
    through: set('think believe suppose imagine want expect say saying said thinking'),
    cancels: set('hesitate choice option alternative afraid only make force rest stop until else wait why doubt mistake surprised ignore longer'),
  },
  vi: {
    before: set('không chưa chẳng chả đừng khỏi khong chang dung ko hok hông kg k khg không'),
    stops: set('nhưng nếu thì tôi mình chúng nhung neu thi toi minh'),
    through: set('nghĩ định muốn nghi dinh muon'),
    cancels: set('ngại ngần chỉ thể cách lẽ ngai chi the nào'),
  },
  de: {
    before: set('nicht kein keine keinen keinem keiner nie niemals ohne weder'),
    after: set('nicht nie niemals'),
    stops: set('ich wir aber wenn sonst dann oder und sie'),
    through: set('glaube denke meine dass'),
    cancels: set('zögern scheuen nur wahl davor länger'),
  },
  fr: {
    before: set('pas jamais aucun aucune sans ni plus'),
    stops: set('je nous mais si sinon alors ou et vous j'),
    through: set('pense crois que'),
    cancels: set('hésiterai hésiterons hésiter seulement choix'),
  },
  es: {
    before: set('no nunca jamás sin tampoco ni'),
    stops: set('yo nosotros pero si entonces o y ustedes'),
    through: set('creo pienso que'),
    cancels: set('dudaré dudaremos dudaria dude solo opción remedio más alternativa'),
  },
  pt: {
    before: set('não nao nunca jamais sem nem tampouco'),
    stops: set('eu nós mas se então ou e vocês'),
    through: set('acho penso que'),
    cancels: set('hesitarei hesitaremos hesitar só opção alternativa mais'),
  },
};

/** How many words back a negation reaches: `won't be contacting my own lawyer`. */
const reach = 6;
const clauseEnd = /[.,;:!?()\n\u2013\u2014\ufffc。、！？]/;

/**
 * @param words of the text
 * @param first index of the phrase's first word
 * @param last index of its last word
 * @param language of the phrase (its list entry), ISO 639-1
 */
export function isNegated(words: readonly Word[], first: number, last: number, language: string): boolean {
  const negation = negations[language];
  if (!negation) return false;
  for (let i = first; i <= last; i++) if (negation.cancels.has(words[i]?.key ?? '')) return false;
  const ownSubject = negation.stops.has(words[first]?.key ?? '') && !negation.through.has(words[first - 1]?.key ?? '');
  for (let i = ownSubject ? -1 : first - 1; i >= 0 && i >= first - reach; i--) {
    if (clauseEnd.test(words[i + 1]?.gap ?? '\n')) break;
    const word = words[i] as Word;
    if (negation.cancels.has(word.key)) return false;
    if (negation.before.has(word.key) || isContractedNot(words, i)) {
      const why = words[i - (word.key === 't' ? 2 : 1)];
      if (why && negation.cancels.has(why.key)) return false;
      if (why?.key === 'if' && word.key === 'not') return false;
      return true;
    }
    if (negation.stops.has(word.key) && !negation.through.has(words[i - 1]?.key ?? '')) break;
  }
  if (negation.after)
    for (let i = last + 1; i < words.length && i <= last + 3; i++) {
      if (clauseEnd.test(words[i]?.gap ?? '\n')) break;
      if (negation.after.has(words[i]?.key ?? '')) return true;
    }
  return false;
}

/** The `t` of `won't`, `don't`. */
function isContractedNot(words: readonly Word[], i: number): boolean {
  return words[i]?.key === 't' && words[i]?.gap === "'" && (words[i - 1]?.key.endsWith('n') ?? false);
}
