/** The words of mood per language, written by hand: long by nature. In the notation of `phrase-pattern.ts`, separated by commas. */

/** What a class of words says about the customer's mood. */
export interface MoodClass {
  /** Added to the valence sum; negative = unhappy. */
  readonly valence: number;
  /** Added to the anger sum. */
  readonly anger: number;
}

/**
 * One weight per class and not per word: a list of a few hundred words can be judged by hand class by class, and weights per
 * word fitted on the little labelled data there is would learn it by heart.
 */
export const moodClasses = {
  rage: { valence: -2.6, anger: 2.6 },
  annoyed: { valence: -1.7, anger: 0.9 },
  awful: { valence: -2, anger: 0.9 },
  bad: { valence: -1.3, anger: 0.3 },
  problem: { valence: -0.45, anger: 0.05 },
  waiting: { valence: -0.9, anger: 0.35 },
  again: { valence: -0.7, anger: 0.35 },
  leaving: { valence: -1.2, anger: 0.6 },
  good: { valence: 1.2, anger: -0.5 },
  great: { valence: 2, anger: -0.9 },
  polite: { valence: 0.4, anger: -0.4 },
} as const satisfies Record<string, MoodClass>;
export type MoodClassName = keyof typeof moodClasses;

type MoodWords = Readonly<Partial<Record<MoodClassName, string>>>;

export const moodWords: Readonly<Record<string, MoodWords>> = {
  en: {
    rage: `furious, outrage, outrageous, outraged, enraged, livid, fuming, pissed (off)?, piss off, fuck, fucking, fucked, fuckin, fck, f\\*\\*k, wtf, shit, shitty, bullshit, bs, asshole, bastard, bitch, crap, crappy, damn, goddamn, damned, screw you, screw this, go to hell, idiot, idiotic, moron, stupid, dumb, liar, scam, scammer, scamming, crook, thief, thieves, fraudster, robbery, rip off, ripped off, ripoff, stfu, shame on (you|them), how dare you, disgust, disgusting, disgusted, sick of, sick and tired, fed up, had enough, enough is enough, i hate, hate (you|this|your), hateful, despise, infuriate, infuriating, infuriated, seething, mad at, so mad, angry, angrily, pathetic, disgrace, disgraceful, appalling, appalled, unbelievable, incompetent, incompetence, clown, trash, garbage, bloody, wankers, useless, joke of a, what a joke, absolute joke, are you kidding, you kidding me, kidding me, criminal, insulting, insulted, despicable, unacceptable, inexcusable, unforgivable, ridiculous, ludicrous, screwed, sucks, suck`,
    annoyed: `annoy, annoying, annoyed, irritate, irritating, irritated, frustrate, frustrating, frustrated, frustration, aggravating, upset, upsetting, unhappy, displeased, dissatisfied, dissatisfaction, disappoint, disappointing, disappointed, disappointment, let down, tired of, losing patience, lost patience, lose my patience, my patience, exasperated, absurd, nonsense, joke, poor service, rude, rudely, disrespectful, unprofessional, ignored, ignoring, ignore me, nobody cares, no one cares, dont care, don't care, doesn't care, waste of (time|money), wasted, wasting (my|our) (time|money), come on, seriously, wtf, smh, ugh, argh, grr, come on guys, do your job, get your act together, what the hell, hell, not (acceptable|happy|good enough|impressed|amused|pleased|satisfied), unprofessional, lousy, shady, misleading, lied, lying, lie to, excuses, run around, runaround, complain, complaint, fail, failure, epic fail`,
    awful: `terrible, terribly, horrible, horribly, horrific, awful, awfully, worst, atrocious, abysmal, dreadful, disaster, disastrous, nightmare, catastrophe, horrendous, unusable, worthless, hopeless, a mess, shambles, ruined, ruin, destroyed, never again, ever again, avoid at all costs, do not recommend, wouldn't recommend, would not recommend, don't buy, stay away`,
    bad: `bad, badly, poor, poorly, worse, inferior, cheap, broken, broke, fails, failed, failing, sad, sadly, unfortunately, unfair, wrong, wrongly, concern, concerned, worried, worrying, confusing, confused, inconvenient, inconvenience, stuck, stranded, lost, mistake, unreliable, unhelpful, no help, not help, didn't help, doesn't work, didn't work, not work, not working, won't work, isn't working, stopped working, (will not|won't|doesn't|does not|didn't|did not) (load|open|start|respond|connect|play|charge|print|turn on|boot|sync|let me|accept|do anything), (don't|do not|didn't|did not) (really)? like, locked up, no idea what, doesn't even, can't even, cannot even, crash, crashed, crashes, defective, faulty, damaged, disconnected, hung up, hang up, never (got|received|arrived|came|heard|showed|answered|responded|replied), nothing (works|happens|happened), no (answer|response|reply|explanation|apology|solution|resolution|communication|one answers|one is helping|one responds|one can help), nobody (answers|responds|replies|helps|can help|knows), unable to, fix (this|it) (now|asap|immediately|already), ashamed, lame, weak, boring, slow, overpriced, too expensive, nasty, dirty, missed, mislead, penalty, refuse, refused, refuses, denied, kicked, stolen, stole, overcharged, hacked, leaked, unresolved, unanswered, regret, unwilling, misery, miserable, hurts, painful, pain, sucked, mess, messed up, not (good|great|ok|okay|cool|fair|nice|right|worth)`,
    problem: `problem, issue, error, trouble, bug, delay, delayed, late, cancelled, canceled, charged (me|us)? twice, billed (me|us)? twice, double charged, overcharged, wrong (item|order|size|amount), missing, not received, haven't received, hasn't arrived, didn't arrive, didn't receive, no refund, refund, return, can't, cannot, won't let me, still no, still not, down, outage, unavailable, problems with, expired, rejected, declined, incorrect, leak, leaking, need help, please fix, nothing`,
    waiting: `still waiting, been waiting, waiting (for|since|over|on), waited, (on|holding) hold, hours, for (days|weeks|months|hours), no one has, nobody has, days ago, weeks ago, months ago, how (much )?longer, how long (do|does|will|must|is), weeks later, days later, hours later, taking forever, takes forever, forever to, since (monday|tuesday|wednesday|thursday|friday|last week|yesterday|last month), overdue, any update, any news, where is my, where's my, when will (i|my|you|this), late again, yet to, haven't heard, not heard back, no update, all day, asap, immediately, urgent, urgently, right now`,
    again: `still, again, once again, yet again, (second|third|fourth|fifth|2nd|3rd|4th|5th|nth|umpteenth) time, (two|three|four|five|several|many|multiple|2|3|4|5|6) times, repeatedly, over and over, every time, every single time, keeps (happening|failing|crashing|saying|giving|asking), keep (getting|being|asking|saying|sending|telling), each time, same (problem|issue|error|thing), i already, already (told|explained|sent|asked|contacted|called|emailed|tried), as i said, multiple (emails|calls|tickets|messages)`,
    leaving: `cancel my (account|subscription|contract|membership|plan|service), switching to, switch to, switched to, leaving you, last time i, lost (a|my) (customer|business|loyalty), taking my business, close my account, never (fly|flying|buy|buying|use|using|order|ordering|shop|book|booking|come|going|go), i'm done, done with (you|this|your), want my money back, my money back, demand, i want a refund, full refund, speak to (a|your|the) (manager|supervisor), report you`,
    good: `good, nice, helpful, pleased, happy, glad, kind, kindly, friendly, works (well|fine|great|again|now|perfectly), working (well|fine|great|now|perfectly), worked, solved, resolved, fixed, recommend, enjoy, enjoyed, fun, smooth, quick, quickly, fast, easy, reliable, satisfied, impressed, comfortable, beautiful, cool, sweet, well done, lol, haha, no problem, no worries, better, best, appreciate, appreciated, grateful, lovely, yay, congrats, congratulations, safe, fair, clear, win, interesting, cute, pretty, smile`,
    great: `great, awesome, amazing, excellent, fantastic, wonderful, perfect, perfectly, brilliant, superb, outstanding, love, loved, loves, loving, thank you so much, thanks so much, thanks a lot, many thanks, thrilled, delighted, best (service|experience|airline|company|support|team|ever), rock, rocks, impressive, incredible, beautifully, flawless, life saver, lifesaver, kudos, five stars, 5 stars, exceptional, blessed`,
    polite: `thanks, thank you, please, thx, cheers, hello, hi, could you, would you, wondering, curious, just curious, question, how do i, how can i, can i, is it possible, i would like to`,
  },
  vi: {
    rage: `phẫn nộ, tức giận, giận dữ, điên tiết, điên người, tức điên, tức chết, tức quá, bực quá, bực mình quá, cáu, khốn nạn, khốn kiếp, lừa đảo, lừa gạt, lừa dối, bọn lừa, ăn cướp, ăn cắp, móc túi, vô trách nhiệm, vô học, mất dạy, láo toét, láo, ngu, ngu dốt, đồ ngu, đồ điên, rác rưởi, như rác, chó má, chó, đéo, đếch, đm, dm, dcm, đcm, vcl, vl, vãi, clgt, cc, mẹ kiếp, mẹ nó, con mẹ nó, đồ khốn, chết tiệt, khinh bỉ, ghê tởm, tởm, không thể chấp nhận, không chấp nhận được, quá đáng, quá quắt, chịu hết nổi, hết chịu nổi, không chịu nổi, coi thường khách, khinh thường, bố láo, xàm, bịp, bịp bợm, dối trá, trơ trẽn, mặt dày, thối nát, cút`,
    annoyed: `bực mình, bực bội, bực, tức, khó chịu, thất vọng, bức xúc, phiền, phiền phức, phiền toái, ức chế, ức, nản, chán nản, chán, chán ngán, ngán, không hài lòng, chưa hài lòng, không vừa ý, mất thời gian, tốn thời gian, phí thời gian, phí tiền, tốn tiền, mất công, thiếu tôn trọng, thiếu chuyên nghiệp, không chuyên nghiệp, thiếu trách nhiệm, thái độ, thô lỗ, cộc lốc, hỗn, hời hợt, làm ăn kiểu gì, kiểu gì vậy, làm ăn như, đùa à, đùa nhau, giỡn, giỡn mặt, trò đùa, không ai trả lời, không ai quan tâm, không ai hỗ trợ, không thèm, phớt lờ, bỏ mặc, đùn đẩy, đổ lỗi, hứa lèo, hứa suông, thất hứa, nói một đằng, hứa hoài, khiếu nại, phàn nàn, mất niềm tin, mất lòng tin, mệt mỏi, hết kiên nhẫn, mất kiên nhẫn, quá mệt, mệt với, bó tay, cạn lời, thất vọng tràn trề, buồn`,
    awful: `tệ, tồi tệ, quá tệ, rất tệ, tệ hại, kinh khủng, khủng khiếp, thảm họa, tồi, dở tệ, tệ nhất, kém nhất, không bao giờ quay lại, không bao giờ mua, không bao giờ dùng, cạch mặt, cạch, một đi không trở lại, đừng mua, đừng có mua, không nên mua, tránh xa, ác mộng, phí công, vô dụng, vớ vẩn, nhảm nhí, như hạch, dởm, đểu, hàng giả, hàng nhái, hàng dởm, bốc mùi`,
    bad: `kém, dở, xấu, yếu, tồi tàn, sai, nhầm, hỏng, hư, hư hỏng, bị lỗi, lỗi, rách, vỡ, bể, móp, méo, bẩn, dơ, cũ, chất lượng kém, kém chất lượng, không tốt, không được tốt, không hay, không ổn, chưa tốt, không tốt lắm, không hoạt động, không dùng được, không sử dụng được, không vào được, không đăng nhập được, không giống, khác hình, không đúng, không như, không rõ ràng, khó hiểu, khó khăn, không giải quyết, chưa giải quyết, chưa được giải quyết, không phản hồi, không thấy (ai)? (phản hồi|trả lời|hỗ trợ), chưa phản hồi, không trả lời, không hỗ trợ, không hiệu quả, không đáng, không nhiệt tình, thiếu nhiệt tình, không hiểu, không thoải mái, nóng bức, ồn, ồn ào, nhàm chán, buồn ngủ, đắt, mắc quá, đắt quá, không cải thiện, cần cải thiện, lạc hậu, thiếu, không đủ, chưa đủ, không có, hạn chế, quá nhiều, quá ít, không phù hợp, không nên, sơ sài, rườm rà, lan man, khô khan, tiêu cực, lo lắng, đau đầu`,
    problem: `vấn đề, sự cố, trục trặc, chậm trễ, chậm, trễ, muộn, lâu, mất, bị trừ tiền, trừ tiền, trừ hai lần, tính sai, giao nhầm, giao sai, giao thiếu, giao chậm, giao trễ, chưa nhận được, không nhận được, chưa thấy, bị khóa, bị treo, lag, giật, đơ, hoàn tiền, hoàn trả, hủy đơn, bị hủy, quá tải, nghẽn`,
    waiting: `chờ, đợi, chờ mãi, đợi mãi, chờ hoài, đợi hoài, chờ lâu, đợi lâu, chờ đợi, bao giờ mới, bao lâu nữa, khi nào mới, đến khi nào, đến bao giờ, mấy ngày rồi, mấy hôm rồi, mấy tuần rồi, cả tuần, cả tháng, cả ngày, cả buổi, tuần nay, tháng nay, ngày nay, hôm nay rồi, tiếng đồng hồ, vẫn chưa, mãi chưa, mãi không, mãi mà, hoài không, mà chưa, rồi mà, rồi vẫn, gấp, ngay lập tức, trả lời đi`,
    again: `lần thứ, lần rồi, nhiều lần, bao nhiêu lần, mấy lần, hai lần, ba lần, lần nào cũng, vẫn, lại bị, lại lỗi, lại nữa, lại phải, cứ bị, toàn bị, suốt ngày, liên tục, nói đi nói lại, hoài, đã nói, đã gọi, đã báo, đã nhắn, đã liên hệ, không biết bao nhiêu`,
    leaving: `hủy dịch vụ, hủy hợp đồng, hủy tài khoản, trả lại tiền, đòi lại tiền, yêu cầu hoàn tiền, chuyển sang bên khác, bỏ dịch vụ, sẽ kiện, tố cáo, bóc phốt, đăng lên mạng, gặp quản lý, không mua nữa, không dùng nữa, không sử dụng nữa, lần cuối, tẩy chay, báo công an`,
    good: `tốt, ổn, hay, đẹp, hài lòng, vui, vui vẻ, thích, ưng, ưng ý, nhiệt tình, thân thiện, dễ chịu, dễ hiểu, nhanh, nhanh chóng, tiện, tiện lợi, đúng hẹn, chu đáo, tận tình, tận tâm, hữu ích, bổ ích, rõ ràng, chất lượng, ủng hộ, sẽ quay lại, đáng mua, đáng tiền, thoải mái, hợp lý, đầy đủ, sinh động, thú vị, hỗ trợ tốt, đã giải quyết, ok, oke, okie, yên tâm, tin tưởng, dễ thương, ngon, xịn, đa dạng, hiện đại, cuốn hút, nhiệt huyết, gần gũi, vui tính, chi tiết, kỹ càng, logic, thực tế`,
    great: `tuyệt vời, tuyệt, rất tốt, rất hay, rất hài lòng, quá tốt, xuất sắc, hoàn hảo, cực kỳ hài lòng, rất thích, quá đẹp, rất đẹp, yêu, yêu thích, mười điểm, 10 điểm, 5 sao, năm sao, rất vui, cảm ơn rất nhiều, rất nhiệt tình, rất tận tình, siêu nhanh, siêu đẹp, đỉnh`,
    polite: `cảm ơn, cám ơn, xin chào, chào shop, chào bạn, làm ơn, vui lòng, cho hỏi, cho mình hỏi, cho em hỏi, giúp mình, nhờ, ạ, nhé, dạ`,
  },
  de: {
    rage: `wütend, stinksauer, sauer, verärgert, scheiß, scheiße, scheiss, scheisse, verdammt, unverschämt, unverschämtheit, frechheit, dreist, betrug, betrüger, abzocke, abzocker, verarscht, verarsche, idiot, dumm, lächerlich, unfassbar, unglaublich, eine zumutung, zumutung, skandal, schnauze voll, die nase voll, mir reicht es, es reicht, jetzt reicht, unerhört, arschloch, lügner, saftladen, sauladen, drecksladen, kotzt mich an, zum kotzen, inakzeptabel, nicht akzeptabel, inkompetent, schande, hassen`,
    annoyed: `genervt, nervt, nervig, ärgerlich, ärgern, ärgert mich, frustriert, frustrierend, enttäuscht, enttäuschend, enttäuschung, unzufrieden, geduld am ende, geduld, unfreundlich, unprofessionell, ignoriert, zeitverschwendung, niemand antwortet, keiner antwortet, keine lust mehr, beschwerde, beschweren, peinlich, ein witz, schlechter witz, empört, hingehalten, vertröstet`,
    awful: `schrecklich, furchtbar, katastrophe, katastrophal, miserabel, grauenhaft, grottenschlecht, unterirdisch, schlimmste, schlechteste, nie wieder, finger weg, nicht empfehlen, albtraum, unbrauchbar, nutzlos, unmöglich, horror`,
    bad: `schlecht, kaputt, defekt, falsch, leider, mangelhaft, schlimm, traurig, (funktioniert|geht|klappt) (leider|immer noch|noch immer|überhaupt|gar|bei mir)? (überhaupt|gar)? nicht, keine antwort, keine reaktion, keine rückmeldung, keine hilfe, abgestürzt, stürzt ab, beschädigt, teuer, verloren, sorge`,
    problem: `problem, fehler, verspätet, verspätung, verzögerung, nicht erhalten, nicht angekommen, fehlt, doppelt abgebucht, rückerstattung, störung, ausfall, storniert, gesperrt`,
    waiting: `warte, warten, wartezeit, seit (tagen|wochen|monaten|stunden), seit (einer|zwei|drei|vier|2|3|4) (woche|wochen|tagen|monaten), wie lange noch, wann endlich, endlich, dringend, sofort, umgehend, immer noch (nicht|kein|keine)`,
    again: `schon wieder, immer noch, wieder, zum (zweiten|dritten|vierten|fünften|wiederholten) mal, mehrfach, mehrmals, ständig, jedes mal, erneut, bereits mehrfach, immer wieder`,
    leaving: `kündigen, kündigung, kündige, geld zurück, wechsle, vorgesetzten, verbraucherzentrale`,
    good: `gut, nett, freundlich, zufrieden, hilfreich, schnell, funktioniert (wieder|jetzt|gut|einwandfrei), gelöst, freut mich, schön, empfehlen, einfach, angenehm`,
    great: `super, toll, großartig, ausgezeichnet, perfekt, hervorragend, wunderbar, klasse, spitze, begeistert, vielen dank, herzlichen dank, sehr gut, sehr zufrieden`,
    polite: `danke, bitte, hallo, guten tag, könnten sie, frage`,
  },
  fr: {
    rage: `furieux, furieuse, en colère, colère, merde, putain, honteux, honteuse, honte, scandaleux, scandale, arnaque, arnaqueur, escroc, escroquerie, voleur, menteur, inadmissible, inacceptable, intolérable, ridicule, idiot, incompétent, ras le bol, marre, j'en ai assez, foutage de gueule, vous moquez de, se moque de, moquez, dégoûté, dégueulasse, lamentable, c'est abusé, insultant, révoltant`,
    annoyed: `énervé, énervant, agacé, agaçant, frustré, frustrant, frustrée, déçu, déçue, décevant, déception, mécontent, mécontente, insatisfait, insatisfaite, impoli, désagréable, perte de temps, ignoré, personne ne répond, plainte, réclamation, patience, pas sérieux, n'importe quoi, exaspéré`,
    awful: `horrible, affreux, terrible, catastrophe, catastrophique, pire, nul, nulle, désastre, désastreux, à fuir, à éviter, plus jamais, jamais plus, inutilisable, cauchemar, déplorable`,
    bad: `mauvais, mauvaise, cassé, défectueux, malheureusement, faux, triste, ne (marche|fonctionne) (pas|plus), aucune (réponse|aide|solution|nouvelle), sans réponse, sans nouvelles, pas de réponse, bloqué, endommagé, trop cher, perdu, inquiet, inquiète`,
    problem: `problème, erreur, retard, panne, pas reçu, toujours pas reçu, manquant, débité deux fois, remboursement, annulé, incident`,
    waiting: `attends, attendre, attente, depuis (des|plusieurs|deux|trois|quatre|une|2|3|4) (jours|semaines|semaine|mois|heures), toujours pas, encore combien, urgent, immédiatement, au plus vite, toujours rien`,
    again: `encore une fois, toujours, à nouveau, de nouveau, (deuxième|troisième|quatrième|énième|2e|3e|2ème|3ème) fois, plusieurs fois, à chaque fois, sans cesse, déjà`,
    leaving: `résilier, résiliation, me faire rembourser, rembourser`,
    good: `bon, bonne, bien, content, contente, satisfait, satisfaite, gentil, aimable, rapide, utile, résolu, agréable, recommande, facile`,
    great: `super, génial, excellent, parfait, parfaite, merveilleux, formidable, merci beaucoup, très bien, très satisfait, magnifique, ravi, ravie, top`,
    polite: `merci, bonjour, svp, s'il vous plaît, pourriez-vous, question`,
  },
  es: {
    rage: `furioso, furiosa, indignado, indignada, indignante, enojado, enojada, enfadado, mierda, carajo, puta, joder, vergüenza, vergonzoso, estafa, estafador, ladrón, ladrones, robo, mentiroso, inaceptable, intolerable, ridículo, idiota, incompetente, harto, harta, hasta las narices, tomadura de pelo, basura, una burla, burla, asco, asqueroso, fraude, inadmisible, sinvergüenza`,
    annoyed: `molesto, molesta, frustrado, frustrada, frustrante, decepcionado, decepcionada, decepcionante, decepción, insatisfecho, insatisfecha, grosero, maleducado, pérdida de tiempo, nadie (responde|contesta|ayuda|me ayuda), queja, quejar, reclamo, reclamación, paciencia, poco profesional, falta de respeto, cansado de, cansada de`,
    awful: `terrible, horrible, pésimo, pésima, peor, fatal, desastre, nefasto, nunca más, no recomiendo, no lo recomiendo, inútil, pesadilla, deplorable, malísimo`,
    bad: `malo, mala, mal, roto, rota, dañado, defectuoso, lamentablemente, triste, no funciona, no sirve, sin (respuesta|solución), ninguna (respuesta|solución|ayuda), bloqueado, demasiado caro, perdido, preocupado`,
    problem: `problema, error, retraso, demora, fallo, falla, no (he )?recibido, no ha llegado, no llegó, falta, cobrado dos veces, reembolso, cancelado, caído`,
    waiting: `esperando, espero, esperar, desde hace (días|semanas|meses|una semana|dos semanas|horas), hace (días|semanas|meses), hasta cuándo, cuánto tiempo más, urgente, inmediatamente, de inmediato, todavía no, aún no, sigo sin`,
    again: `otra vez, de nuevo, nuevamente, todavía, aún, (segunda|tercera|cuarta|enésima) vez, varias veces, muchas veces, cada vez, siempre lo mismo, sigue sin`,
    leaving: `darme de baja, cancelar mi, devuelvan mi dinero, devolver mi dinero, mi dinero de vuelta, hablar con (un|su|el) (supervisor|gerente|encargado)`,
    good: `bueno, buena, bien, contento, contenta, satisfecho, satisfecha, amable, rápido, rápida, útil, resuelto, recomiendo, fácil, feliz`,
    great: `excelente, genial, perfecto, perfecta, maravilloso, increíble, fantástico, muchas gracias, muy bien, muy bueno, encantado, encantada, estupendo`,
    polite: `gracias, hola, por favor, podrían, pregunta, buenos días`,
  },
  pt: {
    rage: `furioso, furiosa, indignado, indignada, raiva, merda, porra, caralho, vergonha, vergonhoso, golpe, golpistas, ladrão, ladrões, roubo, mentiroso, mentira, inaceitável, intolerável, ridículo, idiota, incompetente, palhaçada, cansei, de saco cheio, lixo, absurdo, um absurdo, descaso, falta de respeito, desrespeito, fraude, nojo, inadmissível, enganado, enganada, estelionato`,
    annoyed: `irritado, irritada, irritante, chateado, chateada, frustrado, frustrada, frustrante, decepcionado, decepcionada, decepcionante, decepção, insatisfeito, insatisfeita, grosseiro, mal educado, perda de tempo, ninguém (responde|resolve|ajuda|atende), reclamação, reclamar, paciência, cansado de, cansada de, desapontado`,
    awful: `terrível, horrível, péssimo, péssima, pior, desastre, nunca mais, não recomendo, inútil, pesadelo, lamentável, deplorável`,
    bad: `ruim, mal, mau, má, quebrado, quebrada, defeito, defeituoso, infelizmente, triste, não funciona, não consigo, sem (resposta|solução|retorno), nenhuma (resposta|solução|ajuda), bloqueado, bloqueada, caro demais, perdi, preocupado`,
    problem: `problema, erro, atraso, atrasado, falha, não recebi, não chegou, falta, cobrado duas vezes, cobrança indevida, reembolso, estorno, cancelado, fora do ar`,
    waiting: `esperando, aguardando, espero, há (dias|semanas|meses|horas|duas semanas|uma semana), faz (dias|semanas|meses), até quando, quanto tempo, urgente, imediatamente, ainda não, até agora nada, até agora`,
    again: `outra vez, de novo, novamente, ainda, (segunda|terceira|quarta|enésima) vez, várias vezes, muitas vezes, toda vez, sempre a mesma, já`,
    leaving: `cancelar (minha|meu|a|o), quero meu dinheiro, dinheiro de volta, procon, reclame aqui, falar com (o|um|seu) (gerente|supervisor)`,
    good: `bom, boa, bem, contente, satisfeito, satisfeita, gentil, atencioso, rápido, rápida, útil, resolvido, recomendo, fácil, feliz`,
    great: `ótimo, ótima, excelente, perfeito, perfeita, maravilhoso, incrível, fantástico, muito obrigado, muito obrigada, muito bom, adorei, amei, parabéns`,
    polite: `obrigado, obrigada, olá, por favor, poderiam, pergunta, bom dia`,
  },
};

/** Single words of Vietnamese typed without diacritics; longer phrases are folded from the list above. */
export const bareVietnamese: MoodWords = {
  rage: 'dm, dcm, vcl, clgt, deo, lua dao, khon nan, mat day',
  annoyed: 'buc, tuc, chan, nan qua',
  awful: 'te, te qua, qua te',
  bad: 'kem, hong, loi',
  waiting: 'cho lau, doi lau, cho mai, doi mai',
  good: 'tot, on, dep, hai long',
  polite: 'cam on',
};
