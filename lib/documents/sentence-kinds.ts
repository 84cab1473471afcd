/**
 * What kind of sentence somebody wrote: a wish, a report of something done, a suggestion, a courtesy. By words, in en, vi, de, fr, es
 * and pt; what no word tells is none of them.
 */

import { bounded, letters } from '../text/letters.ts';

/** One pattern for all of a list: what costs is compiling "no letter before or after". `\p{L}` may be used, outside of classes. */
const wholeWords = (...words: readonly string[]) => new RegExp(bounded(words.join('|').replaceAll('\\p{L}', `[${letters}]`)), 'i');

/** Said outright: "I want", "we expect" and their like in en, vi, de, fr, es, pt. Not what happens "when I want to save". */
const wants = wholeWords(
  "(?<!(?:when|whenever|if|time|once|because|where) )(?:i|we)(?:'d|’d| would) (?:also |really |just )?(?:like|love|prefer|appreciate|want|expect|need|ask)",
  '(?<!(?:when|whenever|if|time|once|because|where) )(?:i|we) (?:also |really |just )?(?:want|need(?! to (?!be|cancel|change|get|have|reach|receive|return|see|speak|talk))|expect|demand|request|insist|ask)',
  '^(?:would (?:appreciate|like|love|prefer)|need|want|expecting|requesting)',
  '(?<!(?:khi|lúc|nếu|lần) )(?:tôi|em|mình|chúng tôi|chúng em|bên em|bên tôi|bên mình|anh|chị|con|cháu|công ty)(?: \\p{L}+)?(?<! (?:không|chưa|chẳng|đừng)) (?:muốn|yêu cầu|đề nghị|mong|đòi|cần)',
  '^(?:muốn|yêu cầu|đề nghị|mong|cần)(?! của| này)',
  '(?<!(?:đã|chưa|không|sẽ|được|vừa) )(?:hoàn(?: tiền| lại)?|đổi|trả|bồi thường|giảm)(?: \\p{L}+){0,3} cho (?:em|tôi|mình|chúng tôi|bên em|bên tôi)',
  '(?:toi|em|minh|ben em|ben minh)(?: (?:rat|chi|dang))? (?:muon|yeu cau|de nghi|mong|can)',
  '(?:ich|wir) (?:möchten?|will|wollen|erwarten?|verlangen?|fordere|fordern|brauchen?|bitten?|wünschen?)',
  '(?:möchten?|erwarten?|verlangen?|fordere|fordern|brauchen?|wünschen?) (?:ich|wir)',
  '(?:je|nous) (?:souhait|veux|voulons|voudr|exige|demand|attend|aimer|réclam)\\p{L}*',
  '(?:quiero|queremos|quisiera|quisiéramos|necesito|necesitamos|exijo|exigimos|solicito|solicitamos|pido|pedimos|me gustaría|nos gustaría)',
  '(?:quero|queremos|queria|gostaria|gostaríamos|preciso|precisamos|exijo|exigimos|solicito|solicitamos|peço|pedimos)',
);
/** Asked for politely. */
const asks = wholeWords(
  'please(?! (?:find|see|note|hurry|be aware|excuse|forgive|accept))',
  '(?:can|could|would|will) you(?! (?:be|believe|imagine|call|think|say|(?:please )?(?:tell|explain|clarify|advise)|let (?:me|us) know))',
  'if you could|(?:can|could) (?:some|any)(?:one|body)|pls|plz',
  '^(?:just |then |so |now )?(?:refund|cancel|replace|fix|send|give|call|escalate|unlock|reactivate|restore) (?:me|my|this|it|us|our|the)',
  '(?:vui lòng|xin hãy|làm ơn|nhờ(?! luật sư| pháp luật)|giúp(?: đỡ)?|xin(?! hỏi))',
  '(?<!(?:đã|chưa|không|sẽ|được|vừa) )(?:gửi|giao|cử|kiểm tra|xử lý|giải quyết)(?: \\p{L}+){0,3} (?:cho|giúp) (?:em|tôi|mình|chúng tôi|bên em|bên tôi)',
  'vui long|lam on|nho (?:ben|anh|chi|shop|ad|ban)|giup (?:minh|em|toi|voi)',
  'bitte|können sie|könnten sie',
  "s[’']il vous pla[iî]t|pouvez-vous|pourriez-vous|veuillez|merci de",
  'por favor|puede|pueden|podría|podrían|podéis',
  'pode|podem|poderia|poderiam',
);
/** Courtesy and the opening of a question or report, which only look like a request. */
const courtesy = new RegExp(
  wholeWords(
    '(?:like|want|need)(?:ed)? to (?:thank|apologi[sz]e|say|ask(?! for| that| you to)|know|find out|understand|report|mention|point out|add|tell you|complain|let you know|inform)',
    '(?:appreciate) (?:your|the) (?:help|support|patience)',
    '(?:muốn|mong) (?:hỏi|được hỏi|biết|được biết|báo|thông báo|phản ánh)|cho (?:em|mình|tôi|chị|anh) hỏi',
    'xin (?:chào|cảm ơn|lỗi|phép|hỏi)',
    '(?:möchten?|wollte|wollten) (?:ich |wir )?(?:\\p{L}+ )?(?:fragen|wissen)',
    '(?:souhait|voudr|aimer)\\p{L}* savoir|(?:quisiera|me gustaría|quiero|gostaria de|quero) saber',
    'bitte (?:beeilen|entschuldigen)',
  ),
  'gi',
);

/** A wish for nothing but a sign of life. */
const signOfLife = wholeWords('(?:an? |any )?(?:update|reply|answer|response|feedback|news)[.!]*$');

/** Opens with thanks, an apology, good wishes or who is writing. */
export const pleasantry =
  /^(?:(?:i|we)(?:['’]d| would) like to thank|(?:i |we )?(?:hope|trust) (?:you|this|all)|(?:great|perfect|awesome|wonderful)[,!]|my name is|(?:em|tôi|mình|tên \p{L}+) là|mein name ist|je m['’]appelle|me llamo|meu nome é|many thanks|thanks|thank you|sorry|i am sorry|i['’]m sorry|danke|vielen dank|entschuldig|es tut mir leid|(?:em |tôi |dạ )?(?:xin )?cảm ơn|xin lỗi|merci|désolé|gracias|lo siento|obrigad|desculp)/iu;

/** Thanks and praise, and nothing else. */
export const onlyThanks =
  /^(?:[\s,.!:)-]|ok(?:ay)?|great|perfect|super|thanks?|thank you|thx|cheers|many|very much|so much|a lot|again|for (?:your|the) (?:quick |fast |prompt )?(?:reply|answer|response|help)|cảm ơn|cám ơn|xin|dạ|vâng|anh|chị|em|bạn|shop|ạ|danke|vielen dank|schön|merci|beaucoup|gracias|muchas|obrigad[oa]|muito)+$/iu;
/** Points at an attachment. */
export const attached = /attach|enclosed|đính kèm|(?:im|als) anhang|angehängt|ci-joint|adjunt|em anexo/iu;

/** First person, done: in each language the form agents write reports in. */
const did = wholeWords(
  "(?:i|we)(?:'ve|’ve| have| had)?(?: just| now| already| also| then| \\p{L}+ly)? (?:\\p{L}{2,}ed|sent|re-sent|resent|made|put|ran|got|told|gave|took|set|reset|rebuilt|built|tried|spoke|took|shut|cleared|found|left|wrote|brought|re-\\p{L}+)",
  "(?:i|we)(?!['’]ll|['’]d| (?:will|would|can|could|shall|should|may|might|hope|understand|know|see|am|are|need|apologi[sz]e)(?!\\p{L})) .{3,60} and (?:have|has|then|also|just|now)? ?(?:\\p{L}{2,}ed|sent|made|put|took|cleared|opened)(?<! need)",
  '(?:has|have) (?:now |also |already |just )?been (?:now |also |already )?(?:cleared|corrected|escalated|extended|fixed|forwarded|increased|re-enabled|re-sent|rebooted|refunded|reinstalled|replaced|resent|reset|restarted|restored|rolled|unlocked|updated|upgraded|whitelisted)',
  '^(?:\\[[^\\]]{1,20}\\] )?(?:also |then |already )?(?:checked|adjusted|asked|booked|called|credited|ordered|rescheduled|scheduled|spoke|submitted|talked|unlocked|cleared|closed|confirmed|contacted|corrected|created|deleted|disabled|enabled|ended|escalated|extended|fixed|forwarded|increased|informed|installed|issued|looked|moved|opened|raised|rebooted|reinstalled|refunded|released|removed|replaced|reproduced|requested|re-sent|resent|reset|restarted|restored|reviewed|revoked|rolled|sent|switched|tested|traced|tried|turned|updated|upgraded|verified)',
  '(?:tôi|em|mình|chúng tôi|bên em|bên tôi|chúng em)(?: \\p{L}+){0,2} (?:đã|vừa) \\p{L}+',
  '^đã \\p{L}+',
  '(?:ich habe|wir haben|habe ich|haben wir)',
  "j[’']ai \\p{L}+|nous avons \\p{L}+|on a \\p{L}+",
  '(?:he|hemos) (?:\\p{L}+(?:ado|ido)|hecho|puesto|escrito|abierto|vuelto)',
  '^(?:já )?\\p{L}{3,}(?:ei|amos|imos|emos)',
  '(?:já )?(?:verifiquei|enviei|reiniciei|testei|pedi|abri|fiz|reenviei|verificamos|enviamos|reiniciamos|testamos)',
);
/** In the past, yet nothing was done. */
const notDone = wholeWords(
  "(?:i|we)(?:'ve|’ve| have)? (?:understood|received|noticed|seen|read|realised|realized|apologi[sz]ed|hoped|wanted|needed|liked|attached|assumed|wondered|believed|mentioned|expected|agreed|discussed|need|proceed|succeed|exceed|indeed)",
  '(?:đã|vừa) (?:nhận|hiểu|thấy|đọc)',
  '(?:ich habe|wir haben) (?:verstanden|leider|ihre (?:nachricht|anfrage) erhalten)',
);

/** What a colleague asked the customer to do, as opposed to asking for information. It was tried when the customer answers. */
export const suggestions = wholeWords(
  '(?:please|could you|can you|you can|try to) (?:also |now |just |then )?(?:try|retry|update|upgrade|reinstall|install|restart|reboot|clear|empty|go to|open|remove|reset|use|turn|switch|change|click|select|log|sign|run|set|enable|disable|activate|deactivate|unplug|reconnect|delete|move|follow|repeat|export|print|download|plug|press|hold|scan|disconnect|power|replace)',
  '(?:vui lòng|hãy|nhờ|mời)(?: \\p{L}+){0,2} (?:thử|cập nhật|cài|khởi động|xóa|mở|bật|tắt|đổi|đặt lại|đăng nhập|đăng xuất|vào|chọn|nhấn|làm theo)',
  '(?:thử|rút|cắm|tắt|bật|mở|xóa|cài|cập nhật|khởi động|đăng nhập|đăng xuất|chọn|nhấn|bấm|đổi)(?! (?:ý|trả)) [^.?!]{0,60}(?:giúp (?:em|mình)|nhé|thử|xem)',
  '(?:können|könnten) sie (?:bitte )?(?:es )?(?:noch einmal|nochmals?|erneut)',
  'bitte (?:\\p{L}+ ){0,4}(?:versuchen|aktualisieren|installieren|starten|leeren|öffnen|entfernen|löschen|ändern|klicken|wählen|melden|aktivieren|deaktivieren)|(?:versuchen|aktualisieren|installieren|starten|leeren|öffnen|entfernen|löschen|ändern|klicken|wählen|aktivieren|deaktivieren) sie bitte',
  '(?:veuillez|merci de|essayez de) (?:essayer|mettre|installer|redémarrer|vider|ouvrir|supprimer|changer|cliquer|activer|désactiver|vous connecter|réessayer)',
  '(?:por favor,? |intente |pruebe a )(?:intente|actualice|actualizar|instale|reinicie|reiniciar|borre|abra|cambie|haga clic|active|desactive|pruebe)',
  '(?:por favor,? |tente )(?:tente|atualize|atualizar|instale|reinicie|reiniciar|limpe|abra|altere|clique|ative|desative)',
);

/** A question after the result. */
const asksForResult =
  /help|work|solv|better|resolve|fixed|now|được chưa|chưa ạ|klappt|geht|funktionier|hilft|fonctionne|funciona|résolu|resuelto|resolvid/iu;
const requestsInformation = wholeWords(
  '(?:send|provide|share|tell|confirm|attach|let (?:me|us) know)',
  '(?:gửi|cung cấp|cho (?:em|mình|bên em) (?:biết|xin|hỏi)|xác nhận)',
  '(?:senden|schicken|mitteilen|nennen)|(?:envoyer|indiquer|transmettre|préciser)|(?:enviar|envíe|envie|indicar|indique|informar|informe|confirmar)',
);
const needsToKnow = wholeWords(
  "(?:i|we)(?:['’]ll| will| would|['’]d)? (?:also |still )?need (?:the|your|a|an|some|more)",
  '(?:em|mình|bên em|chúng tôi) cần (?:thêm )?(?:thông tin|mã|số|ảnh)',
);
/** Whether a colleague asks for something to know, as opposed to whether it worked. */
export function seeksInformation(text: string): boolean {
  if (suggestions.test(text)) return false;
  return text.endsWith('?') ? !asksForResult.test(text) : needsToKnow.test(text) || (asks.test(text) && requestsInformation.test(text));
}

/** A sentence that asks for a resolution, and how plainly. */
export function requestStrength(sentence: string): 0 | 1 | 2 {
  const open = sentence.replace(courtesy, ' ');
  if (wants.test(open)) return signOfLife.test(sentence) ? 1 : 2;
  return open === sentence && asks.test(open) ? 1 : 0;
}

/** Whether a colleague's sentence reports something done. */
export function reportsAction(sentence: string): boolean {
  return !sentence.endsWith('?') && did.test(sentence) && !notDone.test(sentence);
}
