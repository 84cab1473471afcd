/** Who asked, where the labels alone do not tell: a firm beside a person, a card with the parts of a name. */
import type { Person } from '../../ticket.ts';
import { readInstant } from '../dates/read-instant.ts';
import { foldLabel, isEmptyWord, labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import { readPerson } from '../person.ts';
import type { ReadingContext } from '../reading-draft.ts';
import { isName } from './byline.ts';
import type { Conversation } from './conversation.ts';
import { personFit } from './fields.ts';
import { inMessages } from './in-messages.ts';
import type { LabelValue } from './label-values.ts';
import { type Box, boxText, closest, type Outline } from './outline.ts';

/** @param pairs those outside the messages */
export function askerOf(
  outline: Outline,
  conversation: Conversation | undefined,
  pairs: readonly LabelValue[],
  { zone, now, language }: ReadingContext,
) {
  const heads = sectionHeads(outline, conversation);
  const isOnCard = (p: LabelValue) => heads.some((h) => h.requester && h.box.start < p.labelBox.start && p.labelBox.end <= h.until);
  const worked = pairs.some((p) => p.meaning === 'assignee' && p.value && !isAccountable(p));
  return {
    /** The label names a customer, and such a one can be a firm: beside somebody who asked it is. */
    isCustomer,
    isFirm: (p: LabelValue) => isCustomer(p) && companyForm.test(p.value),
    /** Whether the pair stands under a heading about the person, or names who answers for it beside who works on it. */
    isOnCard: (p: LabelValue) => isOnCard(p) || (worked && p.meaning === 'assignee' && isAccountable(p)),
    /** What names the person in the value: nothing where it is a list of people. */
    text: (p: LabelValue) => personText(outline, p),
    /** "24.11.2026 08:12" above or before somebody's name, each in an element of its own. */
    timeAboveName: ({ valueBox }: LabelValue) => {
      const [first, second] = outline.runs.slice(valueBox.start, valueBox.end);
      if (!first || !second || second.box === first.box || first.text.length > limits.date || !isName(second.text)) return undefined;
      const read = readInstant(first.text, { zone, now, dayFirst: true, ...(language && { language }) });
      return read && !read.how.startsWith('span:') ? first.text : undefined;
    },
    card: () => cardOf(pairs.filter(isOnCard)) ?? plainCard(outline, heads),
  };
}

/** Who answers for a ticket that somebody else may own. */
const isAccountable = ({ label }: LabelValue) =>
  /^(?:responsible|accountable|verantwortlich(?:er|e)?|odpowiedzialny|responsable|responsável|responsabile|verantwoordelijke|ответственный|відповідальний|odpovědný|ansvarig|ansvarlig|vastuuhenkilö|felelős|sorumlu|người chịu trách nhiệm)$/u.test(
    foldLabel(label),
  );

/** More than a picture's initials, name, address, telephone and place is a list of people. */
const mostRunsOfPerson = 8;

/** "Jane Roe (Accounts)" */
const placeBehind =
  /^(\p{Lu}\S*\s\p{Lu}\S*(?:\s\p{Lu}\S*)?|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]{2,5})\s?[(（][^()（）@\d]{2,40}[)）]$/u;

/** The name that stands out above what else is said of the person, with the address among that. */
function personText({ runs }: Outline, { valueBox, value }: LabelValue): string {
  if (valueBox.end - valueBox.start > mostRunsOfPerson) return '';
  const [first, ...others] = runs.slice(valueBox.start, valueBox.end);
  // "Jane Roe (3)", "Jane Roe (edit) (take)": where the brackets hold links, they are no part of the name.
  const before = first?.text.replace(/\s*\($/, '');
  if (
    before &&
    bracketed.exec([first, ...others].map((r) => r?.text).join(' '))?.[1] === before &&
    others.every((r) => !/[\p{L}\p{N}]/u.test(r.text) || closest(r.box, isLink))
  )
    return before;
  if (!first || others.length === 0 || !/^(?:H[1-6]|B|STRONG)$/.test(first.box.tag)) return value.replace(placeBehind, '$1');
  return [first, ...others.filter((r) => /^\S+@\S+$/.test(r.text))].map((r) => r.text).join(' ');
}

const bracketed = /^([^()]+?)\s*(?:\([^()]*\)\s*)+$/;
const isLink = ({ tag }: Box) => /^(?:A|BUTTON)$/.test(tag);

/** Words for a customer, who can be a person or a firm. */
export const isCustomer = ({ label }: LabelValue) =>
  /^(?:customer|client|client[ei]|kunde|klant|klient|kund|cliente|клиент|клієнт|müşteri|顧客|客户|客戶|고객|khách hàng|العميل|zákazník|asiakas|ügyfél|pelanggan|ลูกค้า|πελάτης|לקוח)$/u.test(
    foldLabel(label),
  );

/** How firms end their names by law. */
const companyForm =
  /(?:^|[\s,])(?:S\.?A\.?S?|S\.?A\.?R\.?L|S\.?L\.?U?|GmbH(?: & Co\. KG)?|AG|KG|UG|Ltd|Limited|Inc|LLC|L\.L\.C|Corp|PLC|B\.?V|N\.?V|S\.?p\.?A|S\.?r\.?l|sp\. z o\.\s?o|A\.?Ş|Ltda|Oyj?|AB|ApS|A\/S|s\.r\.o|a\.s|Kft|Pty|ООО.+|ЗАО.+|株式会社)\.?$|^(?:株式会社|ООО|ЗАО|PT )|(?:株式会社|有限公司|주식회사)$/u;

/** The person of a card under "Requester" or "Customer information", which labels the parts of the name. */
function cardOf(pairs: readonly LabelValue[]): Card | undefined {
  const only = (fits: RegExp) => {
    const found = pairs.filter((p) => fits.test(foldLabel(p.label)) && p.value && !isEmptyWord(p.value) && p.value.length <= 60);
    return new Set(found.map((p) => p.value)).size === 1 ? found[0] : undefined;
  };
  const [whole, first, last] = [only(nameWords), only(firstNames), only(lastNames)];
  // One word alone may be the first name only.
  const full = whole && (/\s/.test(whole.value) || /[\p{sc=Han}\p{sc=Hangul}]{2}/u.test(whole.value)) && personFit(whole.value) > 0;
  const name = first && last ? `${first.value} ${last.value}` : full ? whole.value : undefined;
  const email = pairs.filter((p) => p.meaning === 'email').map((p) => readPerson(p.value)?.email);
  const pair = first && last ? last : whole;
  return name && pair
    ? {
        person: { ...readPerson(name), ...(email.length === 1 && email[0] && { email: email[0] }) },
        label: pair.label,
        element: pair.valueBox.element,
      }
    : undefined;
}
const nameWords =
  /^(?:(?:full |customer |contact )?name|naam|nome(?: completo)?|nombre(?: completo)?|nom(?: complet)?|nama|imię i nazwisko|ad soyad|имя|фио|ім'я|піб|jméno|név|nume|namn|navn|nimi|氏名|お名前|名前|姓名|이름|성명|الاسم|họ tên|họ và tên|ชื่อ|ชื่อ-นามสกุล)$/u;
const firstNames = /^(?:first name|vorname|prénom|voornaam|förnamn|fornavn|etunimi|imię|ad|keresztnév|křestní jméno|jméno)$/u;
const lastNames =
  /^(?:last name|surname|nachname|nom|nom de famille|achternaam|cognome|apellidos?|sobrenome|efternamn|efternavn|etternavn|sukunimi|nazwisko|soyad|фамилия|vezetéknév|příjmení)$/u;

/** "Contact", a name, and the one address of whoever is named. */
function plainCard(outline: Outline, heads: readonly SectionHead[]): Card | undefined {
  for (const { box, until, requester } of heads) {
    const label = boxText(outline, box, 80);
    const [name, ...others] = outline.runs.slice(box.end, until).filter((r) => r.kind === 'text');
    if (!name || others.length > 12 || !(requester || labelMeaning(label) === 'author') || !isName(name.text) || personFit(name.text) === 0) continue;
    const mails = new Set(others.flatMap((r) => readPerson(r.text)?.email ?? []));
    const [email] = mails;
    if (email && mails.size === 1) return { person: { ...readPerson(name.text), email }, label, element: name.box.element };
  }
  return undefined;
}

interface Card {
  readonly person: Person;
  readonly label: string;
  readonly element: Element;
}

interface SectionHead {
  readonly box: Box;
  /** The run at which its section ends. */
  readonly until: number;
  readonly requester: boolean;
}

/** Headings of the parts of a form, and whether one is about the person who asked. */
function sectionHeads(outline: Outline, conversation: Conversation | undefined): SectionHead[] {
  const heads = outline.boxes.filter((b) => b.end - b.start === 1 && b.length <= limits.label && isHead(b) && !inMessages(conversation, b));
  return heads.map((box, i) => {
    let block = box;
    // The block that it heads: as far as nothing stands before it.
    while (block.parent && block.parent.start === box.start) block = block.parent;
    const next = heads.slice(i + 1).find((h) => h.start >= box.end)?.start ?? outline.runs.length;
    const until = Math.min(next, (block.end > box.end ? block : (block.parent ?? block)).end);
    return { box, until, requester: isAboutRequester(boxText(outline, box, 80)) };
  });
}

function isHead(box: Box): boolean {
  return (
    /^(?:H[2-6]|LEGEND)$/.test(box.tag) ||
    /(?:section|card|panel|widget|group|block|box)[-_]?(?:title|head|header|heading|caption)(?:$|\s)/i.test(box.look)
  );
}

function isAboutRequester(text: string): boolean {
  const words = foldLabel(text)
    .replace(/\s?(?:informationen|information|daten|gegevens|info|情報|信息|資料|资料|정보)$/, '')
    .split(/\s+/);
  if (
    /^(?:informacje o|informace o|информация о|інформація про|данные) (?:kliencie|zgłaszającym|zákazníkovi|žadateli|клиенте|клиента|заявителе|заявителя|клієнта|заявника)$/u.test(
      foldLabel(text),
    )
  )
    return true;
  return words.length <= 4 && words.some((_, i) => [1, 2].some((length) => labelMeaning(words.slice(i, i + length).join(' ')) === 'requester'));
}
