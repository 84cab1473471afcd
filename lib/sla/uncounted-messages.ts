/** Messages that do not count: automatic replies stop no clock, a closing "thanks" starts none. Small and conservative on purpose. */
import type { Message } from '../ticket.ts';

const automatic = [
  /\b(this is an automat(ed|ic) (reply|response|message)|auto-?reply|out of (the )?office|do not reply to this (e-?mail|message)|we have received your (request|message|e-?mail)|your (request|ticket) has been received)\b/i,
  /(đây là (thư|email|tin nhắn) (trả lời )?tự động|trả lời tự động|chúng tôi đã nhận được (yêu cầu|email) của (bạn|quý khách))/i,
  /\b(automatische antwort|abwesenheitsnotiz|nicht im büro|ihre anfrage ist (bei uns )?eingegangen)\b/i,
  /\b(réponse automatique|absence du bureau|nous avons bien reçu votre (demande|message))\b/i,
  /\b(respuesta automática|fuera de la oficina|hemos recibido (su|tu) (solicitud|mensaje))\b/i,
  /\b(resposta automática|fora do escritório|recebemos (a )?sua (solicitação|mensagem))\b/i,
];

/** Longest text of an automatic notice that is looked at, in UTF-16 units: they say so at once. */
const lookedAt = 400;

/** Whether a message was written by a machine. Only its beginning counts, so that a quoted notice does not make it one. */
export function isAutomatic(message: Message): boolean {
  const start = message.text.slice(0, lookedAt);
  return automatic.some((pattern) => pattern.test(start));
}

const thanks =
  /^\W*((many |great,? |ok(ay)?,? |perfect,? |wonderful,? )?(thanks|thank you|thx|ty|cheers)( (so|very) much| a lot| for (your|the) (help|support|quick (reply|response)))?|(that|it|this) (works|worked|solved it|fixed it)( now)?|(all good|problem solved|issue resolved)|(cảm|cám) ơn( (bạn|anh|chị|em|shop|nhiều|rất nhiều))*( nhé| ạ)?|(vielen |herzlichen )?dank(e)?( (schön|sehr|ihnen|dir|für (ihre|die|deine) (hilfe|schnelle antwort)))*|merci( (beaucoup|bien|pour votre (aide|réponse)))*|(muchas )?gracias( por (su|tu|la) (ayuda|respuesta))?|(muito )?obrigad[oa]( pela (ajuda|resposta))?)\W*/iu;
/** A closing line holds at most this many words besides the thanks. */
const closingWords = 8;

/** Whether a customer's message only says thanks: nothing is asked, so no answer is owed. A question mark or a "but" makes it a request. */
export function isClosingThanks(message: Message): boolean {
  const text = message.text.trim();
  const match = thanks.exec(text);
  if (!match || /[?？]/.test(text)) return false;
  const rest = text.slice(match[0].length);
  if (/\b(but|however|still|not|aber|noch|nicht|mais|toujours|pas|pero|todavía|no|mas|ainda|não)\b|nhưng|vẫn|chưa|không/iu.test(rest)) return false;
  return rest.split(/\s+/).filter(Boolean).length <= closingWords;
}
