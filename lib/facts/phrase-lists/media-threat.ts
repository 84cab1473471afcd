/** Threats to take the matter to the press or to social media. */
import type { PhraseList } from '../../policy/schema.ts';

/** The press as a threat; part of the legal threats as well. */
export const pressThreats: PhraseList['entries'] = {
  en: [
    {
      phrase:
        '(go|going|goes|went|talk|talking|speak|speaking|contact|contacting|call|calling|tell|telling|inform|informing|alert|alerting|notify|notifying|involve|involving|email|emailing|write|writing|turn|turning|take this|take it|taking this|taking it|bring this|bringing this|send this|sending this|report this|reporting this|leak this|leaking this|share this|sharing this|forward this|expose you|exposing you|expose this|story|hear from|hear about this in|hear about it in|read about this in|read about it in|see this in|complain|complaining|reach out|reaching out|approach|approaching|publish this in|happy) (to|with|in|from)? (the|our|all the|every|your|some|all|any)? (local|national|social|relevant|mainstream|trade)? (media|press|newspaper|newspapers|news|reporters|reporter|journalist|journalists|tv|tv station|news station|news outlets|media outlets|consumer media)',
      notIn: [
        '(go|going|call|contact|tell|take this|send this|share this|write|email|forward this|bring this|see this|turn|publish this) (to|with|in|from)? (the|our|local)? media (player|library|file|files|folder|tab|page|section|team|server|query|queries|gallery|manager|center|centre|drive|type|types|card|kit|upload|uploads|settings|menu|department|screen|room|box|bin|storage|bucket|asset|assets|browser|converter|element|device|devices|controls|buyer|agency|list)',
        '(go|going|contact|call|see this|send this|sign up) (to|in|with)? (the)? news (feed|section|tab|page|letter|item|widget|app|ticker|article)',
        '(go|call|send this|write|take this|bring this) (to|in)? (the)? press (kit|release|releases|page|section|room|enter|any|f5|ok|the)',
        '(speak|talking|talk|write|writing) (to|with)? (tv|news|media) (app|apps)',
      ],
      yes: ['I am going to the media with this.', 'We will contact the press.', "I'll tell the local news about this."],
      no: [
        'The media player does not start.',
        'I will not go to the media.',
        'Go to the media library and upload a picture.',
        'We contact the media team every week? No: the media agency booked it.',
      ],
    },
    {
      phrase:
        '(the|local|national) (media|press|newspapers|journalists|news) (will|would|might|should|can) (love|hear|know|be interested|like|want|find out|pick|get|see|be contacted|be informed|be told)',
      yes: ['The media will love this story.'],
      no: ['The media will not load.'],
    },
    {
      phrase: '(media|press) (attention|exposure|coverage|scandal|scrutiny) (on|about|of|for|over|if|unless)',
      yes: ['You will get media attention on this.'],
      no: ['We handle media coverage.'],
    },
  ],
  vi: [
    {
      phrase:
        '(báo chí|nhà báo|phóng viên|lên báo|đăng báo|gọi báo đài|báo đài|truyền thông biết|giới truyền thông|với truyền thông|cho truyền thông|lên truyền hình)',
      foldDiacritics: true,
      notIn: ['(tôi|mình|em) là (nhà báo|phóng viên)', '(phòng|bộ phận|công ty) báo chí', 'quảng cáo báo chí', 'thông cáo báo chí'],
      yes: ['Tôi sẽ đưa chuyện này lên báo chí.', 'toi se goi bao chi'],
      no: ['Tôi là nhà báo, cần hỗ trợ tài khoản.', 'Tôi không muốn nhờ báo chí.'],
    },
  ],
  de: [
    {
      phrase:
        '(an die (presse|medien|öffentlichkeit|zeitung)|zur (presse|zeitung)|(presse|medien|zeitung) (informieren|einschalten|kontaktieren|wenden)|(informiere|kontaktiere|informieren wir) die (presse|medien)|ins fernsehen)',
      yes: ['Ich gehe an die Presse.', 'Wir werden die Medien informieren.'],
      no: ['Ich gehe nicht an die Presse.', 'Die Medienwiedergabe stockt.'],
    },
  ],
  fr: [
    {
      phrase:
        '(contacter|alerter|prévenir|saisir|informer|alerte|contacte|préviens) (la presse|les médias|les journalistes|un journaliste|les journaux)',
      yes: ['Je vais contacter la presse.'],
      no: ['Je ne vais pas contacter la presse.'],
    },
  ],
  es: [
    {
      phrase: '(a|con|en) (la prensa|los medios|los medios de comunicación|los periódicos|la televisión)',
      notIn: ['a los medios (de pago|de transporte)', '(con|en|a) los medios de pago'],
      yes: ['Voy a ir a la prensa.', 'Hablaré con los medios de comunicación.'],
      no: ['No voy a ir a la prensa.', 'Tengo un problema con los medios de pago.'],
    },
  ],
  pt: [
    {
      phrase: '(à|a|na|para a|com a) (imprensa|mídia|televisão)',
      notIn: ['na mídia (social|interna|externa)', 'com a mídia (do|da)'],
      yes: ['Vou levar isso à imprensa.'],
      no: ['Não vou falar com a imprensa.'],
    },
  ],
};

export const mediaThreat: PhraseList = {
  name: { en: 'Press or social media threat', vi: 'Đe dọa báo chí hoặc mạng xã hội' },
  entries: {
    ...pressThreats,
    en: [
      ...(pressThreats.en ?? []),
      {
        phrase:
          '(post|posting|share|sharing|put|putting|tweet|tweeting|blast|publish|publishing|expose|exposing|write|writing|take|taking|spread|spreading|complain|complaining|warn|warning|leave|leaving) (this|it|about this|about it|about you|you|everything|my experience|everyone|people|a review|a bad review|a negative review|a one star review|a 1 star review|bad reviews|reviews|my story)? (on|to|all over|everywhere on|across|in|via) (twitter|facebook|tiktok|instagram|linkedin|reddit|youtube|social media|every social media|all social media|social networks|trustpilot|google reviews|google|yelp|the internet|x|all platforms|every platform)',
        notIn: [
          '(share|sharing|post|posting|publish|publishing|tweet|put) (it|this|reviews|everything) (on|to|in|across|via) (facebook|twitter|instagram|linkedin|youtube|tiktok|social media) (from|button|feature|integration|with your|using|automatically|page of ours)',
          '(how|unable|able|want|trying|option|button|feature|possible|used|cannot|failed|allows|lets) (do i|can i|to|me|us) (share|post|publish|tweet) (it|this|reviews|everything)? (on|to|in|across|via) (facebook|twitter|instagram|linkedin|youtube|tiktok|social media|reddit|x|google)',
        ],
        yes: ['I will post this on Twitter.', "I'm going to share this all over social media."],
        no: ['How do I share this on Facebook?', 'I am not going to post this on social media.', 'The social media icon is missing.'],
      },
      {
        phrase: '(go|going|gone|goes|make this|making this|make it) (viral|public)',
        notIn: [
          '(go|going|goes|make this|make it) public (key|page|link|holiday|transport|api|profile|repository|folder|board|to)',
          '(go|going|make) public with our (ipo|launch)',
        ],
        yes: ['I will make this go viral.', 'We are going public with this.'],
        no: ['I will not go public with this.', 'Make this public link expire.'],
      },
      {
        phrase:
          '(leave|leaving|write|writing|post|posting|give|giving) (you|a|an|your)? (a|very)? (bad|negative|terrible|awful|scathing|one star|1 star|zero star|honest) (review|reviews|rating)',
        yes: ['I am going to leave you a bad review.'],
        no: ["I don't want to leave a bad review."],
      },
    ],
    vi: [
      ...(pressThreats.vi ?? []),
      {
        phrase:
          '(đăng|bóc phốt|phốt|tung|đưa|chia sẻ|up|viết bài) (lên|chuyện này lên|việc này lên|bài lên|hết lên|vụ này lên|thông tin lên|trên|công khai lên) (facebook|fb|mạng|mạng xã hội|tiktok|các hội nhóm|hội nhóm|group|các group|zalo|youtube)',
        foldDiacritics: true,
        notIn: ['(cách|làm sao|không thể|nút|muốn) (đăng|chia sẻ|up|đưa) (lên|bài lên) (facebook|fb|mạng|tiktok|zalo|youtube)'],
        yes: ['Tôi sẽ đăng lên mạng xã hội cho mọi người biết.', 'toi se boc phot len facebook'],
        no: ['Làm sao đăng lên Facebook ạ?', 'Tôi không đăng lên mạng đâu.'],
      },
      {
        phrase: '(bóc phốt|đánh giá 1 sao|đánh giá một sao|cho 1 sao|tẩy chay)',
        foldDiacritics: true,
        yes: ['Chờ nữa là mình bóc phốt.'],
        no: ['Mình không bóc phốt shop.'],
      },
    ],
    de: [
      ...(pressThreats.de ?? []),
      {
        phrase:
          '(auf|bei|in|über) (facebook|twitter|instagram|tiktok|trustpilot|google|den sozialen medien|sozialen medien|allen kanälen) (posten|veröffentlichen|teilen|bewerten|öffentlich machen)',
        notIn: ['(kann|möchte|wie) (auf|bei|in) (facebook|twitter|instagram) (posten|teilen)'],
        yes: ['Ich werde das auf Facebook posten.', 'Das werde ich in den sozialen Medien teilen.'],
        no: ['Ich werde es nicht auf Facebook posten.'],
      },
      {
        phrase: '(schlechte|negative) (bewertung|bewertungen|rezension) (schreiben|hinterlassen|abgeben|geben)',
        yes: ['Ich werde eine schlechte Bewertung schreiben.'],
        no: ['Ich will keine schlechte Bewertung schreiben.'],
      },
    ],
    fr: [
      ...(pressThreats.fr ?? []),
      {
        phrase:
          '(publier|partager|poster|dénoncer|raconter) (cela|ça|tout|ceci|mon expérience)? sur (les réseaux sociaux|facebook|twitter|instagram|tiktok|trustpilot)',
        notIn: ['comment (publier|partager|poster) sur (facebook|twitter|instagram|les réseaux sociaux)'],
        yes: ['Je vais tout publier sur les réseaux sociaux.'],
        no: ['Comment partager sur Facebook ?'],
      },
    ],
    es: [
      ...(pressThreats.es ?? []),
      {
        phrase:
          '(publicar|publicaré|compartir|compartiré|denunciar|contar|subir|subiré) (esto|todo|lo|mi experiencia|lo sucedido)? (en|a) (las redes sociales|redes sociales|las redes|facebook|twitter|instagram|tiktok)',
        notIn: ['cómo (publicar|compartir|subir) (esto)? (en|a) (facebook|twitter|instagram|redes sociales|las redes sociales)'],
        yes: ['Voy a publicar todo en redes sociales.'],
        no: ['¿Cómo compartir en Facebook?'],
      },
    ],
    pt: [
      ...(pressThreats.pt ?? []),
      {
        phrase:
          '(publicar|postar|expor|divulgar|compartilhar|vou postar|vou expor|reclamar) (isso|tudo|vocês|o caso)? (nas|no|em todas as|na) (redes sociais|facebook|twitter|instagram|tiktok|reclame aqui)',
        notIn: ['como (publicar|postar|compartilhar) (isso)? (nas|no) (redes sociais|facebook|twitter|instagram)'],
        yes: ['Vou postar tudo nas redes sociais.'],
        no: ['Como postar no Facebook?'],
      },
    ],
  },
};
