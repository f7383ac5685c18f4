// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.Map;

import static org.pointwatch.domain.quote.SpeechKind.ADDING;
import static org.pointwatch.domain.quote.SpeechKind.ASIDE;
import static org.pointwatch.domain.quote.SpeechKind.BE;
import static org.pointwatch.domain.quote.SpeechKind.BETWEEN;
import static org.pointwatch.domain.quote.SpeechKind.FINITE;
import static org.pointwatch.domain.quote.SpeechKind.HE;
import static org.pointwatch.domain.quote.SpeechKind.JOINS;
import static org.pointwatch.domain.quote.SpeechKind.NAMING;
import static org.pointwatch.domain.quote.SpeechKind.NO_WORDS;
import static org.pointwatch.domain.quote.SpeechKind.OPENER;
import static org.pointwatch.domain.quote.SpeechKind.PAPER;
import static org.pointwatch.domain.quote.SpeechKind.PREPOSITION;
import static org.pointwatch.domain.quote.SpeechKind.REPORT;
import static org.pointwatch.domain.quote.SpeechKind.SAY;
import static org.pointwatch.domain.quote.SpeechKind.SHE;
import static org.pointwatch.domain.quote.SpeechKind.TELL;
import static org.pointwatch.domain.quote.SpeechKind.THAT;
import static org.pointwatch.domain.quote.SpeechKind.THEY;
import static org.pointwatch.domain.quote.SpeechKind.TIME;
import static org.pointwatch.domain.quote.SpeechKind.TITLED;

/** The words of each language, by what they are. */
final class SpeechTables {
    /** Phrases, commas between them, behind which a source stands. */
    static final int SOURCE = -1;

    /** Phrases before which a source stands. */
    static final int SOURCE_BEFORE = -2;

    static final Map<Integer, String> ENGLISH = Map.ofEntries(
            Map.entry(SAY, "said says say told tells"),
            Map.entry(
                    REPORT,
                    "wrote writes posted warned warns warn insisted insists insist stressed stresses stress added adds noted notes argued"
                            + " argues claimed claims announced announces declared declares explained explains stated states"
                            + " confirmed confirms denied denies acknowledged acknowledges admitted admits cautioned cautions"
                            + " replied replies responded responds answered answers remarked remarks observed concluded"
                            + " maintained maintains asserted asserts emphasised emphasized emphasises emphasizes reiterated"
                            + " reiterates repeated quipped joked complained tweeted commented suggested suggests promised"
                            + " promises pledged vowed vows predicted recalled signaled signalled indicated revealed"
                            + " reported reports conceded demanded demands objected countered urged put asked asks"
                            + " continued shouted estimates estimated alleged alleges"
                            + " hinted clear"),
            Map.entry(
                    ADDING,
                    "adding noting saying stressing warning insisting arguing claiming explaining stating writing"
                            + " telling declaring emphasising emphasizing pointing cautioning suggesting announcing"
                            + " confirming denying promising"),
            Map.entry(
                    NAMING,
                    "called calls describes described describing dubbed branded labelled labeled termed hailed"
                            + " denounced dismissed condemned praised spoke speaks characterised characterized"
                            + " portrayed portraying welcomed criticised criticized mocked calling"),
            Map.entry(
                    BETWEEN,
                    "has had have made makes also later then now again repeatedly earlier previously recently already since once"
                            + " never always publicly bluntly flatly openly privately meanwhile further just only"
                            + " himself herself themselves itself however though both still"),
            Map.entry(HE, "he"),
            Map.entry(SHE, "she"),
            Map.entry(THEY, "they it we i you"),
            Map.entry(THAT, "that"),
            Map.entry(
                    PAPER,
                    "plan draft document text paper blueprint proposal deal agreement treaty clause point article law"
                            + " poll polls survey map provision provisions framework version memo contract rumour rumours"
                            + " which that who what it this clauses points outline outlines proposals drafts plans list leak leaks"
                            + " data evidence details study analysis papers texts figures"),
            Map.entry(
                    PREPOSITION,
                    "in on at after before during through to from by with via for amid following under over"
                            + " about as near outside inside"),
            Map.entry(
                    TIME,
                    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight night"
                            + " evening morning afternoon week month late early earlier later again afterwards"),
            Map.entry(TELL, "told tells telling"),
            Map.entry(BE, "is are was were be been being"),
            Map.entry(
                    OPENER,
                    "the a an he she it they we there his her their its this these those no any all both some such"
                            + " what nothing nobody neither every each if only i you our my many most several few one two"
                            + " three four five six seven eight nine ten"),
            Map.entry(
                    FINITE,
                    "is are was were will would has have had must could can cannot should may might did does do"
                            + " wont wouldnt cant couldnt isnt wasnt arent werent hasnt havent hadnt dont doesnt didnt"),
            Map.entry(
                    ASIDE,
                    "asked after before when while as in on at speaking with if since although though during"
                            + " following despite earlier later however but meanwhile and of by under for from"),
            Map.entry(JOINS, "and but"),
            Map.entry(NO_WORDS, "nothing so little much more yes goodbye to of about as him her them"),
            Map.entry(
                    TITLED, "titled entitled named film book movie song series exhibition headlined so-called called"),
            Map.entry(SOURCE, "according to,in the words of"));

    static final Map<Integer, String> UKRAINIAN = Map.ofEntries(
            Map.entry(
                    SAY | REPORT,
                    "сказав сказала сказали каже кажуть говорить говорив говорила заявив заявила заявили заявляє"
                            + " наголосив наголосила наголосили наголошує зазначив зазначила зазначили зазначає повідомив"
                            + " повідомила повідомили повідомляє написав написала написали пише додав додала додали"
                            + " підкреслив підкреслила підкреслили пояснив пояснила пояснили попередив попередила попередили"
                            + " відповів відповіла стверджує стверджують запевнив запевнила запевнили розповів розповіла"
                            + " визнав визнала уточнив уточнила переконаний переконана вважає вважають"),
            Map.entry(ADDING, "додавши зазначивши наголосивши сказавши підкресливши"),
            Map.entry(NAMING, "назвав назвала назвали описав"),
            Map.entry(BETWEEN, "також пізніше раніше вже знову ще"),
            Map.entry(HE, "він"),
            Map.entry(SHE, "вона"),
            Map.entry(THEY, "вони я ми воно"),
            Map.entry(THAT, "що"),
            Map.entry(PAPER, "план документ текст проєкт який яка які що"),
            Map.entry(JOINS, "і й та але"),
            Map.entry(ASIDE, "після коли якщо у в на під за згідно"),
            Map.entry(
                    SOURCE,
                    "за словами,за даними,на думку,згідно з заявою,за інформацією,як пояснили у,як заявив,"
                            + "як сказав,як зазначив,як повідомив,як наголосив"));

    static final Map<Integer, String> RUSSIAN = Map.ofEntries(
            Map.entry(
                    SAY | REPORT,
                    "сказал сказала сказали говорит говорил говорила заявил заявила заявили заявляет подчеркнул"
                            + " подчеркнула подчеркнули отметил отметила отметили отмечает сообщил сообщила сообщили сообщает"
                            + " написал написала написали пишет добавил добавила добавили пояснил пояснила пояснили"
                            + " предупредил предупредила предупредили ответил ответила утверждает утверждают рассказал"
                            + " рассказала признал признала уточнил уточнила считает считают заверил напомнил"),
            Map.entry(ADDING, "добавив отметив подчеркнув сказав пояснив"),
            Map.entry(NAMING, "назвал назвала назвали описал"),
            Map.entry(BETWEEN, "также позже ранее уже снова еще"),
            Map.entry(HE, "он"),
            Map.entry(SHE, "она"),
            Map.entry(THEY, "они я мы оно"),
            Map.entry(THAT, "что"),
            Map.entry(PAPER, "план документ текст проект который которая которые что"),
            Map.entry(JOINS, "и но а"),
            Map.entry(ASIDE, "после когда если в во на по согласно"),
            Map.entry(
                    SOURCE,
                    "по словам,по данным,по мнению,согласно заявлению,по информации,как заявил,как сказал,"
                            + "как отметил,как сообщил,как подчеркнул,как заявили в"));

    static final Map<Integer, String> GERMAN = Map.ofEntries(
            Map.entry(
                    SAY | REPORT,
                    "sagte sagten sagt sagen erklärte erklärten erklärt betonte betonten betont warnte warnten warnt"
                            + " schrieb schrieben schreibt meinte meint mahnte mahnten forderte forderten bekräftigte"
                            + " unterstrich kritisierte teilte teilten berichtete berichteten behauptete behaupteten"
                            + " versicherte fügte verkündete entgegnete antwortete stellte äußerte kündigte"),
            Map.entry(NAMING, "nannte nannten bezeichnete bezeichneten"),
            Map.entry(BETWEEN, "hat haben hatte auch später zuvor bereits erneut"),
            Map.entry(HE, "er"),
            Map.entry(SHE, "sie"),
            Map.entry(THEY, "es wir ich man"),
            Map.entry(THAT, "dass daß"),
            Map.entry(PAPER, "plan papier entwurf dokument text vorschlag der die das den dem"),
            Map.entry(JOINS, "und aber"),
            Map.entry(ASIDE, "nach wenn als während in im am bei vor"),
            Map.entry(SOURCE, "nach angaben,nach worten,nach den worten,laut,nach darstellung,nach ansicht,so"),
            Map.entry(SOURCE_BEFORE, "zufolge"));

    static final Map<Integer, String> FRENCH = Map.ofEntries(
            Map.entry(
                    SAY | REPORT,
                    "dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute souligné souligne précisé"
                            + " précise assuré assure averti avertit promis estimé estime indiqué indique annoncé annonce"
                            + " répondu répond écrit rappelé rappelle insisté insiste lancé lance martelé confirmé confirme"
                            + " prévenu reconnu disent déclarent regretté jugé juge noté note"),
            Map.entry(ADDING, "ajoutant précisant soulignant affirmant assurant"),
            Map.entry(NAMING, "qualifié qualifie décrit appelé"),
            Map.entry(BETWEEN, "a ont avait avaient est aussi également ensuite encore déjà y"),
            Map.entry(HE, "il"),
            Map.entry(SHE, "elle"),
            Map.entry(THEY, "ils elles on nous je t"),
            Map.entry(THAT, "que qu"),
            Map.entry(PAPER, "plan document texte projet qui"),
            Map.entry(JOINS, "et mais"),
            Map.entry(ASIDE, "après si lorsque quand dans en à pour"),
            Map.entry(SOURCE, "selon,d apres,pour,aux yeux de"));

    static final Map<Integer, String> SPANISH = Map.ofEntries(
            Map.entry(
                    SAY | REPORT,
                    "dijo dice dijeron declaró afirmó aseguró explicó añadió subrayó advirtió indicó señaló anunció"
                            + " respondió escribió recordó insistió confirmó sostuvo declararon afirmaron dicho declarado"),
            Map.entry(ADDING, "añadiendo subrayando señalando"),
            Map.entry(NAMING, "calificó describió llamó"),
            Map.entry(BETWEEN, "ha han había también después luego ya"),
            Map.entry(HE, "él"),
            Map.entry(SHE, "ella"),
            Map.entry(THEY, "ellos yo nosotros"),
            Map.entry(THAT, "que"),
            Map.entry(PAPER, "plan documento texto borrador"),
            Map.entry(JOINS, "y pero"),
            Map.entry(ASIDE, "después si cuando en tras al"),
            Map.entry(SOURCE, "según,de acuerdo con,en palabras de"));

    static final Map<Integer, String> POLISH = Map.ofEntries(
            Map.entry(
                    SAY | REPORT,
                    "powiedział powiedziała powiedzieli mówi mówił oświadczył oświadczyła oświadczyli podkreślił"
                            + " podkreśliła stwierdził stwierdziła dodał dodała poinformował poinformowała poinformowali"
                            + " napisał napisała zaznaczył zaznaczyła ostrzegł ostrzegła odpowiedział przekazał wyjaśnił"),
            Map.entry(ADDING, "dodając podkreślając zaznaczając"),
            Map.entry(NAMING, "nazwał nazwała określił"),
            Map.entry(BETWEEN, "też także później wcześniej już"),
            Map.entry(HE, "on"),
            Map.entry(SHE, "ona"),
            Map.entry(THEY, "oni ja my"),
            Map.entry(THAT, "że iż"),
            Map.entry(PAPER, "plan dokument tekst projekt"),
            Map.entry(JOINS, "i ale"),
            Map.entry(ASIDE, "po gdy jeśli w na podczas"),
            Map.entry(SOURCE, "według,zdaniem,jak powiedział"));

    private SpeechTables() {}
}
