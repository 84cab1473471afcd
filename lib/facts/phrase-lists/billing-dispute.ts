/** Charges the customer does not accept; a plain question about a bill is none. */
import type { PhraseList } from '../../policy/schema.ts';

export const billingDispute: PhraseList = {
  name: { en: 'Billing dispute', vi: 'Tranh chấp thanh toán' },
  entries: {
    en: [
      {
        phrase: '(chargeback|charge back|double charge|billing dispute|overcharge|over charged|billing error|billing mistake|invoice error)',
        inflect: true,
        notIn: ['(chargeback) (report|module|dashboard|fee settings|api|policy)'],
        yes: ['I was overcharged.', 'I will file a chargeback.'],
        no: ['Where is the chargeback report?', 'I was not overcharged.'],
      },
      {
        phrase:
          '(charged|billed|debited) (me|us|my card|my account|our account)? (twice|two times|double|again|three times|thrice|multiple times|without|even though|although|despite|after i cancelled|after i canceled|incorrectly|wrongly|the wrong amount|too much|more than|for something|extra|an extra)',
        yes: ['You charged me twice.', 'I was billed for something I never ordered.'],
        no: ['I have not been charged twice.', 'When will I be charged?'],
      },
      {
        phrase:
          '(dispute|disputing|contest|contesting) (this|the|that|your|a|my|these) (charge|charges|invoice|bill|payment|amount|fee|fees|transaction)',
        yes: ['I dispute this charge.'],
        no: ['I do not dispute the invoice.'],
      },
      {
        phrase:
          '(unauthorized|unauthorised|incorrect|wrong|unexpected|unexplained|duplicate|fraudulent|unknown|hidden|bogus) (charge|charges|payment|payments|fee|fees|invoice|bill|amount|debit|deduction|withdrawal)',
        notIn: ['duplicate (invoice|payment) (number|button|feature|template)', 'wrong (amount|invoice) (format|template)'],
        yes: ['There is an unauthorized charge on my card.', 'Wrong invoice again'],
        no: ['There are no hidden fees, right?', 'The duplicate invoice button is gone.'],
      },
      {
        phrase:
          "(where is|where's|want|need|demand|give me|waiting for|waiting on|still no|haven't received|never received|never got|not received|refuse|refused|refusing|denied|get) (my|a|the|our|full|to|me)? (full)? (refund|money back)",
        evenNegated: true,
        notIn: ['get (a|the) refund policy', 'refund (policy|form|page)'],
        yes: ['Where is my refund?', 'I want my money back', "I haven't received my refund."],
        no: ['What is the refund policy?', 'How does the return work?'],
      },
      {
        phrase:
          "(did not|never|didn't) (authorize|authorise|agree to|approve|order|sign up for|authorized|authorised|agreed to|approved|ordered|signed up for) (this|that|the|these|any)? (charge|charges|payment|transaction|purchase|subscription|amount|fee)",
        evenNegated: true,
        yes: ['I never authorized this payment.'],
        no: ['I authorized this payment.'],
      },
    ],
    vi: [
      {
        phrase:
          '(trừ tiền (hai|2|nhầm|sai|oan|vô lý|hai lần|2 lần)|bị trừ tiền|trừ (hai|2|ba|3) lần|trừ nhầm|tính sai|tính nhầm|thu sai|thu thừa|thu tiền (hai|2) lần|tính tiền sai|tính tiền (hai|2) lần|hóa đơn sai|sai hóa đơn|tính phí sai|tính phí vô lý|phí vô lý|đòi lại tiền|trả lại tiền|hoàn lại tiền cho tôi|khiếu nại (hóa đơn|thanh toán|phí|giao dịch)|chưa được hoàn tiền|chưa hoàn tiền|chưa nhận được tiền hoàn|thanh toán (hai|2) lần|bị tính tiền|mất tiền oan)',
        foldDiacritics: true,
        evenNegated: true,
        notIn: ['không (bị)? (trừ tiền|tính sai|trừ nhầm|tính tiền)', 'chưa bị trừ tiền'],
        yes: ['Tôi bị trừ tiền hai lần.', 'Hóa đơn sai rồi, trả lại tiền cho tôi.', 'bi tru tien 2 lan'],
        no: ['Tôi không bị trừ tiền.', 'Cho mình xin hóa đơn tháng này.'],
      },
    ],
    de: [
      {
        phrase:
          '(doppelt (abgebucht|berechnet|belastet|bezahlt)|zu viel (abgebucht|berechnet|bezahlt|gezahlt)|zweimal (abgebucht|berechnet|belastet)|unberechtigte (abbuchung|abbuchungen|forderung)|falsche (rechnung|abbuchung|abrechnung)|rechnung (ist|war) falsch|widerspreche (der|dieser) (rechnung|abbuchung|forderung)|rückbuchung|zu unrecht (abgebucht|berechnet)|geld zurück|rechnung (nicht nachvollziehbar|reklamieren))',
        notIn: ['geld zurück garantie'],
        yes: ['Mir wurde doppelt abgebucht.'],
        no: ['Mir wurde nicht doppelt abgebucht.'],
      },
    ],
    fr: [
      {
        phrase:
          '(débité (deux|2) fois|débitée (deux|2) fois|facturé (deux|2) fois|prélevé (deux|2) fois|double (prélèvement|facturation|débit)|prélèvement (non autorisé|abusif|injustifié)|facture (erronée|incorrecte|fausse)|erreur de facturation|surfacturé|surfacturation|trop perçu|conteste (cette|la|ce|votre) (facture|prélèvement|montant)|toujours pas (été)? remboursé|remboursez moi)',
        evenNegated: true,
        yes: ["J'ai été débité deux fois."],
        no: ['Pouvez-vous envoyer la facture ?'],
      },
    ],
    es: [
      {
        phrase:
          '((cobrado|cobraron|cobrar|cargado|cargaron) (dos|2) veces|(cobro|cargo) (doble|indebido|duplicado|no autorizado|no reconocido|incorrecto)|doble (cobro|cargo)|me cobraron de más|factura (incorrecta|errónea|equivocada)|error en (la|mi) factura|devuelvan mi dinero|devolución de mi dinero|quiero mi dinero|contracargo|cobros indebidos)',
        notIn: ['no me (cobraron|han cobrado) (dos|2) veces'],
        yes: ['Me han cobrado dos veces.'],
        no: ['No me han cobrado dos veces.'],
      },
    ],
    pt: [
      {
        phrase:
          '((cobrado|cobrada|cobraram|debitado) (duas|2) vezes|cobrança (indevida|duplicada|errada|em dobro|não reconhecida)|cobranças indevidas|cobrado a mais|fatura (errada|incorreta)|erro na fatura|quero meu dinheiro|dinheiro de volta|contestar (a|esta|essa) (cobrança|fatura|compra))',
        yes: ['Fui cobrado duas vezes.'],
        no: ['Não fui cobrado duas vezes.'],
      },
    ],
  },
};
