/** Asks for somebody with more authority. */
import type { PhraseList } from '../../policy/schema.ts';

export const managerRequest: PhraseList = {
  name: { en: 'Asks for a manager', vi: 'Yêu cầu gặp quản lý' },
  entries: {
    en: [
      {
        phrase:
          '(speak|speaking|talk|talking|spoken|contact|contacting|escalate|escalated|escalating|escalate this|escalate it|escalate the issue|transfer me|put me through|connect me|connected|complain|get|get me|give me|want|need|demand|demanding|request|requesting|see|call me|call from|hear from|hear back from|pass this|pass me|forward this|reply from|response from|answer from|where is|who is|name of|let me speak|like) (to|with|for|from)? (a|an|the|your|you|ur|my|another|his|her|some|somebody|someone)? (real|senior|actual|duty|store|floor|account|line|direct)? (manager|managers|supervisor|supervisors|superior|superiors|boss|team lead|team leader|head of support|head of department|head of customer service|director|ceo|owner|management|higher up|higher level|someone higher|someone in charge|someone senior|person in charge|more senior person|senior person|someone above you)',
        notIn: [
          '(password|device|file|task|package|tag|product|project|download|content|asset|property|office|community|event|social media|ad|ads|case|account|call) (manager|managers)',
          '(contact|see|get|need|want|give me|request|call me|who is) (to|with|for)? (a|an|the|your|my)? (manager|management) (account|role|access|permission|permissions|app|tool|login|license|licence|view|console|portal|software|system|dashboard|console|seat|feature|page|plugin|report|reports|rights)',
          '(see|get|contact|who is|like|give me|want|need) (my|the|a) (store|account|line)? (manager|boss|supervisor|owner|ceo) (to|in|of|can|who|on|field|name|column|added|assigned|approve|approval)',
          '(contact|contacting|talk to|talked to|speak to|speak with|talking to|see|spoken to|get|call from|answer from|want|need|like|demand|escalate to) my (direct|line)? (manager|supervisor|boss|superior|team lead|team leader|director|ceo|management)',
          'get (the|an|a) owner',
        ],
        yes: [
          'I want to speak to a manager.',
          'Get me your supervisor!',
          'Please escalate this to your manager.',
          'Let me talk to someone in charge.',
        ],
        no: [
          "I don't need to speak to a manager.",
          'How do I contact the password manager?',
          'I need a manager account.',
          'I need to talk to my manager first.',
        ],
      },
      {
        phrase: '(manager|supervisor) (please|now|immediately|asap|on the phone|call me|to call me|to contact me)',
        yes: ['Manager please.', 'Have your supervisor call me'],
        no: ['No manager please.'],
      },
    ],
    vi: [
      {
        phrase:
          '(gặp|nói chuyện với|làm việc với|liên hệ với|liên hệ|kết nối với|chuyển (máy|lên|cho|tôi)? (cho|đến|lên)?|gọi|yêu cầu|cho (tôi|mình|em|anh|chị) gặp|báo cáo lên|báo lên) (trực tiếp)? (với)? (người)? (quản lý|quản lí|cấp trên|sếp|giám đốc|trưởng phòng|trưởng nhóm|người phụ trách|lãnh đạo|chủ shop|chủ cửa hàng|ban quản lý|người có thẩm quyền|có thẩm quyền|giám sát|người đứng đầu|chịu trách nhiệm|có trách nhiệm)',
        foldDiacritics: true,
        notIn: [
          '(gặp|liên hệ|nói chuyện với) (quản lý|quản lí|cấp trên|sếp) (của)? (tôi|mình|em|bên mình|công ty mình)',
          '(yêu cầu|gọi) quản lý (kho|đơn|tài khoản|mật khẩu|thông tin|phiên bản)',
        ],
        yes: ['Cho tôi gặp quản lý.', 'Tôi muốn nói chuyện với giám đốc.', 'cho toi gap quan ly'],
        no: ['Tôi không cần gặp quản lý.', 'Tôi sẽ liên hệ sếp của tôi trước.'],
      },
    ],
    de: [
      {
        phrase:
          '(vorgesetzten|vorgesetzter|ihren chef|den chef|ihrem chef|teamleiter|teamleitung|abteilungsleiter|geschäftsführer|geschäftsführung|geschäftsleitung|filialleiter) (sprechen|verlangen|verbinden|reden|erreichen|kontaktieren|telefonieren|weiterleiten|eskalieren|zu sprechen|einschalten)',
        yes: ['Ich möchte mit Ihrem Vorgesetzten sprechen.'],
        no: ['Ich möchte nicht mit dem Vorgesetzten sprechen.'],
      },
      {
        phrase:
          '(sprechen|verbinden|verlange|möchte|will|bitte) (sie)? (mich)? (mit|den|ihren|einen|einem)? (ihrem|dem|ihren)? (vorgesetzten|chef|teamleiter|geschäftsführer|abteilungsleiter)',
        yes: ['Ich verlange Ihren Vorgesetzten.', 'Verbinden Sie mich mit Ihrem Chef.'],
        no: ['Ich verlange keinen Chef.'],
      },
    ],
    fr: [
      {
        phrase:
          '(parler|parlé|discuter|contacter|joindre|passez moi|voir|passer|veux|exige|demande) (à|avec|au|de parler à)? (un|une|le|la|votre|vos)? (responsable|supérieur|supérieurs|directeur|directrice|manager|superviseur|chef|hiérarchie|direction)',
        notIn: ['(contacter|parler à|voir) (un|le|la)? (responsable|direction) (de compte|informatique)'],
        yes: ['Je veux parler à un responsable.', 'Passez-moi votre supérieur.'],
        no: ['Je ne veux pas parler à un responsable.'],
      },
    ],
    es: [
      {
        phrase:
          '(hablar|comunicarme|contactar|comuníqueme|pasarme|páseme|quiero|exijo|necesito) (con|a|hablar con|al)? (un|una|el|la|su|tu|algún)? (supervisor|supervisora|gerente|encargado|encargada|responsable|jefe|superior|director)',
        notIn: ['(necesito|quiero) (un|el)? (gerente|supervisor|director) (de|para) (contraseñas|archivos)'],
        yes: ['Quiero hablar con un supervisor.', 'Exijo hablar con su gerente.'],
        no: ['No quiero hablar con un supervisor.'],
      },
    ],
    pt: [
      {
        phrase:
          '(falar|conversar|contatar|passar|quero|exijo|preciso) (com|para|falar com)? (um|uma|o|a|seu|sua|algum)? (gerente|supervisor|supervisora|responsável|chefe|superior|diretor|gestor)',
        yes: ['Quero falar com o gerente.'],
        no: ['Não quero falar com o gerente.'],
      },
    ],
  },
};
