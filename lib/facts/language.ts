/** The language of one text by script, function words and letters; `undefined` when that does not settle it. */
import { foldCase, wordsOf, type Word } from './words.ts';

const words = (list: string): readonly string[] => list.split(' ');

/**
 * Function words per language. The last seven are not supported anywhere else: they are here so that Swedish is not taken
 * for German. `vi-` is Vietnamese typed without diacritics.
 */
const functionWords: Readonly<Record<string, readonly string[]>> = {
  en: words(
    'the and you your is are was were have has had not this that with for from my me it its i we they there what when why how can could would will been just about still please but get got at on of to in be do does did an or if so no out up than them after again our us any who which im dont cant ive thanks help need want should more because a all where am worst best good love hate every account someone nobody site website never always really very some only other now today yesterday hello hi hey sorry order customer service',
  ),
  vi: words(
    'là và của tôi mình không được cho có này đã bị với các những một người thì mà rồi sao vậy rất quá nhưng khi nào như vẫn chưa đang sẽ bạn anh chị em shop hàng đơn tiền đến từ lại cũng để gì đi ra vào nếu hay hơn nhiều ạ nhé giúp xin cảm ơn',
  ),
  'vi-': words(
    'toi khong cua duoc nhung nguoi minh roi chua dang vay nay voi cho shop hang don tien den lai cung gi sao qua rat van nhieu bi da ban em anh chi ko dc mk lam mua gui giao goi lan',
  ),
  de: words(
    'der die das und ist nicht ich sie wir mit für auf ein eine einen von zu den dem des im habe haben hat wie aber auch noch wurde werden wird kann mir mich ihr ihre mein meine bei nach seit schon bitte es war sind als dass wenn nur keine kein immer am um aus',
  ),
  fr: words(
    'le la les des et est pas je vous nous que qui un une pour dans avec sur mon ma mes votre ne ce cette suis avez été du au plus mais bonjour depuis ai il elle en sont par tout comme toujours merci',
  ),
  es: words(
    'el la los las de y que no en un una es por con para mi su se lo me del al como pero más muy está estoy tengo he ha desde hola sin ya mis cuando todavía nada gracias esto este esta son fue',
  ),
  pt: words(
    'o a os as de e que não em um uma é por com para meu minha se do da no na dos das mas mais muito está estou tenho já foi vocês você meus eu ainda nada obrigado isso este esta são sem ao quando',
  ),
  it: words(
    'il la lo gli le di e che non in un una è per con mio mia si del della al come ma più molto sono ho ha da questo questa ancora grazie nel alla anche cosa perché',
  ),
  nl: words(
    'de het een en is niet ik je u we wij met voor op van te dat die mijn heb heeft hebben maar ook nog wordt kan er bij naar zijn was als geen al aan om uit dit hoe wat graag',
  ),
  pl: words(
    'i w na z nie się to jest do że mam moje mój jak ale czy od za po już co proszę dzień dobry jestem przez tego dla był nadal bardzo są tym o',
  ),
  tr: words('ve bir bu için ile çok ama da de ne mi var yok benim olarak daha gibi kadar sonra hala değil lütfen ben size bana neden nasıl oldu'),
  id: words(
    'yang dan di saya tidak ini itu dengan untuk dari ke ada sudah bisa kami anda belum akan tapi juga karena mohon pada apa kenapa sangat masih lagi atau tolong pesanan mengapa terima kasih',
  ),
  sv: words('och är det att jag inte en på som med för av har den till min ni vi kan om var men ett från'),
  da: words('og er det at jeg ikke en på som med for af har den til min vi kan om var men et fra jeres'),
  cs: words('a je to že se na v není jsem mám ale jak když už pro moje prosím dobrý den od by jsou'),
  ro: words('și este nu în că am cu pe la din care pentru o un sunt mai dar fost bună ziua'),
  fi: words('ja on ei että se olen en mutta kun niin minun tämä vielä ole miksi kiitos'),
  hu: words('a az és nem hogy is van egy de meg már csak volt ez kérem nincs ha'),
  ms: words('saya tidak yang dan ini awak telah sila boleh kerana'),
};
const letters: readonly (readonly [string, RegExp])[] = [
  ['vi', /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u],
  ['de', /[äöüß]/u],
  ['fr', /[çèêîïôûœ]|^(?:l|d|j|qu|n|c|s|m)$/u],
  ['es', /[ñáéíóú]/u],
  ['pt', /[ãõçâê]/u],
  ['pl', /[łśżźćńąę]/u],
  ['tr', /[ğışç]/u],
  ['it', /[àèìòù]/u],
  ['sv', /[åäö]/u],
  ['da', /[åæø]/u],
  ['cs', /[ěřůčšž]/u],
  ['ro', /[șțăâî]/u],
  ['hu', /[őűáé]/u],
];
const languagesOf = new Map<string, string[]>();
for (const [language, list] of Object.entries(functionWords))
  for (const word of list) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

const scripts: readonly (readonly [RegExp, string | undefined])[] = [
  [/[\u3040-\u30ff]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/\p{sc=Thai}/u, 'th'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{sc=Cyrillic}/u, 'ru'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Arabic}/u, undefined],
];

/**
 * @returns ISO 639-1, or undefined for texts that are too short, mixed or in a language it does not know
 */
export function languageOf(text: string, known: readonly Word[] = wordsOf(text, foldCase(text))): string | undefined {
  const latin = known.filter((word) => /^\p{sc=Latin}/u.test(word.key));
  const other = countOf(text, /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]/gu);
  if (other > 0 && other * 2 > countOf(text, /\p{sc=Latin}/gu)) {
    // a single foreign sign proves nothing; the kana test comes first since Japanese is written with Han as well
    for (const [script, language] of scripts)
      if (countOf(text, new RegExp(script.source, `g${script.flags}`)) * (language === 'uk' ? 40 : 5) >= other)
        return other >= 2 ? language : undefined;
    return undefined;
  }
  const score = latinScores(latin);
  const [best, second] = [...score].sort((a, b) => b[1] - a[1]);
  if (!best) return undefined;
  const lead = best[1] - (second?.[1] ?? 0);
  // two function words more than any other language, or one in four of all words and clearly ahead
  if (best[1] < 1.5 || lead < 0.75 || best[1] < latin.length * 0.08) return undefined;
  return best[0] === 'ms' ? undefined : best[0];
}

/** Sum of evidence per Latin-script language; words shared by several count for each with less weight. */
function latinScores(latin: readonly Word[]): Map<string, number> {
  const score = new Map<string, number>();
  const add = (language: string, weight: number) => score.set(language, (score.get(language) ?? 0) + weight);
  let viBare = 0;
  for (const { key } of latin.slice(0, 400)) {
    const owners = languagesOf.get(key);
    if (owners)
      for (const language of owners) {
        if (language === 'vi-') viBare += 1 / owners.length;
        else add(language, owners.length === 1 ? 1 : 1.4 / owners.length);
      }
    for (const [language, pattern] of letters) if (pattern.test(key)) add(language, language === 'vi' ? 1.2 : 0.35);
  }
  // without diacritics Vietnamese looks like short foreign words: it takes more of them to believe it
  if (viBare >= 2) add('vi', viBare * 0.9);
  return score;
}

function countOf(text: string, pattern: RegExp): number {
  return text.slice(0, 4000).match(pattern)?.length ?? 0;
}
