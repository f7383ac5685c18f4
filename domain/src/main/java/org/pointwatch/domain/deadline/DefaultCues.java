// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pointwatch.domain.dossier.DeadlineCue;

/**
 * The words of deadlines that need no dossier, by language: what the grammar of English, Ukrainian, Russian, German and
 * French says of any negotiation. {@code *} ends a word of which only the beginning is told, {@code ...} stands for up
 * to four words of any kind.
 */
final class DefaultCues {
    private static final String ENGLISH =
            """
            deadline: deadline*, ultimatum*, cutoff, cut off date, time limit*, target date, date for signing, signing date, date for an answer, date for a reply
            set: set, sets, setting, issue*, impose*, announce*, deliver*, present*, puts clock, new deadline, a deadline
            give: give, gives, gave, given, giving, grant*, allow*
            have: has, have, had, having, open, valid, on the table
            must: must, has to, have to, had to, need to, needs to, ought to, should, is to, are to, was to, were to, due, \
            is expected, are expected, was expected, obliged, supposed to, shall, cannot
            demand: want*, demand*, insist*, expect*, ask*, told, tell*, urg*, requir*, press*, call* on, order*, request*, \
            hop* for, had hoped, hopes to, would like, push* for, prefer*, warn*, aim*, seek*, wait* for, summon*, await*
            answer: answer*, respond, response*, repl*, sign, signs, signing, signature*, accept, accepts, agree, agrees, agreement*, \
            decide, decision*, approve*, approval, comments, remarks, react, result, reaction*, consent, settle, settled, make up, \
            done, finish, finished, complete, completed, conclude, concluded, say yes, yes or no, come back, send, submit, publish, \
            text back, name, list, study, deal, comply, finalise, finalize, ratify, hand over, hand back, amendments, objections, \
            proposals, the talks, progress, choose, consider, put ... name, back down, come to terms, stop, halt, end the war, verdict
            expire: expire*, run out, runs out, ran out, running out, lapse*, falls due, elapse*, is up, will be up
            repeat: reiterat*, again, repeat*, still, remind*, remain, remains, remained, confirm*, recall*, insist*, continu*, once more, \
            stand*, stick* to, stuck to, stood by, reaffirm*, renew*, heard, expects, days left, hours left, left before, asked about, \
            criticis*, criticiz*, count* down, approach*, loom*, ahead of, has not said, keep*, unchanged, maintain*, as before
            move: push* back, push* ... back, push* ... forward, push* ... to, extend*, postpone*, mov*, delay*, put back, put ... back, \
            brought ... forward, bring* ... forward, brought forward, slip*, prolong*, reschedul*, shift*, defer*, extension, replac*, mov* up
            shift: instead of, rather than, not on, more days, more weeks, more day, more week, extra days, extra week, another week, another ... days, no longer ... but
            soften: could be extended, may be extended, might be extended, can be extended, could extend, might extend, \
            may extend, could be moved, may be moved, might be moved, could slip, might slip, may slip, could be pushed, \
            set in stone, carved in stone, written in stone, cast in stone, flexib*, play* down, not hurt, not matter, either way, hard deadline, hard date, not hard, not a hard, hard one, \
            hard and fast, not insist, willing to wait, be nice, more time, rather than a, not a red line, not rigid, no rush, no hurry, \
            another day, prefer, a few days more, few more days, open to extending, open to an extension, open to moving, open to delay*, room for, not final, not the end of the world, \
            if necessary, if needed, approximate, loose*, not sacred, leeway, ready to extend, prepared to extend, consider extending, willing to extend, not absolute, give or take
            hint: not ... final offer, not ... last offer, not ... last word, not ... final word
            deny: no longer, not expect, doubt*, sceptic*, skeptic*, out of the question, not believe, not possible, is impossible, impossible to, seems impossible, \
            unrealistic, unreal, den*d that, denied, denies, deny, never, not been given, not given, nobody, no one, let ... go, lets ... go, not think, \
            rule* out, no such, unlikely, illusion, not work, not recognise*, not recognize*, cannot be done, not feasible, not achievable, will not sign, not going to happen, nothing will
            negation: no, not, any, without, neither, isnt, wasnt, aint, never, zero
            drop: drop*, abandon*, scrap*, withdr*, reject*, back* away, back* off, lift*, cancel*, walk* away, dismiss*, refus*, disavow*, renounc*, wav* away, forget about, do away, gave up, \
            bin*, call* off, recognise* no, recognized no, takes back, took back, revok*, rescind*
            pass: expired, ran out, has run out, had run out, lapsed, came and went, come and gone, passed, pass, miss, missed, misses, missing, elapsed, went by, lapse, is over, was over, \
            has ended, blew past, overshot
            term: under the plan, under the draft, under the deal, under the proposal, under the ... version, under the agreement, under the ... plan, under the ... draft, under the ... text, under its terms, \
            plan oblig*, oblig*, draft says, text says, plan says, plan gives, draft gives, text gives, proposal gives, version gives, foresee*, foresaw, stipulat*, provid* for, \
            the plan ... provides, calls for, plan calls, envisag*, envision*, of signing, after signing, of the signature, of signature, after the signature, after ratification, of ratification, \
            of entry, of its entry, after entry, enters into force, entry into force, would, according to the plan, according to the draft, clause, article, \
            the plan allows, the draft allows, plan requires, draft requires, after the ceasefire, after a ceasefire, of a ceasefire, of the ceasefire, of the deal, after the deal
            event: meet, meets, meeting*, summit*, visit*, arriv*, fly, flies, travel*, hold, holds, host*, conference*, discuss, discusses, \
            session*, gather, gathers, conven*, resum*, vote, votes, hearing*, round, addresses, see, sees, reconven*, start, starts, begin, begins, takes place, take place, talks, call, consult*, negotiations, be received, receives, is received, trip, sits down, sit down
            ahead: will, shall, is due, are due, due to, next, tomorrow, resume, resumes, scheduled, set to, plan to, plans to, planned, is expected, are expected, is to, are to, flies, fly, \
            arrives, arrive, holds, meets, travels, hosts, convenes, gathers, discusses, votes, starts, begins, takes place, reconvenes, later this, upcoming, agreed to meet, would meet, meet, invited, ahead of, before
            talks: plan, plans, proposal*, peace, ceasefire, truce, agreement, deal, talks, negotiat*, draft, framework, settlement, document, text, offer, envoy*, delegation*, counterproposal*, mediat*
            other: tax, taxes, taxpayer*, postal, wage*, budget, shutdown, transfer window, court, appeal*, lawsuit*, applicat*, applicant*, \
            festival, tournament, registration, filing*, exam*, subscription*, merger, bidder*, striker, club, match, tickets, insurer*, creditor*, bond, parking, landlord*, tenant*, \
            school*, student*, teacher*, league, season, strikes, railway, airline*, pension*, museum*, parcels, holidaymaker*, customers
            """;

    private static final String UKRAINIAN =
            """
            deadline: дедлайн*, ультиматум*, кінцев* термін*, граничн* термін*, крайн* термін*, термін, терміну, терміном, терміни, строк, строку
            set: встанови*, висун*, оголоси*, постави*, визначи*
            give: дав, дала, дали, дає, дають, дати, надав, надала, надали, надано, дано, відвів, відвели
            have: має час, мають час, є час, залишил*, має, мають
            must: має, мають, мусить, мусять, повинн*, зобов*, мав, потрібно, необхідно, треба
            demand: вимага*, хоче, хочуть, чека*, очіку*, закликa*, заклика*, просить, попроси*, наполяга*, прагне, розрахову*, сподіва*
            answer: відповід*, відповісти, погоди*, підпис*, прийня*, ухвали*, рішення, згод*, угод*, перемир*, реакц*, зауваж*, заверши*, домов*, визначитися
            expire: сплива*, закінчу*, спливе, спливає, закінчиться
            repeat: знову, нагада*, повтори*, підтверди*, досі, надалі, як і раніше, вкотре, залиша*, наполяга*
            move: перен*, відкла*, продовжи*, подовжи*, відтерм*, зсуну*, посуну*
            shift: замість, ще ... днів, ще ... тиж*
            soften: можуть продовжити, можна продовжити, може бути продовжен*, можуть подовжити, можуть перен*, не остаточн*, гнучк*, не принцип*, готов* почекати, готов* зачекати, не жорстк*, не критичн*, більше часу
            hint: не ... остаточн* пропози*
            deny: більше немає, немає, нема, не існує, не вір*, сумніва*, малоймовірн*, неможлив*, нереальн*, не очіку*, запереч*, не йдеться, жодн*, ніяк*
            negation: немає, нема, жодн*, ніяк*, без, не
            drop: відмов*, скасув*, відкин*, відкида*, зня*
            pass: сплив, сплинув, минув, минула, закінчився, вийшов, вичерпа*, пропусти*, збіг
            term: за планом, згідно з планом, план передбачає, передбача*, після підписання, з дня підписання, з моменту підписання, вибор*, проєкт передбачає
            event: зустріч*, зустріне*, зустрін*, переговор*, саміт*, прибуд*, приїд*, прилет*, візит*, засіда*, збер*, відбуд*
            ahead: зустріне*, зустрін*, відбуд*, прибуд*, прилет*, приїд*, заплан*, наступн*, завтра, має відбутися, мають відбутися, збер*, поновл*, продовж*
            talks: план*, пропози*, мир, миру, мирн*, перемир*, угод*, переговор*, проєкт*, документ*, ультиматум*
            other: подат*, страйк*, бюджет*, суд, суду, матч*, клуб*, заяв* на, абітурієнт*, тариф*
            """;

    private static final String RUSSIAN =
            """
            deadline: дедлайн*, ультиматум*, крайн* срок*, предельн* срок*, срок, срока, сроком, сроки, сроков
            set: установи*, выдвину*, предъяви*, объяви*, постави*, определи*
            give: дал, дала, дали, дает, дают, дать, предостави*, отвел, отвели, дано
            have: есть время, остал*, есть
            must: долж*, обязан*, надо, нужно, необходимо, предстоит, следует
            demand: требу*, потребова*, хочет, хотят, ждет, ждут, ожида*, призва*, призыва*, просит, попроси*, настаива*, рассчитыва*, надеет*
            answer: ответ*, соглас*, подпис*, принят*, приня*, решени*, сделк*, перемири*, реакц*, замечани*, заверши*, договор*, определиться
            expire: истека*, истечет, заканчива*, закончится
            repeat: вновь, снова, напомни*, повтори*, подтверди*, по прежнему, все еще, остается, в очередной раз
            move: перенес*, перенос*, отложи*, продли*, сдвину*, отсрочи*
            shift: вместо, еще ... дн*, еще ... недел*
            soften: могут продлить, можно продлить, может быть продлен*, могут перенес*, может продлить, не окончательн*, гибк*, не принцип*, готов* подождать, не жестк*, не критичн*, больше времени
            hint: не ... окончательн* предложен*
            deny: больше нет, нет, не существует, не вер*, сомнева*, маловероятн*, невозможн*, нереальн*, не ожида*, отрица*, опроверг*, никак*, речи не идет
            negation: нет, никак*, без, не
            drop: отказал*, отказыва*, отмени*, отверг*, снял, сняла
            pass: истек, истекло, истекла, прошел, миновал, закончился, вышел, пропусти*, исчерпа*
            term: по плану, согласно плану, план предусматривает, предусматрива*, после подписания, со дня подписания, с момента подписания, выбор*
            event: встреч*, встрет*, переговор*, саммит*, прибуд*, приед*, прилет*, визит*, заседан*, собер*, состо*
            ahead: встрет*, состоится, состоятся, прибуд*, прилет*, приед*, заплан*, следующ*, завтра, собер*, возобнов*, продолж*
            talks: план*, предложен*, мир, мира, мирн*, перемири*, сделк*, соглашен*, переговор*, проект*, документ*
            other: налог*, забастов*, бюджет*, суд, суда, матч*, клуб*, заявк*, абитуриент*
            """;

    private static final String GERMAN =
            """
            deadline: frist, fristen, ultimatum, ultimaten, deadline, stichtag, ablauffrist
            set: setzt*, gesetzt, stellt*, stellte, verhangt*, verkundet*
            give: gibt, gab, geben, gegeben, raumt*, gewahrt*, lasst, liess, bekommt, bekam, erhalt, erhielt
            have: hat, haben, hatte, hatten, bleibt, bleiben, hat zeit, zeit
            must: muss, mussen, musste, mussten, soll, sollen, sollte, solle, hat zu, haben zu, musse
            demand: will, wollen, fordert*, forderte, verlangt, verlangte, verlangen, verlangten, erwartet*, erwarte, drangt*, drangte, bittet, bat, hofft*, pocht
            answer: antwort*, antworten, beantwort*, zustimm*, zuzustimmen, unterzeichn*, unterschr*, unterschreib*, annehm*, anzunehmen, akzeptier*, entscheid*, entschied*, einig*, einverstanden, waffenruhe, abkommen, stellungnahme, reagier*, reaktion, abschluss, ergebnis
            expire: lauft ... ab, ablauf*, abzulaufen, endet
            repeat: bekraftig*, erneut, wiederhol*, weiterhin, erinner*, bestatig*, nach wie vor, noch immer, abermals, gilt, bleibt, halt ... fest, beharr*
            move: verschob*, verschoben, verlanger*, verlangert*, verlegt*, vertagt*, ausgedehnt, aufgeschoben, vorgezogen
            shift: statt, anstatt, anstelle, weitere ... tage
            soften: konne verlangert, kann verlangert, konnte verlangert, konnten verlangert, lasse sich verlangern, liesse sich verlangern, nicht in stein, flexib*, nicht so wichtig, nicht endgultig, spielraum, kommt es nicht an, mehr zeit, kein hartes, keine harte
            hint: nicht ... letztes angebot, nicht ... letzte angebot, nicht ... letztes wort, kein letztes angebot
            deny: keine ... mehr, nicht mehr, kein ... mehr, zweifel*, bezweifel*, unrealistisch, unmoglich, ausgeschlossen, glaubt nicht, rechnet nicht, erwartet nicht, bestreit*, bestritt, dementier*, skeptisch, keine frist*, kein ultimatum
            negation: kein, keine, keinen, keinerlei, nicht, ohne
            drop: fallen, fallengelassen, verwirft, verwarf, zuruckgenommen, abgeruckt, ruckt, verzichtet*, aufgegeben, ruckte, lehnt*, lehnte, weist, wies
            pass: abgelaufen, verstrichen, verstrich, lief ... ab, vorbei, verpasst*, ausgelaufen
            term: der plan sieht, laut plan, laut entwurf, dem plan zufolge, nach dem plan, sieht ... vor, sieht, vorsieht, nach unterzeichnung, nach der unterzeichnung, wahlen
            event: treff*, trifft, gipfel*, reis*, fliegt, gesprach*, konferenz*, besuch*, tagt, tagen, beraten, berat, verhandl*, kommen ... zusammen, empfangt
            ahead: wird, werden, treffen sich, trifft, reist, fliegt, geplant, nachste*, kommende*, morgen, tagt, tagen, beraten, empfangt, fortgesetzt, soll, sollen
            talks: plan, plans, friedensplan*, vorschlag*, frieden*, waffenruhe, abkommen, verhandl*, entwurf*, gesprach*, angebot, dokument, ultimatum
            other: steuer*, streik*, haushalt*, gericht*, bewerb*, verein*, spiel*, tarif*, antrag*, gewerkschaft*
            """;

    private static final String FRENCH =
            """
            deadline: date limite, dates limites, echeance*, ultimatum*, date butoir, delai, delais, date fatidique
            set: fixe*, lance*, pose*, impose*, adresse*, annonce*
            give: donne, donnent, donnait, donner, a donne, accorde*, laisse*, octroie
            have: a jusqu, ont jusqu, avait jusqu, dispose*, a, ont, avait
            must: doit, doivent, devait, devra, devront, devrait, est tenu*, sont tenu*, faut
            demand: veut, veulent, exige*, exiger, demand*, attend, attendait, attendent, souhait*, somm*, presse, appel*, reclam*, insist*, espere*, voudrait
            answer: repond*, repondre, reponse*, accept*, sign*, approuv*, decid*, decision*, accord, cessez, treve, reagir, reaction*, remarques, conclu*, consent*, prononc*
            expire: expire, expirera, arrive a echeance, prend fin
            repeat: reaffirm*, rappel*, repet*, de nouveau, encore, toujours, a nouveau, confirm*, reitere*, maint*, continue*
            move: repouss*, prolong*, report*, recul*, decal*, avanc*, deplac*
            shift: au lieu de, plutot que, jours de plus, jours supplementaires
            soften: pourrait etre prolong*, pourrait etre report*, pourrait etre repouss*, peut etre prolong*, peut etre report*, pas grav* dans le marbre, souplesse, souple, flexib*, pas definiti*, pas une date ferme, n est pas essentiel*, plus de temps, peu importe, quelques jours de plus
            hint: pas ... offre finale, pas ... derniere offre, pas ... dernier mot
            deny: plus de, ne croit pas, doute*, impossible, irrealiste, exclu*, dement*, nie, ne s attend pas, sceptique*, pas question, n attend plus, aucun*, n y a pas
            negation: aucun*, pas, plus, sans, ni
            drop: abandonn*, renonc*, rejet*, retir*, annul*, lev*, ecart*
            pass: a expire, expire, est passe, est passee, depasse*, ecoule*, arrive a son terme, manque
            term: le plan prevoit, prevoit, prevoient, selon le plan, aux termes du plan, apres la signature, de la signature, suivant la signature, oblige, elections
            event: rencontr*, sommet*, reunion*, reunir*, reunit, visite*, arriv*, entretien*, conference*, pourparlers, se rend*, rendra, recoit, recevra, discuter*, negociations
            ahead: rencontrer*, se rencontreront, sera, seront, aura lieu, auront lieu, prevu*, prochain*, demain, arrivera, rendra, recevra, reprendront, reprennent, reunira, reuniront, discuteront
            talks: plan, plans, proposition*, paix, cessez, treve, accord, pourparlers, negociat*, projet, texte, offre, document
            other: impot*, fiscal*, greve*, budget*, tribunal, candidat*, match, club, inscription*, syndicat*
            """;

    private static final Map<String, String> TABLES =
            Map.of("en", ENGLISH, "uk", UKRAINIAN, "ru", RUSSIAN, "de", GERMAN, "fr", FRENCH);

    private DefaultCues() {}

    /** Nothing for a language that is not known. */
    static Map<DeadlineCue, List<String>> of(String language) {
        var cues = new EnumMap<DeadlineCue, List<String>>(DeadlineCue.class);
        TABLES.getOrDefault(language, "").lines().filter(l -> !l.isBlank()).forEach(line -> {
            var colon = line.indexOf(':');
            var cue = DeadlineCue.valueOf(line.substring(0, colon).trim().toUpperCase(Locale.ROOT));
            var phrases = Stream.of(line.substring(colon + 1).split(","))
                    .map(String::trim)
                    .filter(p -> !p.isEmpty())
                    .toList();
            cues.computeIfAbsent(cue, c -> new ArrayList<>()).addAll(phrases);
        });
        return cues;
    }
}
