/** What angry and frustrated customers say outright. The mood score (`sentiment.ts`) knows far more words; these are for rules. */
import type { PhraseList } from '../../policy/schema.ts';

export const anger: PhraseList = {
  name: { en: 'Anger', vi: 'Tức giận' },
  entries: {
    en: [
      {
        phrase:
          "(furious|outraged|outrageous|livid|fuming|enraged|pissed off|disgusted|disgusting|disgraceful|appalling|appalled|infuriated|infuriating|unacceptable|inexcusable|how dare you|shame on you|sick and tired of|fed up|had enough|enough is enough|fucking|bullshit|scam|scammers|rip off|ripped off|ripoff|you (people)? are (all)? (thieves|crooks|liars|idiots|incompetent|useless)|so angry|very angry|extremely angry|i am angry|i'm angry|absolute joke|complete joke|worst (service|support|company|experience|customer service))",
        notIn: ['scam (alert|warning|protection|filter|report)', 'angry (birds|bird|customer template)'],
        yes: ['This is unacceptable!', 'I am furious.', 'Worst service ever'],
        no: ["I'm not angry, just curious.", 'Does it include scam protection?'],
      },
    ],
    vi: [
      {
        phrase:
          '(tức giận|phẫn nộ|giận dữ|tức điên|điên tiết|bực mình|bực bội|bức xúc|lừa đảo|quá đáng|không thể chấp nhận|không chấp nhận được|vô trách nhiệm|khốn nạn|mất dạy|hết chịu nổi|chịu hết nổi|tệ hại|ăn cướp)',
        foldDiacritics: true,
        evenNegated: true,
        notIn: [
          '(không|chưa|đừng|chẳng|hết) (hề|còn|phải|có gì|có ý|đến mức|thấy|cảm thấy)? (tức giận|bực mình|bực bội|giận dữ|bức xúc|phẫn nộ|quá đáng|lừa đảo)',
          '(cảnh báo|phòng chống|chống) lừa đảo',
        ],
        yes: ['Tôi rất bức xúc.', 'Làm ăn vô trách nhiệm!', 'buc minh qua'],
        no: ['Tôi không tức giận, chỉ hỏi thôi.'],
      },
    ],
    de: [
      {
        phrase:
          '(wütend|stinksauer|empört|unverschämt|unverschämtheit|frechheit|inakzeptabel|schnauze voll|zumutung|betrug|abzocke|lächerlich|mir reicht es|jetzt reicht es|saftladen)',
        inflect: true,
        yes: ['Das ist eine Frechheit!'],
        no: ['Ich bin nicht wütend.'],
      },
    ],
    fr: [
      {
        phrase:
          '(furieux|furieuse|en colère|inadmissible|inacceptable|scandaleux|honteux|arnaque|ras le bol|marre|foutage de gueule|escroquerie|intolérable)',
        yes: ["C'est inadmissible !"],
        no: ['Je ne suis pas en colère.'],
      },
    ],
    es: [
      {
        phrase: '(furioso|furiosa|indignado|indignada|inaceptable|vergonzoso|estafa|harto|harta|ladrones|vergüenza|intolerable|tomadura de pelo)',
        yes: ['Esto es inaceptable.'],
        no: ['No estoy furioso.'],
      },
    ],
    pt: [
      {
        phrase: '(furioso|furiosa|indignado|indignada|inaceitável|vergonha|absurdo|golpe|palhaçada|ladrões|descaso|falta de respeito)',
        yes: ['Isso é inaceitável.'],
        no: ['Não estou furioso.'],
      },
    ],
  },
};

export const frustration: PhraseList = {
  name: { en: 'Frustration', vi: 'Thất vọng' },
  entries: {
    en: [
      {
        phrase:
          '(frustrated|frustrating|disappointed|disappointing|annoyed|annoying|upset|unhappy|dissatisfied|losing patience|lost patience|losing my patience|waste of time|wasting my time|still waiting|been waiting|still (no|not|nothing|broken|unresolved|having)|no (response|reply|answer|one has|update)|how (many|much) (more)? (times|longer)|(third|fourth|fifth|3rd|4th|5th) time|again and again|over and over|running in circles|going in circles|keeps happening|let down|not (happy|satisfied|pleased|acceptable|impressed)|tired of)',
        evenNegated: true,
        notIn: [
          "(not|n't|never|neither|nor|no longer|nobody is|no one is|without being) (too|so|that|really|at all|in the least)? (frustrated|disappointed|annoyed|upset|unhappy|dissatisfied)",
          'neither (angry|sad) nor (frustrated|disappointed|annoyed|upset|unhappy|dissatisfied)',
          'no update (needed|required|available)',
          'no (answer|response|reply) (needed|necessary|required)',
        ],
        yes: ['I am really frustrated.', 'Still no response from you.', 'This is the third time I ask.'],
        no: ["I'm not upset at all.", 'No reply needed, thanks!'],
      },
    ],
    vi: [
      {
        phrase:
          '(thất vọng|không hài lòng|chưa hài lòng|chán nản|chờ mãi|đợi mãi|chờ hoài|đợi hoài|chờ quá lâu|đợi quá lâu|mất thời gian|phiền phức|khó chịu|vẫn chưa (được|thấy|có|nhận|giải quyết|xong|ai)|lần thứ (ba|tư|năm|3|4|5|mấy)|bao nhiêu lần|không ai (trả lời|phản hồi|hỗ trợ|giải quyết)|mất kiên nhẫn|hết kiên nhẫn)',
        foldDiacritics: true,
        evenNegated: true,
        notIn: ['(không|chưa|đừng|chẳng|hết) (hề|còn|phải|có gì|đến mức|thấy|cảm thấy)? (thất vọng|khó chịu|chán nản|phiền phức)'],
        yes: ['Tôi rất thất vọng.', 'Chờ mãi vẫn chưa thấy trả lời.', 'that vong qua'],
        no: ['Mình không thất vọng chút nào.'],
      },
    ],
    de: [
      {
        phrase:
          '(frustriert|enttäuscht|genervt|unzufrieden|verärgert|zeitverschwendung|schon wieder|immer noch (nicht|kein|keine)|zum (dritten|vierten|wiederholten) mal|keine (antwort|rückmeldung|reaktion)|seit (wochen|tagen|monaten))',
        evenNegated: true,
        notIn: [
          '(nicht|nie|niemals) (mehr|wirklich|im geringsten)? (frustriert|enttäuscht|genervt|unzufrieden|verärgert)',
          'keine (antwort|rückmeldung) (nötig|erforderlich|notwendig)',
        ],
        yes: ['Ich bin sehr enttäuscht.'],
        no: ['Ich bin nicht enttäuscht.'],
      },
    ],
    fr: [
      {
        phrase:
          '(frustré|frustrée|déçu|déçue|mécontent|mécontente|insatisfait|insatisfaite|agacé|agacée|perte de temps|toujours (pas|rien|aucune)|aucune (réponse|nouvelle)|(troisième|quatrième|énième) fois)',
        evenNegated: true,
        notIn: ['(pas|plus|jamais) (du tout)? (frustré|frustrée|déçu|déçue|mécontent|mécontente|agacé|agacée|insatisfait|insatisfaite)'],
        yes: ['Je suis très déçu.'],
        no: ['Je ne suis pas déçu.'],
      },
    ],
    es: [
      {
        phrase:
          '(frustrado|frustrada|decepcionado|decepcionada|molesto|molesta|insatisfecho|insatisfecha|pérdida de tiempo|sigo (sin|esperando)|otra vez lo mismo|(tercera|cuarta|enésima) vez|sin respuesta|nadie (responde|contesta|me ayuda))',
        evenNegated: true,
        notIn: ['no (estoy|soy|estaba|estamos) (nada)? (frustrado|frustrada|decepcionado|decepcionada|molesto|molesta|insatisfecho|insatisfecha)'],
        yes: ['Estoy muy decepcionado.'],
        no: ['No estoy molesto.'],
      },
    ],
    pt: [
      {
        phrase:
          '(frustrado|frustrada|decepcionado|decepcionada|chateado|chateada|insatisfeito|insatisfeita|perda de tempo|ainda (sem|não|estou esperando)|(terceira|quarta|enésima) vez|sem (resposta|retorno|solução)|ninguém (responde|resolve))',
        evenNegated: true,
        notIn: [
          'não (estou|estava|fiquei|estamos) (nada)? (frustrado|frustrada|decepcionado|decepcionada|chateado|chateada|insatisfeito|insatisfeita)',
        ],
        yes: ['Estou muito decepcionado.'],
        no: ['Não estou chateado.'],
      },
    ],
  },
};
