/**
 * Words that helpdesks print, in English, Vietnamese, German, French, Spanish, Portuguese, Japanese, Chinese, Korean, Italian,
 * Dutch, Polish, Turkish, Russian, Indonesian and Thai: facts collected from their public translation files. Folded as
 * `foldLabel` folds, so that looking one up is a map access. Words with letters beyond ASCII are in a part of their own, taken when
 * a text with such letters is looked up. Data, so its lines are long.
 */
import { part } from '../parts.ts';
import type { StatusKind } from '../ticket.ts';

/** What a label can stand for. `other`: known to be none of our fields, and not a custom field of the ticket either. `detail`: what the ticket is
 * about, which is a custom field wherever the page shows it among the ticket's fields. */
export type LabelMeaning =
  | 'id'
  | 'subject'
  | 'status'
  | 'priority'
  | 'severity'
  | 'urgency'
  | 'impact'
  | 'requester'
  | 'author'
  | 'assignee'
  | 'group'
  | 'createdAt'
  | 'updatedAt'
  | 'dueAt'
  | 'resolvedAt'
  | 'slaFirst'
  | 'slaNext'
  | 'slaResolution'
  | 'sla'
  | 'organization'
  | 'tags'
  | 'customerTier'
  | 'other'
  | 'detail'
  | 'email'
  | 'description';

/** Lists of words, separated by `|`. */
export interface LabelLists {
  readonly meanings: Readonly<Partial<Record<LabelMeaning, string>>>;
  readonly statuses: Readonly<Partial<Record<StatusKind, string>>>;
  readonly internal: string;
  readonly priorities: string;
  readonly empties: string;
  readonly notes: string;
}

const words: LabelLists['meanings'] = {
  id: 'identifiant|identificador|identificatore|kennung|id|ticket id|ticket hash|ticket uuid|ticket number|ticket no|ticket no.|ticket #|ticket|case number|case id|case no|case|incident number|issue key|key|request id|number|reference|ref|reference number|ticket-nr.|ticketnummer|ticket-nummer|vorgangsnummer|nummer|n° de ticket|numero ticket|numero|ticketnr|ticketnr.|numer|talep no|nomor tiket|broj|numara',
  subject:
    'subject|title|summary|summary of the problem|short description|betreff|titel|thema|zusammenfassung|zusammenfassung des problems|sujet|titre|objet|asunto|resumen|resumen del problema|assunto|titulo|resumo|resumo do problema|oggetto|titolo|soggetto|riassunto|riassunto del problema|onderwerp|samenvatting|temat|konu|perihal|subyek|judul|subjek|emne|aihe|subiect|predmet|tema|temats|teema|gaia|assumpte|otsikko|naslov|pavadinimas|zadeva',
  status:
    'status|state|statut|etat|estado|estatus|andamento|stato|stan|durum|kondisi|ticket status|current status|statut du ticket|ticketstatus|status tiket|case status|stav|tila|stare|estat|statuss|olek|egoera',
  priority:
    'priority|prioridad|prioridade|prioriteit|priorytet|prioritas|ticket priority|prio|wichtigkeit|priority level|prioritet|prioritas tiket|priorita|prioriteetti|prioritate|prioritat|prioriteta|prioritetas|prioriteet|lehentasuna|forgangur',
  severity: 'severity|schweregrad|gravedad|gravidade',
  urgency: 'urgency|dringlichkeit|urgence|urgencia|urgenza|urgentie',
  impact: 'impact|auswirkung|impacto|impatto',
  requester:
    'customer|customer user|raised by|requester|reporter|caller|submitter e-mail|submitter|opened by|contact name|kunde|kundenbenutzer|absender|anfragender|melder|e-mail-adresse des erstellers|auftraggeber|demandeur|utilisateur client|rapporteur|demandeurs|solicitante|remitente|informador|reportado por|e-mail del solicitante|solicitantes|remetente|contatos|relator|enviado pelo e-mail|requisitantes|requisitante|richiedente|utenza clienti|mittente|segnalata da|chiamante|e-mail autore|richiedenti|klant|aanvrager|afzender|aanmelder|aanvragers|nazwa klienta|nadawca|klient|talep eden|bildiren|pelanggan|kontak|pemohon|pengguna pelanggan|pengirim|requestor|requestors|requesters|requester name|requested by|requested for|customer name|client name|from|end user|end-user|reported by|submitted by|created by|erstellt von|kundenname|gemeldet von|anforderer|demandeur(s)|solicitado por|creado por|criado por|aperto da|creato da|aangemaakt door|requester email|customer email|client|cliente|sol·licitants|sol·licitant|rekvirenter|rekvirent|eskatzaileak|eskatzailea|tilaajat|tilaaja|prijavitelji|prijavitelj|spyrjendur|spyrjandi|innmelder|innmeldar|requerentes|requerente|pobudniki|pobudnik|contact person|primary contact|caller name',
  author:
    'author|autor|auteur|autore|sender|ersteller|creador|creatore|pembuat|contact|kontakt|contacto|contato|contatto|user|utilisateur|usuario|benutzer|utente|gebruiker|pengguna|forfatter|avtor|pengarang|autorius|autors|egilea',
  assignee:
    'assigned to|assignee|agent|owner|responsible|assigned agent|assignee name|case owner|zugewiesen an|besitzer|verantwortlicher|zugewiesen zu|beauftragter|zugewiesener agent|bearbeiter name|bearbeitung durch|zugewiesen|bearbeiter|mitarbeiter|responsable|nom du responsable|intervenant|asignado a|propietario|asignado|agente|agente asignado|nombre asignado|asignada a|analista|persona asignada|atribuido a|dono|assegnatario|assegnato a|proprietario|responsabile|agente assegnato|assegnata a|operatore|incaricato|toegewezene|toegewezen aan|eigenaar|verantwoordelijke|toegewezen naam|odpowiedzialny|przypisany do|przypisano do|przypisany|przypisany agent|przypisana do|przydzielono do|przypisane do|atanan|sahip|temsilci|sorumlu|atanan temsilci|sahibi|pemilik|tanggung jawab|ditugaskan kepada|penerima tugas|agen ditugaskan|ditugaskan ke|orang yang ditugaskan|assigned|assigned staff|assigned user|assigned technician|technician|handler|handled by|assigned_to|bearbeiter/in|technicien|assignee(s)|assignees|asignado(a) a|tilldelad till|tildelt til|nimetty|atribuit|assignat a|dodeljen|paskirtas|tegeleja|esleituta|propietari|ejer|omanik|jabea|djelatnik|tulajdonos|eigandi|atsakingas|eier|eigar|lastnik|dodijeljeno|assigned engineer|support engineer|engineer|case manager|ticket owner|issue owner|request owner|owned by',
  group:
    'team|queue|group|agent group|department|assigned team|team name|mailbox|inbox|assignment group|gruppe|zugewiesenes team|teamname|postfach|warteschlange|posteingang|bereich|file|groupe|equipe|cola|grupo|equipo|equipo asignado|nombre del equipo|bandeja de entrada|fila|nossa equipe|nome do time|caixa de correio|time|caixa de entrada|coda|gruppo|squadra|team assegnato|nome del team|casella postale|casella in arrivo|wachtrij|groep|toegewezen team|team naam|kolejka|grupa|skrzynka pocztowa|kuyruk|grup|posta kutusu|birim|tim ditugaskan|nama tim|antrian|support group|support team|assigned group|assigned to group|gruppe/warteschlange|abteilung|departamento|dipartimento|afdeling|departman|departemen|service desk|cua|fronta|ilara|jono|sor|resolver group|support queue|helpdesk team',
  createdAt:
    "created|created at|created on|created date|date created|date submitted|erstellt|erstellt am|erstellungsdatum|angelegt|meldungsdatum|date de soumission|creado|creado el|creado en|criado em|criado|data de envio|data de abertura|creato|creato il|data creazione|inserita il|creato a|data di creazione|creato alle|aanmaakdatum|aangemaakt op|aangemaakt|datum waarop gemaakt|aangemeld op|gemaakt op|data utworzenia|utworzono|utworzone|zarejestrowane|dibuat|tanggal dibuat|dibuat pada|tanggal pembuatan|sudah dibuat|create date|creation date|created time|opened|opened at|opened on|open date|opening date|date opened|submitted|submitted on|reported|reported on|reported date|date reported|received|erstellt um|eingegangen|date d'ouverture|abierto el|fecha de apertura|apertura|aperto il|data di apertura|geopend|geopend op|otwarto|data otwarcia|tanggal dibuka|oprettet|opprettet|skapad|luotu|added|raised|adicionado|aggiunto|toegevoegd|dodane|eklendi|tillagd|lagt til|afegit|dodal|ditambahkan|pievienojis|lisatud|engadido|creat la|creat|ustvarjen|sukurta|izveidots|loodud|sortuta|napravljeno|pateiktas|oppretta|ustvarjeno|napravljen|date raised|logged|logged on|date logged|raised on",
  updatedAt:
    'modified|last updated|updated at|changed|last changed|last modified|date updated|updated date|last activity|updated|last update|zuletzt aktualisiert|aktualisiert am|aktualisierungsdatum|aktualisiert|letzte aktualisierung|letztes update|bearbeitet|date de modification|modificado|actualizado|actualizado en|actualizado el|actualizado por ultima vez|atualizado em|alterado|alterado em|ultimaatualizacao|ultimo aggiornamento|modificato|data aggiornamento|aggiornato|data di modifica|aggiornato il|aggiornato alle|ultima modifica|ultimamodifica|gewijzigd|datum waarop bijgewerkt|datum bijgewerkt|laatste activiteit|laatst gewijzigd op|gewijzigd op|laatste update|wijzigingsdatum|laatst bijgewerkt|data modyfikacji|zmienione|data aktualizacji|ostatnio zaktualizowano|zmodyfikowano|ostatnia aktualizacja|ostaktualiz|son aktivite|diubah|tanggal diperbarui|aktivitas terakhir|diperbarui|tanggal modifikasi|pembaharuan terakhir|modification date|last modification|last modified on|update date|updated on|last updated on|letzte aktualisierung am|bijgewerkt|uppdaterad|oppdatert|actualizat la|actualitzat|posodobljeno|atnaujintas(a)|atjaunots|uuendatud|eguneratuta|sidst opdateret|opdateret|viimati uuendatud|azkenekoz eguneratua|sudah diperbaharui|paskutinis atnaujinimas|pakeista|sist oppdatert|ververst|zaktualizowane|atualizado|nazadnje posodobljeno|senast uppdaterad|promijenjen|last edited|last modified date|last change',
  dueAt:
    'due date|due on|due|due at|due by|due time|resolve by|resolution due|resolution by|abgabedatum|a terminar|fecha de vencimiento|vencimiento|data prevista|data limite|vencimento|data de vencimento|scadenza|data di scadenza|verwachte einddatum|plandatum|vervaldatum|vervaldag|deadline|termin realizacji|data oddania|termin|vade|son tarih|harus selesai|batas tanggal terakhir|batas waktu|forfaldsdato|forfall|fecha fin|data fim estimada|frist|data de venciment|do datuma|data de fim|data fin|amaiera data|venciment|forfalden|mugaeguna|skiladagur|galutinis terminas|forfallsdato|prazo|zadnji rok|sla due|sla due date|sla deadline|target date|resolution target|resolution due by|expected resolution|fix by date|fix by',
  resolvedAt:
    "resolved|resolved at|resolved on|resolution date|date resolved|closed|closed at|closed on|closed date|close date|date closed|completed|completed at|geschlossen am|geschlossen|abgeschlossen am|erledigt am|clos le|resuelto el|cerrado el|cerrado|fecha de cierre|resolvido em|fechado em|data de fechamento|risolto il|chiuso il|opgelost op|gesloten op|gesloten|tancat|s'ha resolt|lukket|resuelto|suletud|lahendatud|itxita|amaituta|suljettu|ratkaistu|zatvoreno|megoldva|ditutup|sudah diselesaikan|leyst|chiuso|risolto|opgelost|lukka|fechado|resolvido|rezolvat|zaprto",
  slaFirst:
    'first response time|first reply|first response due|time to first response|first response|response by|reaktionszeit|erste antwort|tiempo para primera respuesta|prazo de resposta inicial|tempo iniziale per risposta|eerste reactie|waktu respon yang pertama|tto|tto deadline|tto-deadline|time to own',
  slaNext: 'next reply|next response|next reply due',
  slaResolution:
    'solution time|resolution time|time to resolution|ttr deadline|ttr-deadline|time to resolve|tempo per soluzione|oplossingstijd|solusi waktu',
  sla: 'sla|service level agreement|escalation|pending till|waiting since|service-level-vereinbarung|eskalation|warten bis|wartet seit|contrat de niveau de support|en attente jusque|contrat de niveau de service|en attente depuis|acuerdo de nivel de servicio|escalada|pendiente hasta|ans|esperando desde|accordo sul livello di servizio|in attesa fino a|in attesa da|escalatie|in de wacht tot|wacht sinds|verwacht|eskalacja|oczekuje do|oczekuje od|perjanjian tingkat layanan|eskalasi|ditunda hingga|persetujuan tingkat layanan|sla plan',
  organization:
    'company|organization|account|account name|customer organization|unternehmen|organisation|entreprise|empresa|azienda|organizzazione|bedrijf|organisatie|organizacja|firma|organizasyon birimi|organizasyon|perusahaan|organisasi|company name|organization name|account company|entity|firmenname|customer company|client company',
  tags: 'tags|tag|labels|conversation labels|konversationslabels|schlagworte|schlagwort|balises|etiquetas|etiqueta|etiquetas da conversa|marcadores|etichette|etichette conversazione|labels voor gesprekken|labelen|tagi|etykiety konwersacji|etykiety|znaczniki|etiketler|etiket|label percakapan|label',
  customerTier:
    'vip|tier|customer tier|account tier|support level|support plan|plan|segment|service level|customer type|account type|kundenstufe|kundenklasse|supportstufe|tarif|kundensegment|niveau client|niveau de support|forfait|segment client|nivel de cliente|nivel de soporte|segmento|plano|livello cliente|livello di supporto|piano|klantniveau|ondersteuningsniveau|abonnement|poziom klienta|poziom wsparcia|destek seviyesi|tingkat pelanggan|tingkat dukungan|paket|segmen',
  email:
    'e-mail|email|e-mail address|email address|mail|e-mail-adresse|mail-adresse|courriel|adresse e-mail|adresse mail|correo|indirizzo e-mail|e-mailadres|adres e-mail|e-posta|surel|e-post-adresse|e-posti aadress|helbide elektronikoa|adresse de courriel|email adresa|netfang|indirizzo di posta elettronica|e-pasta adrese|e-postadresse|e-mail adres|adres email|e-postadress|contact email',
  detail:
    'type|category|kategorie|categoria|categorie|kategoria|kategori|project|projekt|projet|proyecto|projeto|product|component|help topic|tracker|luokka|kategooria',
  other:
    'hardware|platform|version|browser|source|channel|cc|bcc|admincc|to|reply to|reply-to|time worked|time spent|time left|time estimated|starts|started|start date|last contact|last reply|last message|last response|reminders|attachments|files|links|depends on|depended on by|parents|children|refers to|referred to by|related|related issues|subtasks|watchers|followers|participants|collaborators|observers|history|activity|comment|comments|message|messages|reply|new reminder|ip address|ip|phone|language|time zone|timezone|local time|password|search|notes|via|show|sort|sort by|order by|filter|view|views|actions|action|edit|estimated time|spent time|% done|progress|last updated by|updated by|modified by|changed by|signature|template|macro|format|size|date|name|mobile|website|address|role|tickets|all tickets|active tickets|inactive tickets|votes|duplicates|blocks|blocked|see also|url|crm|keywords|whiteboard|flags|target milestone|qa contact|assigned teams|reported in|user agent|page|pages|rows|per page|upload|choose file|loading|help|menu|options|settings|profile|logged in as|signed in as|welcome|current password|new password|confirm password|customer id|kundennummer|id client|id del cliente|id do cliente|id cliente|klantcode|identyfikator klienta|id pelanggan|nombre|nom|vorname|nachname|first name|last name|full name|nome|sobrenome|cognome|apellido|apellidos|naam|voornaam|achternaam|nazwisko|ad|soyad|nama|telefon|telefone|telefono|telefoon|age|alter|edad|idade|leeftijd|wiek|startdatum|estimerad tid|spenderad tid|estimert tid|brukt tid|overordnet sak|arvioitu aika|kohdeversio|realizat (%)|timp estimat|timp alocat|temps previst|temps invertit|tasca pare|ciljna verzija|nadrejena naloga|beginn|aufgewendete zeit|zielversion|version cible|tempo estimado|tempo gasto|tarefa principal|inizio|tempo stimato|tempo impiegato|versione prevista|geschatte tijd|gespendeerde tijd|versie|hoofdissue|szacowany czas|przepracowany czas|wersja docelowa|kalan zaman|harcanan zaman|perkiraan waktu|waktu terpakai|versi target|dirbtas laikas|eeldatav ajakulu|kulutatud aeg|sihtversioon|data de inicio|tempo dedicado|tarefa superior|hasiera|egindako %|estimatutako denbora|igarotako denbora|helburuko bertsioa|zeregin gurasoa|iniciat|temps treballat|treballat|aproximat|esquerra|odkazuje na|potomci|skupiny|starter|startet|sidste kontakt|tid brugt|arbejdet|estimeret|tilbage|refererer til|grupper|beginnt|begonnen|letzter kontakt|gearbeitete zeit|gearbeitet|verbleibend|bezieht sich auf|eltern|kinder|gruppen|comienzo|comenzado|tiempo trabajado|trabajado|estimado|depende de|hace referencia a|padres|grupos|viimane kontakt|koopia|tegeles|hinnanguline|eellased|hasita|azken kontaktua|lan egindako denbora|kopia (cc)|lan eginda|estimatuta|hauen menpeko da|hauei erreferentzia egiten die|gurasoak|semeak|taldeak|viimeinen viesti|arvioitu|viittaus toiseen tikettiin|vanhemmat|johdannaiset|ouvert le|dernier contact|restant|groupes|zadnji kontakt|vrijeme rada|preostalo|ovisi o|odnosi se|roditelji|pod ticket|elkezdve|csoportok|sudah dimulai|kontak terakhir|waktu kerja|sedang bekerja|diperkirakan|bergantung pada|diserahkan ke|byrjar|foreldrar|inizioprevisto|iniziato|ultima comunicazione a richiedenti|tempo lavorato|impiegato|rimasti|dipende da|fa riferimento a|derivada|derivati|gruppi|paskutinis kontaktas|jau dirbta|kopija (cc)|dirbta|palikuonys|aptuveni|pa kreisi|atsauce uz|grupas|startdato|siste kontakt|tid arbeidet|kopimottaker|arbeidet|estimert|avhenger av|oversaker|undersaker|begint|gestart|laatste contact|gewerkte tijd|gewerkt|geschat|is afhankelijk van|refereert aan|ouders|afstammelingen|groepen|starta|tid arbeida|kopimottakar|arbeida|avheng av|ostatnia modyfikacja|czas realizacji|realizowano|szacowane|iniciado|tempo de trabalho|restante|refere-se a|filhos|inicia|tempo trabalhado|trabalhado|resta(m)|depinde de|potomok|odvisno od|se sklicuje na|nadrejen|podrejen|skupine|startar|senaste kontakt|arbetad tid|arbetat|uppskattad|tillbaka|son temas|karbon kopya|tahmini|gruplar|start dato|anvendt tid|udgave|hovedopgave|pocetak|procijenjeno vrijeme|verzija|fecha de inicio|tiempo estimado|tiempo dedicado|tarea padre',
  description:
    'description|issue description|problem description|full description|beschreibung|beschreibungstext|descrizione|beschrijving|omschrijving|opis|deskripsi|steps to reproduce|problembeschreibung|original message|initial message|beskrivning|beskrivelse|kuvaus|popis|descriere|apraksts|kirjeldus|deskribapena',
};

/** Words that mark an entry as not visible to the customer. Plain "note" and "comment" prove nothing and are not here. */
const internalList =
  'internal note|private note|private notes|work note|work notes|internal comment|internal notes|private notiz|privater kommentar|nota privada|notas privadas|nota privata|note private|notatka prywatna|prywatne notatki|catatan pribadi|internal|private|interne notiz|interner kommentar|intern|note interne|commentaire interne|interne|nota interna|comentario interno|interno|interna|notita interna|interne notitie|interne opmerking|dahili not|catatan internal|not visible to customer|only visible to agents|agents only|staff only|hidden from customer|privat|privado|privato|privata anteckningar|notes privades|zaseben|privada|prywatne|privatus|privaatne|privadas|pribatu|internal only|team only|not public|hidden from requester|private comment|staff note|agent note|invisible to requester|invisible to caller|invisible to customer';

const statusWords: LabelLists['statuses'] = {
  new: 'new|neu|nouveau|nuevo|nueva|novo|nova|nuovo|nuova|nieuw|nowe|nowy|yeni|baru|ny|uusi|nou|nov|naujas|jauns|avatud|berria|uus',
  open: 'open|active|actif|waiting for support|offen|aktiv|ouvert|abierto|abiertas|abierta|activo|aberto|abertas|ativo|aperto|aperte|aperta|attivo|actief|otwarte|otwarty|aktywna|otwarta|otwarto|etkin|terbuka|assigned|zugewiesen|asignada|asignado|assegnata|assegnato|toegewezen|przypisany|przypisane|ditugaskan|in progress|work in progress|in bearbeitung|en cours|en curso|em andamento|in elaborazione|in uitvoering|w toku|dalam proses|reopened|rouvert|reabierta|reabierto|reaberto|riaperta|riaperto|heropend|ponownie otwarty|ponownie otwarte|dibuka kembali|escalated tto|escalated ttr|escalated|eskaliert tto|eskaliert ttr|escalade tto|escalate ttr|tto escalonado|ttr escalonado|superato tto|superato ttr|dieskalasi|opened|to do|todo|backlog|unassigned|waiting for us|customer replied|customer-reply|customer reply|re-opened|triaged|confirmed|acknowledged|investigating|processing|in review|working|in behandlung|bearbeitung|en traitement|processing (assigned)|processing (planned)|in bearbeitung (zugewiesen)|wieder offen|under investigation|unconfirmed|v teku|em curso|vykdomas|lanean|obert|ava|irekita|otvoreno|nyitott|buka|odprto|folyamatban|with agent|awaiting agent',
  pending:
    "pending|pending reminder|pending auto close+|pending auto close-|feedback|waiting for approval|awaiting reply|awaiting your reply|waiting on customer|waiting for customer|pending customer|awaiting customer|ausstehend|warten zur erinnerung|wartend auf genehmigung|wartet auf antwort|wartet auf ihre antwort|en attente|attente de rappel|en attente de fermeture automatique (+)|en attente de fermeture automatique (-)|retour d'informations|en attente d'approbation|pendiente|pendiente de recordatorio|pendientes|esperando respuesta|esperando su respuesta|pendente|lembrete de pendente|pendente auto fechamento+|pendente auto fechamento-|pendentes|retorno|aguardando resposta|in attesa|in attesa di promemoria|in attesa di chiusura automatica+|in attesa di chiusura automatica-|in sospeso|da discutere|in attesa di approvazione|in attesa di risposta|in attesa della tua risposta|wachtend op een herinnering|wachtend op automatisch succesvol sluiten|afwachtend|terugkoppeling|in afwachting|wachtend|wacht op goedkeuring|in afwachting van een reactie|in afwachting van uw reactie|oczekuje|beklemede|bekleyen otomatik kapat+|bekleyen otomatik kapat-|bekliyor|geribildirim|geri bildirim|pengingat ditunda|tutup tertunda secara otomatis +|tutup tertunda secara otomatis -|tertunda|ditunda|umpan balik|menunggu jawaban|menunggu jawaban anda|on-hold|on hold|hold|paused|stalled|angehalten|stagnant|en pause|en espera|em espera|in stallo|geparkeerd|wstrzymane|ditahan|snoozed|postpuestas|adiadas|posticipato|gesluimerd|susturuldu|ditunda sebentar|waiting|waiting on contact|awaiting customer reply|pending-customer|awaiting info|need info|needs info|more info|blocked|wartend|en attente du client|warten auf kunde|wartet auf kunden|waiting for requester|waiting on third party|awaiting third party|awaiting user info|awaiting problem|awaiting change|awaiting caller|tilbakemelding|palaute|povratna informacija|atsauksmes|tagasiside|berrelikadura|aparcat|sat i bero|seiskus|izoztuta|odottaa|zaustavljeno|alasan|pristabdytas|stoppet opp|stoppa opp|awaiting response|waiting for reply|waiting for response|pending response|awaiting requester|awaiting customer response",
  resolved:
    'resolved|done|fixed|erledigt|resuelto|resueltas|resuelta|solucionado|resolvido|resolvidas|resolvida|risolto|risolti|risolta|opgelost|terselesaikan|sudah diselesaikan|solved|xong|selesai|completed|answered and resolved|avklart|rezolvat|resolt|lahendatud|resolta|ebatzita|amaituta|ratkaistu|megoldva|leyst',
  closed:
    "closed|closed successful|closed unsuccessful|complete|geschlossen|erfolgreich geschlossen|erfolglos geschlossen|abgeschlossen|cerrado|cerrada|fechado|fechada|finalizado|chiuso|chiuso con successo|chiuso senza successo|chiusa|gesloten|succesvol gesloten|niet succesvol gesloten|afgesloten|ditutup|tertutup|berhasil ditutup|tidak berhasil ditutup|rejected|cancelled|canceled|won't do|declined|abgewiesen|abgelehnt|rechazada|rechazado|rejeitada|rejeitado|rifiutato|respinto|afgewezen|odrzucony|odrzucone|reddedildi|ditolak|sudah ditolak|merged|zusammengefasst|fusionado|agrupado|unito|samengevoegd|scalone|tergabung|spam|deleted|archived|duplicate|wontfix|invalid|closed (won)|storniert|abgebrochen|trash|avslagen|lukket|avvist|suljettu|respins|tancat|rebutjat|zavrnjen|atmestas|suletud|pechada|rexeitada|itxita|baztertua|afvist|baztertuta|odbijeno|zavrnjeno|avvisad|zatvoreno|odbaceno",
};

const priorityList =
  'critical|very high|immediate|1 - critical|blocker|p1|highest|showstopper|kritisch|sehr hoch|sofort|critique|muy alta|inmediata|muito alto|imediata|imediato|critica|molto alta|immediata|zeer hoog|onmiddellijk|bardzo wysoki|natychmiastowy|krytyczny|derhal|kritik|sangat tinggi|segera|urgent|dringend|urgente|pilny|pilne|acil|mendesak|high|2 - high|p2|major|cao|hoch|haut|haute|alta|alto|hoog|wysoki|tinggi|normal|medium|3 - moderate|moderate|p3|mittel|moyenne|normale|media|normaal|gemiddeld|normalny|orta|sedang|low|4 - low|p4|minor|niedrig|faible|basse|bas|baja|baixa|baixo|bassa|basso|laag|niski|rendah|very low|5 - planning|planning|p5|lowest|trivial|sehr niedrig|muy baja|muito baixo|molto bassa|zeer laag|bardzo niski|sangat rendah|p0|very urgent|emergency|omedelbar|lav|haster|matala|normaali|korkea|kiireellinen|mare|nizka|visoka|urgentna|penting|normalus|skubus|zema|augsta|steidzama|aega on|tavaline|pakiline|kohe vaja|urxente|baxua|normala|altua|larria|berehalakoa|akut|alacsony|magas|azonnal|nizak|redovan|visok|hitan|odmah';

const emptyList =
  'nobody|nobody in particular|unassigned|not assigned|none|no one|no one assigned|none yet|no assignee|not set|unset|not available|n/a|empty|select|select...|choose|please select|(none)|unknown user|none selected|anyone|nicht zugewiesen|niemand|niemand bestimmtes|keiner|keine|keine angabe|nicht gesetzt|kein wert|personne|personne en particulier|aucun|aucune|sans information|sin asignar|nadie|ninguno|ninguna|no asignado|no establecido|seleccionar|nenhum|nenhuma|non assegnato|nessuno|nessuna|non impostato|niet toegewezen|geen|niet ingesteld|nieprzypisane|nieprzypisany|brak|nikt|nie ustawiono|yok|belum ditugaskan|tidak ada|tidak ditetapkan|never|nie|jamais|nunca|mai|nooit|nigdy|no value|no data|none provided|-none-|--none--|– none –|not applicable|pending assignment|all|loading|loading...|edit|change|add|...|assign|assign to me|add tags|add a tag|assign yourself|no one—assign yourself|no one - assign yourself|no establert|sense valor|nenastaven|nikdo|bez hodnoty|nikdy|ikke sat|ingen|aldrig|nicht angegeben|niemals|sin valor|mitte keegi|mitte kunagi|ezarri gabea|inor ez|baliorik ez|inoiz ez|ei asetettu|tuntematon|ei arvoa|ei koskaan|nije postavljeno|nitko|nema vrijednosti|nikad|nincs megadva|senki|nincs adat|soha|belum diatur|tidak seorangpun|tidak ada nilai|tidak pernah|ekki stillt|enginn|ekkert|aldrei|nessun valore|nenurodyta|niekas|niekada|neviens|nekad|ikke definert|mangler verdi|aldri|niet gezet|geen waarde|ikkje definert|manglar verdi|nie ustawiona|niczyje|sem valor|nikto|ni nastavljeno|brez vrednosti|nikoli|ej angiven|asla';

const noteList =
  'yorumlar|comment|note|kommentar|kommentieren|notiz|commentaire|commenter|comentario|nota|comentar|commento|commentaar|reactie|notitie|komentarz|komentuj|notatka|notka|yorum|komentar|catatan|comentari|comentariu|kommentti|huomautus|muistiinpano|anteckning|notat|anmerkung|pastaba';

/** Lower case, compatibility forms joined, zero-width marks and trailing colon or asterisk gone, one kind of apostrophe. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0307\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:*]+$/, '');
}

/** Whether a text has letters beyond ASCII, so that it may hold words of the other lists. */
export const goesBeyondAscii = (text: string): boolean => /[^\P{L}A-Za-z]/u.test(text);

const beyond = part(async () => (await import('./labels-beyond-ascii.ts')).beyondAscii);

interface KnownWords {
  readonly lists: LabelLists;
  readonly meanings: ReadonlyMap<string, LabelMeaning>;
  readonly statuses: ReadonlyMap<string, StatusKind>;
  readonly internal: ReadonlySet<string>;
  readonly priorities: ReadonlySet<string>;
  readonly empties: ReadonlySet<string>;
  readonly notes: RegExp;
}

function known(lists: LabelLists, inside = ''): KnownWords {
  const mapOf = <K extends string>(entries: Readonly<Partial<Record<K, string>>>): Map<string, K> => {
    const map = new Map<string, K>();
    for (const [key, list] of Object.entries(entries) as [K, string][]) for (const word of list.split('|')) map.set(word, key);
    return map;
  };
  return {
    lists,
    meanings: mapOf(lists.meanings),
    statuses: mapOf(lists.statuses),
    internal: new Set(lists.internal.split('|')),
    priorities: new Set(lists.priorities.split('|')),
    empties: new Set(lists.empties.split('|')),
    // Words may carry endings (comments, Kommentare); scripts without spaces have no word bounds.
    notes: new RegExp(`(?<!\\p{L})(?:${lists.notes})\\p{L}{0,2}(?!\\p{L})${inside}`, 'u'),
  };
}
const plain = known({
  meanings: words,
  statuses: statusWords,
  internal: internalList,
  priorities: priorityList,
  empties: emptyList,
  notes: noteList,
});
let others: KnownWords | undefined;
let foreign = false;
/** Says in which language the page that is read from now on is: words of others than English may be plain ASCII too. */
export function pageSpeaks(language: string | undefined): void {
  foreign = language !== undefined && !/^en\b/i.test(language);
}

/** The lists in which `folded` may be, besides the plain ones. */
function more(folded: string): KnownWords | undefined {
  if (!foreign && !goesBeyondAscii(folded)) return undefined;
  others ??= known(beyond.take(), '|コメント|メモ|评论|备注|注释|評論|備註|註解|筆記|노트|ความคิดเห็น|โน้ต');
  return others;
}

/** What a label stands for in any of the languages; `undefined` for an unknown word. */
export function labelMeaning(label: string, language?: string): LabelMeaning | undefined {
  const folded = foldLabel(label);
  // French "File" is a queue, Portuguese "Time" a team.
  if (folded === 'file' || folded === 'time') return language?.startsWith(folded === 'file' ? 'fr' : 'pt') ? 'group' : 'other';
  return plain.meanings.get(folded) ?? more(folded)?.meanings.get(folded);
}

/** The words that stand for `meaning`, folded, as far as `text` may hold them. */
export function wordsOfLabel(meaning: LabelMeaning, text: string): readonly string[] {
  return [words[meaning], more(text)?.lists.meanings[meaning]].flatMap((list) => list?.split('|') ?? []);
}

/** The kind of a status word in any of the languages; `undefined` for unknown and for two-faced words. */
export function statusKindOf(status: string): StatusKind | undefined {
  const folded = foldLabel(status);
  return plain.statuses.get(folded) ?? more(folded)?.statuses.get(folded);
}

/** Whether a word marks an entry as not visible to the customer. */
export function isInternalWord(text: string): boolean {
  const folded = foldLabel(text);
  return plain.internal.has(folded) || (more(folded)?.internal.has(folded) ?? false);
}

/** Whether a value says that there is none: nobody, not set, a dash, an invitation to choose. */
export function isEmptyWord(value: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(value)) return true;
  // "(ei arvoa)", "— Unassigned —": what stands wholly in brackets or between dashes is a remark, not a value.
  if (/^(?:[(（[][^()（）[\]\d]{1,24}[)）\]]|[—–-]{1,2}\s?[^\d—–-]{1,24}\s?[—–-]{1,2})$/u.test(value.trim())) return true;
  const folded = foldLabel(value).replace(/^[\s([<«-]+|[\s)\]>».-]+$/g, '');
  return plain.empties.has(folded) || (more(folded)?.empties.has(folded) ?? false);
}

/** Whether a phrase speaks of a note or comment; alone that proves nothing about who can see it. */
export function speaksOfNote(phrase: string): boolean {
  const folded = foldLabel(phrase);
  return plain.notes.test(folded) || (more(folded)?.notes.test(folded) ?? false);
}

/** Whether a word is one that helpdesks use for a priority. */
export function isPriorityWord(word: string): boolean {
  const folded = foldLabel(word);
  return plain.priorities.has(folded) || (more(folded)?.priorities.has(folded) ?? false);
}
