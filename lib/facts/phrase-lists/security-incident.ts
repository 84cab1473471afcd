/** Break-ins, leaks and stolen accounts. */
import type { PhraseList } from '../../policy/schema.ts';

export const securityIncident: PhraseList = {
  name: { en: 'Security incident', vi: 'Sự cố bảo mật' },
  entries: {
    en: [
      {
        phrase: '(security|data|privacy) (breach|incident|leak|compromise)',
        inflect: true,
        notIn: [
          '(security|data) breach (policy|training|insurance|template|webinar|checklist|simulation|notification template|drill)',
          'security incident (form|template|policy|training|report template)',
        ],
        yes: ['We had a security breach last night.', 'There is a data leak.'],
        no: ['Where is your data breach policy?', 'There was no security breach.'],
      },
      {
        phrase:
          '(hacked|hijacked|ransomware|malware|phished|phishing attack|phishing email|brute force attack|sql injection|account takeover|intruder|compromised|hackers|a hacker)',
        notIn: ['(anti|no) (malware|ransomware)', '(malware|ransomware) (scanner|protection|scan|definitions)', 'growth hacked'],
        yes: ['My account was hacked!', 'Our server is compromised.'],
        no: ['My account was not hacked.', 'Does it include a malware scanner?'],
      },
      {
        phrase:
          '(unauthorized|unauthorised|suspicious|fraudulent|unknown|unrecognized|unrecognised) (access|login|logins|log in|sign in|signin|activity|device|transaction|transactions|user|users)',
        notIn: ['unauthorized access (error|message|page|policy)', 'unknown (user|device) (error|field|type)'],
        yes: ['There was unauthorized access to our account.', 'I see suspicious logins from Russia.'],
        no: ['I see no suspicious activity.', 'The page shows "unauthorized access error".'],
      },
      {
        phrase:
          '(someone|somebody|a stranger|another person|they|he|an ex employee) (else)? (has|have|is|got|had|was|stole|accessed|logged|hacked|changed) (accessed|logged|logging|using|in|into|stolen|changed|access to|gained access to|signed)? (in)? (to|into)? my (account|password|card|email|identity|data)',
        yes: ['Someone has logged into my account.', 'Somebody stole my password'],
        no: ['Nobody has accessed my account.'],
      },
      {
        phrase:
          '(leaked|exposed|stolen) (customer|our|my|personal|user|client)? (data|passwords|password|credentials|records|information|card|credit card|identity)',
        yes: ['Stolen credentials are being used.', 'leaked customer data found online'],
        no: ['No leaked passwords were found.'],
      },
      {
        phrase:
          "(seeing|see|saw|shows|showing|can view|viewing|received|got) (another|other|someone else's|somebody else's|other people's|a different) (customer's|customers'|customers|customer|user's|users'|users|user|client's|people's|company's|person's)? (data|account|invoices|invoice|orders|order|details|information|records|tickets)",
        yes: ["I can view another customer's data.", 'I am seeing other users data'],
        no: ['I cannot see my data.'],
      },
      {
        phrase:
          '(data|information|records|passwords|password|credentials|money|funds|identity|card|account) (was|were|has been|have been|got|is being|are being) (leaked|stolen|exposed|breached|compromised|drained|emptied)',
        yes: ['Our data was leaked.', 'My money has been stolen.'],
        no: ['Our data was not leaked.'],
      },
    ],
    vi: [
      {
        phrase:
          '(bị hack|bị hắc|bị xâm nhập|bị chiếm đoạt|chiếm quyền|bị đánh cắp|đánh cắp thông tin|lộ thông tin|rò rỉ|bị lộ dữ liệu|lộ dữ liệu|mất tài khoản|truy cập trái phép|đăng nhập lạ|giao dịch lạ|mã độc|bảo mật bị|bị rò rỉ|bị lừa đảo|người khác đăng nhập|người lạ đăng nhập|lỗ hổng bảo mật|bị tấn công|đăng nhập trái phép)',
        foldDiacritics: true,
        notIn: ['(bị)? rò rỉ (nước|gas|dầu|khí)'],
        yes: ['Tài khoản của tôi bị hack rồi.', 'Thông tin khách hàng bị rò rỉ.', 'tai khoan bi hack'],
        no: ['Tài khoản của tôi không bị hack.', 'Máy lạnh bị rò rỉ nước.'],
      },
    ],
    de: [
      {
        phrase:
          '(gehackt|datenleck|datenpanne|sicherheitsvorfall|sicherheitslücke|datenschutzverletzung|unbefugter zugriff|unberechtigter zugriff|fremder zugriff|phishing|schadsoftware|kompromittiert|passwort gestohlen|daten gestohlen)',
        inflect: true,
        yes: ['Mein Konto wurde gehackt.'],
        no: ['Mein Konto wurde nicht gehackt.'],
      },
    ],
    fr: [
      {
        phrase:
          '(piraté|piratée|piratage|fuite de données|faille de sécurité|incident de sécurité|accès non autorisé|usurpation|connexion suspecte|compte compromis|données volées|hameçonnage|rançongiciel)',
        inflect: true,
        yes: ['Mon compte a été piraté.'],
        no: ["Mon compte n'a pas été piraté."],
      },
    ],
    es: [
      {
        phrase:
          '(hackeado|hackeada|hackearon|hackeo|fuga de datos|filtración de datos|brecha de seguridad|incidente de seguridad|acceso no autorizado|robaron mi (cuenta|contraseña)|suplantación|cuenta comprometida|phishing)',
        yes: ['Mi cuenta fue hackeada.'],
        no: ['Mi cuenta no fue hackeada.'],
      },
    ],
    pt: [
      {
        phrase:
          '(hackeado|hackeada|hackearam|invadida|invadido|invadiram|vazamento de dados|vazaram|falha de segurança|incidente de segurança|acesso não autorizado|clonado|clonada|roubaram minha (conta|senha)|phishing)',
        yes: ['Minha conta foi invadida.'],
        no: ['Minha conta não foi invadida.'],
      },
    ],
  },
};
