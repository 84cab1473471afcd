/** Threats with lawyers, courts, the press or a complaints office: what the default policy calls a legal threat. */
import type { PhraseList } from '../../policy/schema.ts';
import { pressThreats } from './media-threat.ts';
import { complaintOffices } from './regulatory.ts';

const own: PhraseList['entries'] = {
  en: [
    {
      phrase: '(lawyer|attorney|solicitor|barrister|litigator)',
      inflect: true,
      notIn: [
        '(lawyer|lawyers|attorney|attorneys) (directory|directories|app|apps|account|plan|plugin|template|portal|referral|software|website|database|listing|listings|finder|search|module|page|section|field|category|office|fees)',
        'power of attorney',
        'powers of attorney',
        'attorney general',
        '(am|as|is|was|being|becoming) (a|an|the) (lawyer|attorney|solicitor|barrister)',
        '(for|of|by|with|to) (lawyers|attorneys|solicitors)',
        '(we|they) are (lawyers|attorneys|solicitors)',
        '(lawyer|attorney) (friend|client) (recommended|recommends|uses|login)',
        'attorney client',
        '(lawyer|lawyers|attorney|attorneys) (use|uses|using|work with|works with|love|loves|log in|rely on|need access|needs access|wrote|drafted the contract|signed|as a|as an)',
        '(add|adding|invite|inviting) (my|our|a|the|another) (lawyer|attorney)',
        '(firm|team|office) (with|of) (10|20|30|40|50|100|two|three|four|five|ten|several|many) (lawyers|attorneys)',
        '(lawyer|lawyers|attorney|attorneys) (and|or) (accountant|accountants|doctor|doctors|architect|architects|consultant|consultants)',
        '(accountant|accountants|doctor|doctors|clients|teachers) (and|or) (lawyer|lawyers|attorneys)',
      ],
      yes: ['My lawyer will hear about this.', 'I have already spoken to an attorney.', "You'll hear from my lawyers"],
      no: [
        'Our media team uses a lawyer directory app.',
        'I am a lawyer and need an invoice.',
        'Please attach the power of attorney.',
        "I won't be contacting my lawyer.",
      ],
    },
    {
      phrase:
        '(going|want|wants|wanted|ready|prepared|forced|decided|intend|intends|plan|planning|have|need|about|like|love|happy|afraid|hesitate|threatening|threaten|threatened|reason|reasons|right|grounds|enough|entitled|make me|trying|try|considering whether|choice but|option but) to sue',
      yes: ['I am going to sue.', "I won't hesitate to sue."],
      no: ['I have no plans to sue anyone.', 'I talked to Sue about it.', 'Could you forward this to Sue?'],
    },
    {
      phrase:
        "(i|we|they|customers|clients|he|she|i'll|we'll|i'd|we'd|they'll|i will|we will|i can|we can|i could|we could|i should|we should|i shall|we shall|i might|we might|i may|we may|i must|i would|we would|gonna|gotta|wanna|or i|will) sue (you|your|u|them|the|this|everyone|for|over|if|unless|and|immediately|now|tomorrow|both|every|all|the pants)",
      notIn: ['i sue and', 'will sue (and|for|the|if|now|this)'],
      yes: ['If I get no refund I will sue you.', "we'll sue for damages"],
      no: ['I will not sue you.', 'Will Sue and Tom be on the call?'],
    },
    {
      phrase:
        "(i will|we will|i'll|we'll|i'd|we'd|gonna|i can|i could|i might|i may|i shall|we can|we could|we may|we shall|i should|we should|will|could|can) sue",
      notIn: ['(will|can|could) sue', "(i'll|we'll|i'd|i can|i will|we will) sue (miller|smith|from|in)"],
      yes: ["Refund me or I'll sue."],
      no: ['Will Sue join us?', 'Can Sue log in now?', 'I will not sue.'],
    },
    {
      phrase:
        '(sue|sues|sued) (you|your company|your (ass|asses|butt)|yall|ur|them|him|this company|their|somebody|someone|for (damages|compensation|breach|negligence|fraud|libel|discrimination|everything))',
      notIn: [
        '(thanks|hi|hello|dear|hey|thank you) sue (you|your company|them|him|their|someone)',
        '(ask|asked|tell|told|with|from) sue (you|them|him|someone|their)',
      ],
      yes: ['sue you for everything you have', 'Someone should sue them!'],
      no: ['Hi Sue, you were right.', 'I am not trying to sue you.'],
    },
    {
      phrase:
        '(suing|litigate|litigation|lawsuit|law suit|class action|small claims|injunction|subpoena|see you in court|see u in court|meet you in court|take (you|this|them|it|the company) to court|taking (you|this|them|it) to court|go to court|going to court|file (a )?suit|press charges|pressing charges|court case|court action|cease and desist|statutory demand|letter before action)',
      notIn: [
        'litigation (support|software|department|team|hold|module|field)',
        '(lawsuit|litigation) (settings|tracker|category)',
        'tennis court',
        '(suing|lawsuit) (template|field)',
      ],
      yes: ['We are considering a lawsuit.', "I'll see you in court.", 'I will take you to court'],
      no: ['We sell litigation software.', "I don't want to go to court."],
    },
    {
      phrase:
        'legal (action|actions|proceeding|proceedings|claim|claims|steps|counsel|advice|consequence|consequences|recourse|remedy|remedies|route|threat|complaint|representation|battle|fight|rights|means|measures|options|avenue|avenues|dispute|demand|matter|case|letter|notice will|help)',
      notIn: [
        'legal (matter|case|notice|dispute|advice|claims) (management|number|type|field|page|app|software|template|section|form|category|tool)',
        'legal help (page|center|centre|section|article)',
        '(section|page|link|tab|menu|category|field) legal (advice|rights|claims)',
      ],
      yes: ['We will take legal action.', 'I am seeking legal advice.', 'Expect legal consequences.'],
      no: ['I will not take legal action.', 'What is the legal age to open an account?', 'Our legal entity name is Acme Ltd.'],
    },
    {
      phrase:
        '(my|our) legal (team|department|dept|counsel|representative|representatives|adviser|advisor|rep|people|guys) (will|is|are|has|have|would|shall|may|might|can|intends|plans|to|about|now)',
      notIn: [
        '(my|our) legal (team|department|dept) (will|is|are|has|have|would|may|can) (below|review|reviewing|need|needs|like|approve|approved|asking for a copy|happy|in|located|moved|using|use|sign|check|love|based|the owner)',
        'legal team (has|have) (approved|signed|reviewed)',
      ],
      yes: ['Our legal department will contact you.', 'My legal team is preparing a letter.'],
      no: ['Our legal team will review the contract.', 'The address of our legal department is below.'],
    },
    {
      phrase:
        '(going|go|gone|get|getting|got|pursue|pursuing|pursue this|involve|involving|involved|contact|contacting|call|calling|seek|seeking|escalate to|escalate this to|escalating to|escalating this to|hand this to|handing this to|take this|take it|taking this|this is|this becomes|turn this|turning this|hear from|hear from (my|our)|it gets|things get|speak to (my|our)|talking to (my|our)|consult|consulting|forward this to (my|our)|sending this to (my|our)|passing this to (my|our)) (legal|legally)',
      notIn: [
        '(this is|get|got|involved|contact|seek|call|consult|involve|speak to our|forward this to our) (legal|legally) (name|entity|age|address|size|paper|document|documents|text|page|notice|disclaimer|form|advice?|team|department|holiday|guardian|requirement|requirements|info|information|terms|copy|tender|and|in)',
        '(is|if|whether|sure|that|think) this is (legal|legally)',
        'this is legally (required|blind)',
      ],
      yes: ['I am going legal on this.', 'We will get legal involved.', 'You will hear from our legal'],
      no: ['Can you get legal documents printed on this paper?', 'Is this legal in Germany?'],
    },
    {
      phrase: '(involve|get|bring in|contact|call|ask|copying|cc|looping in) (my|our) (legal|legal team|legal department|legal counsel)',
      notIn: ['(contact|ask|call|get) our legal (name|entity|department (at|for|about)|team (at|for|about))'],
      yes: ['We will involve our legal department.'],
      no: ["We don't want to involve our legal team."],
    },
  ],
  vi: [
    {
      phrase: '(luật sư|thuê luật sư)',
      foldDiacritics: true,
      notIn: ['(tôi|mình|em|anh|chị) là luật sư', 'văn phòng luật sư', 'danh bạ luật sư', 'đoàn luật sư', 'ứng dụng luật sư', 'nghề luật sư'],
      yes: ['Luật sư của tôi sẽ liên hệ với các bạn.', 'toi se goi luat su'],
      no: ['Tôi là luật sư, cần xuất hóa đơn.', 'Tôi không cần luật sư.'],
    },
    {
      phrase:
        '(sẽ kiện|kiện (các bạn|các anh|các người|bên|công ty|shop|mấy|lại|ra|anh|chị|bạn|tụi|bọn|cái|ngân hàng|hãng|tới)|khởi kiện|kiện tụng|đi kiện|đâm đơn kiện|nộp đơn kiện|đưa ra tòa|ra tòa|gặp nhau ở tòa|hầu tòa|khởi tố|tố tụng)',
      notIn: ['sẽ kiện toàn', '(phụ|linh|điều|sự|bưu|dữ|cấu|hoàn) kiện (các bạn|bên|công ty|shop|lại|ra|cái|hãng|tới|bạn)?'],
      yes: ['Tôi sẽ kiện công ty.', 'Hẹn gặp nhau ở tòa án.'],
      no: ['Tôi không kiện đâu.', 'Tôi sẽ không kiện các bạn.', 'Tôi mua phụ kiện công ty bán', 'Điều kiện của shop là gì?'],
    },
    {
      phrase: '(se kien|khoi kien|di kien) (cong ty|shop|cac ban|ben ban|ra toa|ban|den cung)?',
      yes: ['toi se khoi kien cong ty'],
      no: ['su kien cong ty hom nay'],
    },
    {
      phrase:
        '(biện pháp pháp lý|hành động pháp lý|nhờ pháp luật|nhờ đến pháp luật|pháp luật can thiệp|theo pháp luật|trước pháp luật|kiện ra pháp luật|vấn đề pháp lý|nhờ công an|báo công an|trình báo công an|tố cáo|làm đơn tố)',
      foldDiacritics: true,
      notIn: ['theo pháp luật (hiện hành|quy định)'],
      yes: ['Chúng tôi sẽ áp dụng biện pháp pháp lý.', 'Tôi sẽ báo công an.'],
      no: ['Tôi không muốn báo công an.', 'Tên pháp lý của công ty là gì?'],
    },
  ],
  de: [
    {
      phrase: '(anwalt|anwältin|rechtsanwalt|rechtsanwältin|anwälte|rechtsbeistand)',
      inflect: true,
      notIn: [
        '(bin|als) (anwalt|anwältin|rechtsanwalt|rechtsanwältin)',
        '(ich bin|als) (selbst )?(anwalt|rechtsanwalt)',
        '(anwalt|anwälte|anwalts) (verzeichnis|suche|software)',
        'für (anwälte|rechtsanwälte)',
      ],
      yes: ['Ich schalte meinen Anwalt ein.', 'Sie hören von meinem Rechtsanwalt.'],
      no: ['Ich bin Rechtsanwalt und brauche eine Rechnung.', 'Ich werde keinen Anwalt einschalten.'],
    },
    {
      phrase:
        '(verklagen|verklage|klage (einreichen|erheben)|vor gericht|rechtliche (schritte|konsequenzen|mittel|maßnahmen)|juristische schritte|strafanzeige|anzeige (erstatten|erstatte|bei der polizei)|zeige sie an|mahnbescheid|rechtsweg|rechtsschutz|rechtsschutzversicherung)',
      inflect: true,
      yes: ['Ich verklage Sie.', 'Wir leiten rechtliche Schritte ein.'],
      no: ['Ich werde Sie nicht verklagen.', 'Ich verklage Sie nicht.'],
    },
  ],
  fr: [
    {
      phrase: '(avocat|avocate|avocats|huissier)',
      notIn: [
        '(salade|salades|toast|toasts|sandwich|wrap|tartare|crevettes|huile|recette) (avec|et|aux|de|à)? (avocat|avocats)',
        'suis (avocat|avocate)',
        "(purée|jus|noyau) d'avocat",
        "d'avocats?",
        "cabinet d'avocats",
      ],
      yes: ['Mon avocat va vous contacter.'],
      no: ['Je suis avocate et il me faut une facture.', 'Je ne vais pas contacter mon avocat.'],
    },
    {
      phrase:
        '(porter plainte|porte plainte|porterai plainte|dépose plainte|déposer plainte|poursuivre en justice|poursuites judiciaires|action en justice|actions en justice|actions judiciaires|voie judiciaire|devant (le|les) (tribunal|tribunaux)|au tribunal|saisir la justice|saisir le tribunal|mise en demeure|mettre en demeure|poursuites)',
      yes: ['Je vais porter plainte.', 'Nous irons devant le tribunal.'],
      no: ['Je ne vais pas porter plainte.'],
    },
  ],
  es: [
    {
      phrase: '(abogado|abogada|abogados|abogadas)',
      notIn: ['soy (abogado|abogada)', '(para|de) abogados', 'directorio de abogados', 'colegio de abogados'],
      yes: ['Voy a hablar con mi abogado.'],
      no: ['Soy abogada y necesito una factura.', 'No voy a llamar a mi abogado.'],
    },
    {
      phrase:
        '(demandar|demandarlos|demandarles|demandaré|demandaremos|los demando|los voy a demandar|acciones legales|acción legal|acciones judiciales|medidas legales|vía legal|vía judicial|vías legales|denunciar|denunciaré|denunciarlos|denunciarlo|denunciarles|denunciarle|denunciarte|denunciaros|los denuncio|los voy a denunciar|les voy a denunciar|poner una denuncia|pondré una denuncia|interponer una demanda|a juicio|ante la justicia|tribunales)',
      yes: ['Tomaremos acciones legales.', 'Los voy a demandar.', 'Voy a denunciarles ante consumo.'],
      no: ['No voy a demandar a nadie.', 'No quiero denunciarles.'],
    },
  ],
  pt: [
    {
      phrase: '(advogado|advogada|advogados|advogadas)',
      notIn: ['sou (advogado|advogada)', 'para advogados', 'de advogados'],
      yes: ['Vou falar com meu advogado.'],
      no: ['Sou advogada e preciso de uma nota fiscal.', 'Não vou chamar meu advogado.'],
    },
    {
      phrase:
        '(processar (vocês|a empresa|voces|o banco|esta empresa|essa empresa)|vou processar|vamos processar|processarei|ação judicial|ações judiciais|medidas (judiciais|legais|cabíveis)|ação legal|ações legais|na justiça|pequenas causas|boletim de ocorrência|entrar com (uma )?(ação|processo))',
      notIn: ['(vou|vamos) processar (o|a|os|as) (pagamento|pagamentos|pedido|pedidos|dados|arquivo|arquivos|nota)'],
      yes: ['Vou processar vocês.', 'Tomaremos medidas judiciais.'],
      no: ['Não vou processar vocês.', 'Vou processar o pagamento hoje.'],
    },
  ],
};

export const legalThreat: PhraseList = {
  name: { en: 'Legal threat', vi: 'Đe dọa pháp lý' },
  entries: Object.fromEntries(
    Object.entries(own).map(([language, entries]) => [
      language,
      [...entries, ...(pressThreats[language] ?? []), ...(complaintOffices[language] ?? [])],
    ]),
  ),
};
