/** Complaints offices, regulators and the laws they enforce. */
import type { PhraseList } from '../../policy/schema.ts';

/** Offices whose name in a complaint is a threat; part of the legal threats as well. */
export const complaintOffices: PhraseList['entries'] = {
  en: [
    {
      phrase: '(bbb|better business bureau)',
      notIn: [
        'bbb (rating|file|png|pdf|jpg|profile|logo|code|gun|bond|bonds|accreditation|accredited)',
        '(file|folder|class|code|named|called|error|model|product|sku|rated|variable|string) bbb',
        '(aaa|aa) (bbb|and bbb|or bbb)',
        'aaa, bbb',
        'bbb ccc',
        'bbb, ccc',
        'a bbb',
        '(work|works|working|worked|volunteer) (for|at|with) (the)? (bbb|better business bureau)',
      ],
      yes: ['I will report you to the BBB.', 'BBB complaint is next', 'A complaint to the Better Business Bureau is on its way'],
      no: [
        'Please open the file BBB.',
        'Our BBB rating widget does not load.',
        'I will not report this to the BBB.',
        'Columns AAA, BBB, CCC are empty.',
      ],
    },
  ],
};

export const regulatory: PhraseList = {
  name: { en: 'Regulatory', vi: 'Cơ quan quản lý' },
  entries: {
    en: [
      ...(complaintOffices.en ?? []),
      {
        phrase:
          '(ftc|federal trade commission|cfpb|consumer financial protection bureau|consumer protection|consumer affairs|trading standards|citizens advice|ombudsman|financial conduct authority|attorney general|consumer rights|data protection authority|data protection commission|information commissioner|regulator|regulators|gdpr complaint|hipaa violation|gdpr violation|gdpr breach|privacy complaint|fcc complaint|sec complaint|department of transportation|dot complaint|chargeback with my bank)',
        inflect: true,
        notIn: [
          '(voltage|pressure|water|gas|window|flow|speed) (regulator|regulators)',
          '(regulator|regulators) (valve|app|portal|report|reports|reporting template)',
        ],
        yes: ['I will file a complaint with the FTC.', 'The ombudsman will hear from me.', 'We report this to the regulator.'],
        no: ['The voltage regulator is broken.', 'I will not go to the ombudsman.'],
      },
      {
        phrase:
          '(report|reporting|complain|complaining|complaint|complaints) (you|this|your company|it)? (to|with|about you to) (the)? (authorities|government|police|consumer|regulator|regulators|watchdog|ico|fca|dpa|fcc|sec|state|cma)',
        yes: ['I will report this to the authorities.'],
        no: ["I won't report this to the police."],
      },
    ],
    vi: [
      {
        phrase:
          '(cục quản lý cạnh tranh|bảo vệ người tiêu dùng|hội bảo vệ người tiêu dùng|quản lý thị trường|sở công thương|bộ công thương|thanh tra|ngân hàng nhà nước|sở thông tin|cơ quan chức năng|cơ quan quản lý|vi phạm nghị định|vi phạm pháp luật|luật bảo vệ)',
        foldDiacritics: true,
        yes: ['Tôi sẽ gửi đơn lên cục Quản lý cạnh tranh.', 'Mình sẽ báo cơ quan chức năng.'],
        no: ['Tôi không muốn báo cơ quan chức năng.'],
      },
    ],
    de: [
      {
        phrase:
          '(verbraucherzentrale|verbraucherschutz|bundesnetzagentur|bafin|datenschutzbehörde|datenschutzbeauftragte|aufsichtsbehörde|ombudsstelle|ombudsmann|schlichtungsstelle|dsgvo verstoß|verstoß gegen die dsgvo|stiftung warentest)',
        inflect: true,
        yes: ['Ich melde das der Verbraucherzentrale.'],
        no: ['Ich melde das nicht der Verbraucherzentrale.'],
      },
    ],
    fr: [
      {
        phrase:
          '(dgccrf|cnil|répression des fraudes|ufc que choisir|60 millions de consommateurs|médiateur|signalconso|association de consommateurs|défense des consommateurs)',
        yes: ['Je vais saisir la DGCCRF.'],
        no: ['Je ne vais pas saisir la CNIL.'],
      },
    ],
    es: [
      {
        phrase:
          '(profeco|facua|ocu|defensa del consumidor|oficina del consumidor|hoja de reclamaciones|hojas de reclamación|agencia de protección de datos|aepd|consumo|condusef|indecopi|sernac)',
        notIn: ['(mi|el|de|alto|bajo|su|del) consumo', 'consumo (de|del|eléctrico|mensual|diario|total|medio)'],
        yes: ['Voy a denunciarlo ante PROFECO.', 'Quiero la hoja de reclamaciones.'],
        no: ['El consumo de datos es alto.', 'No voy a ir a PROFECO.'],
      },
    ],
    pt: [
      {
        phrase:
          '(procon|reclame aqui|consumidor gov|anatel|banco central|anac|defesa do consumidor|código do consumidor|asae|livro de reclamações|deco|lgpd)',
        yes: ['Vou abrir reclamação no Procon.'],
        no: ['Não vou ao Procon.'],
      },
    ],
  },
};
