/** A system that is down for many, not a fault of one person's screen. */
import type { PhraseList } from '../../policy/schema.ts';

export const outage: PhraseList = {
  name: { en: 'Outage', vi: 'Sự cố ngừng hoạt động' },
  entries: {
    en: [
      {
        phrase: '(outage|service interruption|major incident|production down|system failure|total failure|complete failure|site wide failure)',
        inflect: true,
        notIn: [
          'outage (map|page|calendar|history|report|notification settings|subscription)',
          'power outage (insurance|mode)',
          'planned outage',
          'scheduled outage',
        ],
        yes: ['Is there an outage?', 'Since 9 we have production down.'],
        no: ['Where is the outage map?', 'There is no outage here.'],
      },
      {
        phrase:
          '(system|systems|site|website|web site|server|servers|service|services|platform|api|app|database|production|prod|store|shop|checkout|portal|application|network|internet|line|lines|whole system|entire system|everything|dashboard) (is|are|was|has been|have been|went|has gone|still|seems|appears to be|keeps going|going|being|goes)? (completely|totally|still|all|again|currently|now)? (down|offline|unreachable|unresponsive|inaccessible|dead)',
        notIn: [
          '(line|lines|app|site|service|store|everything|page) down (to|the|on|in|below|for maintenance)',
          '(everything|line|lines) down',
          '(internet|line) dead',
        ],
        yes: ['The website is down.', 'Your API has been completely unreachable since noon.', 'The system is down for everyone'],
        no: ['The website is not down.', 'Scroll the site down to the bottom.', 'The download is slow.'],
      },
      {
        phrase:
          '(all|none of|every one of|everyone in|nobody in|no one in) (of)? (our|the|my) (users|customers|staff|employees|agents|stores|team|company|office|offices|clients|shops) (is|are|can|cannot|have been|has been)? (affected|locked out|unable to|log in|login|work|access|blocked|down|offline)',
        evenNegated: true,
        yes: ['All of our users are affected.', 'Nobody in our company can log in.', 'None of our agents can work.'],
        no: ['All of our users are happy.'],
      },
      {
        phrase: '(no one|nobody|noone) can (log in|login|sign in|access|work|connect|check out|pay|use)',
        evenNegated: true,
        yes: ['Nobody can log in since this morning.'],
        no: ['Everybody can log in.'],
      },
      {
        phrase: '(down|offline) (for everyone|for all users|for all of us|for all our users|company wide|since this morning|globally|worldwide)',
        yes: ['It is down for everyone.'],
        no: ['It is not down for everyone.'],
      },
    ],
    vi: [
      {
        phrase:
          '(hệ thống|website|trang web|web|máy chủ|server|ứng dụng|app|dịch vụ|tổng đài|mạng) (của bạn|bên bạn|công ty)? (đang|đã|lại|vẫn|toàn)? (bị)? (sập|tê liệt|ngừng hoạt động|ngưng hoạt động|gián đoạn|mất kết nối|không truy cập được|không hoạt động|chết)',
        yes: ['Hệ thống bị sập từ sáng.', 'Website không truy cập được.'],
        no: ['Hệ thống không bị sập.', 'Hệ thống hoạt động tốt.'],
      },
      {
        phrase: '(he thong|website|server|may chu|app|web) (dang|da|lai)? (bi)? (sap|te liet|ngung hoat dong)',
        yes: ['he thong bi sap roi'],
        no: ['he thong sap xep lai'],
        notIn: ['sap xep', '(he thong|website|server|may chu|app|web) sap (xep|ra|co|het)'],
      },
      {
        phrase:
          '(toàn bộ (nhân viên|hệ thống|khách hàng|người dùng|công ty)|không ai|cả công ty) (đều)? (bị ảnh hưởng|không vào được|không đăng nhập được|đăng nhập được|truy cập được|làm việc được|vào được)',
        evenNegated: true,
        yes: ['Cả công ty không vào được.', 'Không ai đăng nhập được.'],
        no: ['Cả công ty đều vui.'],
      },
    ],
    de: [
      {
        phrase: '(ausfall|systemausfall|serverausfall|totalausfall|störung)',
        notIn: ['(haarausfall|zahlungsausfall)', 'bei ausfall', 'im falle eines ausfall'],
        yes: ['Gibt es einen Ausfall?'],
        no: ['Es gibt keinen Ausfall.'],
      },
      {
        phrase:
          '(system|server|website|webseite|plattform|dienst|shop|api|app|seite) (ist|sind|war)? (seit heute|komplett|wieder|immer noch|seit stunden|derzeit)? (down|offline|nicht erreichbar|ausgefallen|abgestürzt|tot)',
        yes: ['Der Server ist nicht erreichbar.', 'Die Website ist komplett ausgefallen.'],
        no: ['Die Website ist erreichbar.'],
      },
    ],
    fr: [
      {
        phrase: '(panne générale|en panne|hors service|inaccessible|indisponible|interruption de service|site down|serveur down|ne répond plus)',
        notIn: ['(imprimante|machine|voiture|télé|lave linge) (est|tombée)? en panne', '(article|produit|référence) (est)? indisponible'],
        yes: ['Votre site est inaccessible depuis ce matin.'],
        no: ["L'article est indisponible.", "Le site n'est pas en panne."],
      },
    ],
    es: [
      {
        phrase:
          '(sistema|servidor|página|sitio|web|plataforma|servicio|aplicación|app|api) (está|estaba|sigue|se ha|se)? (completamente|totalmente)? (caído|caída|cayó|fuera de servicio|no disponible|inaccesible|no responde|sin servicio)',
        yes: ['El sistema está caído.'],
        no: ['El sistema no está caído.'],
      },
    ],
    pt: [
      {
        phrase:
          '(sistema|servidor|site|plataforma|serviço|aplicativo|app|api) (está|continua|ficou|caiu|saiu)? (completamente|totalmente)? (fora do ar|caiu|fora|indisponível|inacessível|parado|offline|do ar)',
        yes: ['O sistema está fora do ar.'],
        no: ['O sistema não está fora do ar.'],
      },
    ],
  },
};
