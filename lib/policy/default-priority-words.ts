/** Words of helpdesks for each default priority, most languages they ship in. Compared folded: case, accents and spaces do not matter. */
export const priorityWords = {
  critical:
    'Critical|very high|Immediate|Blocker|P1|Highest|Showstopper|rất cao|Kritisch|sehr hoch|Sofort|Critique|très important|Immédiat|Crítica|muy alta|Inmediata|Muito Alto|Imediata|imediato|Crítico|最高|今すぐ|即時|最優先|非常高|立刻|非常紧急|严重|즉시|매우 높음|molto alta|Immediata|zeer hoog|Onmiddellijk|bardzo wysoki|Natychmiastowy|krytyczny|çok yüksek|Derhal|Kritik|очень высокая|Немедленный|неотложный|Критический|Критичный|sangat tinggi|Segera|สูงมาก|ด่วนมาก|Urgent|Khẩn cấp|Cấp bách|Dringend|Urgente|緊急|紧急|긴급|Pilny|Pilne|Acil|Экстренный|Срочный|Mendesak|เร่งด่วน|P0|Priority 1|Prio 1|S1|Sev 1|Severity 1|Sev1|Emergency|Extreme|Asap|Major Incident|Ưu tiên 1|Rất khẩn cấp|Khẩn|Notfall|Urgence'.split(
      '|',
    ),
  high: 'High|P2|Major|Cao|Hoch|Élevé|Haut|Élevée|Haute|Alta|Alto|高|高め|높음|Hoog|Wysoki|Yüksek|Высокий|высокая|Tinggi|สูง|ระดับ สูง|Priority 2|Prio 2|S2|Sev 2|Severity 2|Sev2|Important|Wichtig|Importante|Quan trọng|Ưu tiên 2'.split(
    '|',
  ),
  medium:
    'Normal|Medium|Moderate|P3|Bình thường|Trung bình|Mittel|Moyenne|Normale|Media|中|普通|通常|正常|一般|보통|정상|Normaal|Gemiddeld|Normalny|Średni|Orta|Нормальный|нормальная|Средняя|обычный|Средний|Sedang|ปกติ|ระดับ ปกติ|Priority 3|Prio 3|S3|Sev 3|Severity 3|Sev3|Standard|Average|Medio|Moyen|Vừa|Ưu tiên 3'.split(
      '|',
    ),
  low: 'Low|P4|Minor|Thấp|Niedrig|Faible|Basse|bas|Baja|Baixa|Baixo|低|低め|낮음|Bassa|Basso|Laag|niski|Düşük|Низкий|низкая|Rendah|ต่ำ|ระดับ ต่ำ|very low|Planning|P5|Lowest|Trivial|Rất thấp|sehr niedrig|très bas|Très faible|muy baja|Muito Baixo|最低|非常低|很低|매우 낮음|molto bassa|zeer laag|bardzo niski|çok düşük|очень низкая|Очень низкий|sangat rendah|ต่ำมาก|Priority 4|Prio 4|S4|Sev 4|Severity 4|Sev4|Routine|Niedrigste|Bajo|Ưu tiên 4'.split(
    '|',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>;
