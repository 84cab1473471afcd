/** Is this an open ticket? Named hints with weights; lists, forms, articles, mail and news must stay below. */
import { isPriorityWord } from '../labels.ts';
import type { Conversation } from './conversation.ts';
import type { FieldFindings } from './fields.ts';
import type { Identity } from './identity.ts';
import { isEditor, type Outline } from './outline.ts';

export interface PageScore {
  readonly score: number;
  /** Each hint that spoke, with its weight: `url-ticket-word +1.5`. */
  readonly hints: readonly string[];
  readonly isTicket: boolean;
}

const enough = 5;
/** Things with a number, people and a talk that are no tickets. */
const otherThing =
  /\/(?:pull|pulls|merge_requests|commits?|compare|orders?|products?|invoices?|events?|wiki|users?|profiles?|articles?|posts?|deals?|leads?|contacts?|accounts?|applications?|candidates?|jobs?|reviews?|factures?|facturas?|rechnung(?:en)?|fatture?|faktury?|pedidos?|commandes?|bestellung(?:en)?|ordini|objednavk[ay]|siparis(?:ler)?|productos?|produits?|produkte?|prodotti|produtos?|termine?|veranstaltung(?:en)?|eventos?|artikel|articulos?|articoli|artigos?)\//i;
/** "Invoice no. 20417": the number is another thing's, where it is that of the address. */
const otherNumber =
  /(?<!\p{L})(?<!work )(?:invoice|order|quote|deal|event|rule|policy|project|release|sprint|build|contract|asset|device|campaign|shipment|regel|projekt|vertrag|gerät|projet|contrat|règle|proyecto|contrato|regla|projeto|regra|progetto|contratto|regola|umowa|проект|договор|プロジェクト|契約|项目|合同|dự án|hợp đồng|facture|commande|devis|rechnung|bestellung|angebot|termin|pedido|factura|fattura|ordine|fatura|factuur|faktura|zamówienie|objednávka|sipariş|заказ|счет|счёт|請求書|注文|订单|发票|주문|đơn hàng|hóa đơn)\s?(?:#|n[°º]|№|no\.?|nr\.?|č\.?)?\s?[:：]?\s?(\d+)/iu;
const ticketWord =
  /(?:^|[^a-z])(?:ticket|case|issue|incident|request|conversation|zoom|work ?order|problem|show_bug|anfrage|vorgang|demande|chamado|inbox|bug|itil|support|helpdesk|servicedesk|[aä]rende|melding|caso|solicitud|incidencia|richiesta|segnalazione|zg[lł]oszenie|talep|atendimento|soporte|suporte|y[eê]u[ -]c[aầ]u|заявка|обращение|工单|工單|チケット|問い合わせ|課題|티켓|문의|تذكرة)s?(?=$|[^a-z])/i;
const otherPage =
  /(?:^|[/=?&#.])(?:new|create|add|edit|settings?|admin|preferences|profile|search|results?|login|signin|articles?|kb|knowledge|faq|docs?|wiki|blog|news|reports?|dashboard|calendar)(?=$|[/?&#.=])/i;

/** @param doc for the title and declared page kinds */
export function scorePage(
  doc: Document,
  url: URL,
  outline: Outline,
  findings: FieldFindings,
  hooked: ReadonlySet<string> = new Set(),
  identity: Identity,
  conversation: Conversation | undefined,
): PageScore {
  const hints: string[] = [];
  let score = 0;
  const hint = (name: string, weight: number) => {
    score += weight;
    hints.push(`${name} ${weight > 0 ? '+' : ''}${weight}`);
  };
  const { labelled } = findings;
  // `AgentTicketZoom` is three words.
  const address = `${url.pathname}${url.search}${url.hash}`.replace(/([a-z])(?=[A-Z])/g, '$1 ');
  const named = ticketWord.test(address) || ticketWord.test(doc.title);
  // Projects, customers and machines have notes in a table, too.
  const entries = conversation?.columns && !named ? 0 : (conversation?.entries.length ?? 0);
  if (ticketWord.test(address)) hint('url-ticket-word', 1);
  if (identity.idFromUrl) hint('url-id', 0.5);
  if (identity.idFromTitle) hint('title-number', 1);
  if (identity.idFromHeading) hint('heading-number', 0.5);
  if (identity.idFromLabel) hint('labelled-number', 1);
  if (ticketWord.test(doc.title)) hint('title-ticket-word', 0.5);
  const core = (['status', 'priority', 'requester', 'assignee'] as const).filter((m) => labelled.has(m));
  for (const meaning of core) hint(`label-${meaning}`, 1);
  const bare = [...hooked].filter((name) => !labelled.has(name as 'status'));
  for (const name of bare) hint(`hook-${name}`, 0.75);
  const more = (['createdAt', 'updatedAt', 'dueAt', 'group', 'tags', 'severity', 'slaFirst', 'slaResolution'] as const).filter((m) =>
    labelled.has(m),
  );
  if (more.length > 0) hint(`labels-${more.join('-')}`, Math.min(1.5, more.length * 0.5));
  if (entries > 0) hint(`conversation-of-${entries}`, entries > 1 ? 2 : 1.25);
  const composer = outline.boxes.some(isEditor);
  if (composer) hint('composer', 0.5);
  if (otherPage.test(url.pathname) && !identity.idFromUrl) hint('url-other-page', -1.5);
  // `/accounts/3/conversations/2618` is a conversation's.
  const thing = otherThing.exec(url.pathname);
  if (thing && !ticketWord.test(url.pathname.slice(thing.index + thing[0].length - 1))) hint('url-other-thing', -3);
  const other = otherNumber.exec(doc.title)?.[1];
  if (other && other === identity.idFromUrl) hint('title-other-thing', -3);
  if (findings.creates) hint('empty-subject-form', -3);
  const rows = listRows(outline);
  if (rows > 4 && entries < 2) hint(`list-of-${rows}`, -2.5);
  if (isArticle(doc, outline)) hint('declared-article', -2);
  // What every ticket has: something that can be worked on by somebody, and either a talk or a number.
  const known = core.length + bare.length;
  // A state and a number alone have things to buy, too.
  const workable = known >= 2 || (known === 1 && (identity.idFromLabel || (named && (identity.idFromTitle || identity.idFromHeading))));
  const anchored = entries > 0 || ((identity.idFromTitle || identity.idFromLabel) && known >= 3);
  const asked =
    labelled.has('requester') ||
    hooked.has('requester') ||
    // whoever wrote it, where it is somebody's to work on and is talked about
    (labelled.has('author') && core.length >= 3 && entries > 0) ||
    // or several take part in what is somebody's to work on, and pressing
    (known >= 3 && entries > 1) ||
    named ||
    identity.idFromTitle ||
    identity.idFromLabel;
  // A pressing thing that is somebody's, is talked about, and can be answered: that is a ticket also where the page shows no number of it.
  const pressing = hooked.has('priority') || findings.pairs.some((p) => p.meaning === 'priority' && isPriorityWord(p.value.replace(/^\d\s+/, '')));
  const complete = pressing && known >= 3 && entries > 1 && composer;
  return {
    score,
    hints,
    isTicket:
      score >= enough &&
      workable &&
      anchored &&
      asked &&
      (complete || identity.idFromUrl !== undefined || identity.idFromTitle || identity.idFromLabel || identity.idFromHeading),
  };
}

/** Rows of the longest table or list whose every row links somewhere. */
function listRows(outline: Outline): number {
  let most = 0;
  for (const box of outline.boxes) {
    if (box.tag !== 'TBODY' && box.tag !== 'TABLE' && box.role !== 'grid') continue;
    const rows = box.children.flatMap((c) => (c.tag === 'TR' ? [c] : c.tag === 'TBODY' ? c.children : []));
    const linked = rows.filter((r) => r.children.length >= 3 && r.element.querySelector('a[href]') !== null).length;
    most = Math.max(most, linked);
  }
  return most;
}

/** Declared in the head, on the page's outermost elements or on one that is drawn: asking the whole document would go through all of it. */
function isArticle(doc: Document, outline: Outline): boolean {
  const kind = doc.head?.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  if (/article|video|product|profile/i.test(kind)) return true;
  return [doc.documentElement, doc.body].some(declaresArticle) || outline.boxes.some((box) => (box.own.article ??= declaresArticle(box.element)));
}

const declaresArticle = (element: Element | null): boolean =>
  /schema\.org\/(?:Article|NewsArticle|BlogPosting)/.test(element?.getAttribute('itemtype') ?? '');
