/** Accounts that cannot be used or have the wrong owner: what a frontline agent cannot put right alone. */
import type { PhraseList } from '../../policy/schema.ts';

export const accountProblem: PhraseList = {
  name: { en: 'Account problem', vi: 'Sự cố tài khoản' },
  entries: {
    en: [
      {
        phrase:
          '(account|profile|subscription|access|card|license|licence) (has been|is|was|got|has|been|being|are|were|still|suddenly|now)? (still|now|again|suddenly|permanently|wrongly|temporarily|incorrectly|completely)? (locked|suspended|blocked|disabled|deactivated|terminated|deleted|frozen|restricted|banned|closed without|disappeared|gone|limited)',
        notIn: ['(card|profile) gone', 'account (deleted|closed) (page|list|view)', '(how|when) is (a|the) (account|card) (blocked|deleted|closed)'],
        yes: ['My account is locked.', 'Our subscription has been suspended.', 'account still blocked'],
        no: ['My account is not locked.', 'How do I open an account?'],
      },
      {
        phrase: '(locked|shut|blocked) out of (my|our|the|his|her) (account|accounts|profile|system|workspace)',
        yes: ["I'm locked out of my account."],
        no: ["I'm not locked out of my account."],
      },
      {
        phrase:
          "(can not|cannot|can't|cant|unable to|couldn't|could not|not able to) (access|log into|log in to|login to|sign into|sign in to|get into|recover|open|enter|log in|login|sign in) (my|our|the)? (account|accounts|profile|workspace)",
        evenNegated: true,
        yes: ["I can't access my account.", 'Unable to log into our account'],
        no: ['I can access my account.'],
      },
      {
        phrase: '(merge|transfer|migrate) (my|our|two|the|these|ownership of|both) (accounts|account|the account|my account|workspaces)',
        yes: ['Please merge our accounts.'],
        no: ['We did not merge our accounts.'],
      },
      {
        phrase: '(wrong|incorrect) (account|plan|permissions|owner|tier|subscription)',
        notIn: ['wrong account (number|type) (error|message)'],
        yes: ['We are on the wrong plan.'],
        no: ['Is there no wrong plan for us?'],
      },
    ],
    vi: [
      {
        phrase:
          '(tài khoản|thẻ|gói cước|hội viên) (của (tôi|mình|em|anh|chị|công ty))? (đang|đã|vẫn|tự nhiên|lại)? (bị)? (khóa|khoá|đóng băng|vô hiệu hóa|tạm ngưng|chặn|hạn chế|xóa|không vào được|không đăng nhập được|không truy cập được|mất)',
        notIn: ['(cách|muốn) (khóa|xóa) (tài khoản|thẻ)', 'thẻ (đã)? xóa'],
        foldDiacritics: true,
        yes: ['Tài khoản của tôi bị khóa.', 'tai khoan bi khoa', 'Tài khoản không đăng nhập được'],
        no: ['Tài khoản không bị khóa.', 'Tôi muốn mở tài khoản.'],
      },
      {
        phrase: 'không (thể)? (đăng nhập|truy cập|vào) (được)? (vào)? (được)? (tài khoản)',
        foldDiacritics: true,
        evenNegated: true,
        yes: ['Tôi không đăng nhập được vào tài khoản.', 'không thể truy cập tài khoản'],
        no: ['Đăng nhập tài khoản ở đâu?'],
      },
    ],
    de: [
      {
        phrase:
          '(konto|account|zugang|benutzerkonto) (ist|wurde|war)? (seit heute|immer noch|plötzlich|wieder)? (gesperrt|deaktiviert|gelöscht|eingeschränkt|blockiert|suspendiert)',
        yes: ['Mein Konto wurde gesperrt.'],
        no: ['Mein Konto ist nicht gesperrt.'],
      },
    ],
    fr: [
      {
        phrase: 'compte (est|a été|était)? (toujours)? (bloqué|suspendu|désactivé|supprimé|verrouillé|restreint|gelé|fermé)',
        yes: ['Mon compte est bloqué.'],
        no: ["Mon compte n'est pas bloqué."],
      },
    ],
    es: [
      {
        phrase: 'cuenta (está|fue|ha sido|sigue|estaba)? (bloqueada|suspendida|desactivada|eliminada|restringida|cerrada|congelada)',
        yes: ['Mi cuenta está bloqueada.'],
        no: ['Mi cuenta no está bloqueada.'],
      },
    ],
    pt: [
      {
        phrase: 'conta (está|foi|continua|estava)? (bloqueada|suspensa|desativada|excluída|restrita|congelada|encerrada)',
        yes: ['Minha conta foi bloqueada.'],
        no: ['Minha conta não foi bloqueada.'],
      },
    ],
  },
};
