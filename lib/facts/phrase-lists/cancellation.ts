/** Wants to leave: cancel, close the account or go to a competitor. */
import type { PhraseList } from '../../policy/schema.ts';

export const cancellation: PhraseList = {
  name: { en: 'Cancellation', vi: 'Hủy dịch vụ' },
  entries: {
    en: [
      {
        phrase:
          '(cancel|canceling|cancelling|terminate|terminating|end|ending|discontinue|close|closing|stop) (my|our|the|this|all|all of|all our|all my|both) (whole|entire|annual|monthly|yearly|paid|of our|of my|current)? (account|accounts|subscription|subscriptions|membership|contract|contracts|plan|service|services|policy|renewal|agreement)',
        notIn: [
          '(how|where) (was|is|are) (cancel|cancelling)',
          '(stop|end|ending) (the|this) (service|services|plan) (worker|process|from|date)',
          'cancel (this|the) (plan|service) (change|selection|button|dialog|upload)',
        ],
        yes: ['I want to cancel my subscription.', 'Please close our account.', 'We are terminating our contract.'],
        no: ["I don't want to cancel my subscription.", 'The cancel button is grey.'],
      },
      {
        phrase:
          '(switch|switching|move|moving|go|going|migrate|migrating|jump|jumping|take my business|taking my business|take our business|taking our business) (over)? (to) (a|another|your|the|one of your|some other|a different|other)? (competitor|competitors|competition|provider|vendor|supplier|company|carrier|bank|somewhere else|elsewhere)',
        yes: ['We are switching to a competitor.', 'I will move to another provider.'],
        no: ['We will not switch to another vendor.'],
      },
      {
        phrase:
          '(taking my business elsewhere|take our business elsewhere|taking our business elsewhere|take my business elsewhere|look elsewhere|looking elsewhere|go elsewhere|going elsewhere|leaving you for|leave your (service|company|platform)|leaving your (service|company|platform)|not (be)? renew|not (be)? renewing|not going to renew|never (do)? business with you|done with (your|you guys|this company|this service)|you (just)? lost a customer|lost me as a customer|losing a customer|never (buy|order|use|book|fly|shop) (from|with)? (you|your|this company|here)? again)',
        evenNegated: true,
        yes: ["We're going elsewhere.", 'I am taking my business elsewhere.', 'We will not renew.', 'You just lost a customer'],
        no: ['We will renew next month.'],
      },
    ],
    vi: [
      {
        phrase:
          '(hủy|huỷ|chấm dứt|thanh lý|ngừng|ngưng|đóng) (ngay|luôn|hết)? (dịch vụ|hợp đồng|tài khoản|gói|gói cước|đăng ký|thuê bao|hội viên|thẻ)',
        notIn: ['(ngừng|ngưng) dịch vụ (tạm thời|bảo trì)', '(ngừng|đóng|hủy) (gói|thẻ) hàng'],
        foldDiacritics: true,
        yes: ['Tôi muốn hủy dịch vụ.', 'Hủy ngay hợp đồng cho tôi.', 'toi muon huy dich vu'],
        no: ['Tôi không muốn hủy dịch vụ.'],
      },
      {
        phrase:
          '(chuyển sang|đổi sang|qua) (dùng)? (bên khác|nhà mạng khác|hãng khác|công ty khác|nhà cung cấp khác|đối thủ|chỗ khác|shop khác|ngân hàng khác)',
        foldDiacritics: true,
        yes: ['Tôi sẽ chuyển sang bên khác.'],
        no: ['Tôi không chuyển sang bên khác.'],
      },
      {
        phrase: '(không|ko|khong) (bao giờ)? (mua|dùng|sử dụng|hợp tác|ủng hộ|quay lại|dung) (ở đây|của shop|dịch vụ|shop)? (nữa|nua|lại nữa)',
        evenNegated: true,
        yes: ['Mình không mua nữa.', 'Tôi không dùng dịch vụ nữa.'],
        no: ['Mình mua nữa nhé.'],
      },
    ],
    de: [
      {
        phrase:
          '(kündigung|kündige|kündigen|gekündigt|vertrag beenden|konto (löschen|schließen)|anbieter wechseln|wechsle (den anbieter|zur konkurrenz)|zur konkurrenz|abo (kündigen|beenden|stornieren))',
        notIn: ['kündigung (seite|button|frist)'],
        yes: ['Ich kündige.', 'Hiermit möchte ich kündigen.'],
        no: ['Ich möchte nicht kündigen.'],
      },
    ],
    fr: [
      {
        phrase:
          "(résilier|résilie|résiliation|me désabonner|annuler mon (abonnement|contrat|compte)|fermer mon compte|clôturer mon compte|mettre fin (à|au) (mon)? (contrat|abonnement)|passer à la concurrence|aller à la concurrence|changer d'opérateur|changer de fournisseur)",
        yes: ['Je veux résilier mon contrat.'],
        no: ['Je ne veux pas résilier.'],
      },
    ],
    es: [
      {
        phrase:
          '(darme de baja|dar de baja|baja del servicio|cancelar (mi|el|la|nuestra|nuestro) (suscripción|cuenta|contrato|servicio|plan|membresía)|cerrar mi cuenta|cancelaré mi|cambiarme de (compañía|proveedor)|me voy a la competencia|cambiar de (compañía|proveedor|operador))',
        yes: ['Quiero darme de baja.', 'Voy a cancelar mi suscripción.'],
        no: ['No quiero cancelar mi suscripción.'],
      },
    ],
    pt: [
      {
        phrase:
          '(cancelar (minha|meu|a|o|nossa|nosso) (assinatura|conta|contrato|serviço|plano)|cancelamento (da|do) (assinatura|conta|contrato|plano|serviço)|encerrar minha conta|encerrar o contrato|rescindir|mudar de (operadora|fornecedor|empresa|banco)|ir para a concorrência|para o concorrente)',
        yes: ['Quero cancelar minha assinatura.'],
        no: ['Não quero cancelar minha assinatura.'],
      },
    ],
  },
};
