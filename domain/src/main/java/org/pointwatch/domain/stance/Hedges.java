// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pointwatch.domain.tagging.Words;

/** What leaves a position open, by its little words: alternatives, observers, verbs without their other half. */
final class Hedges {
    /** Second negations of a clause, which in these languages say the first one again: "ne ... pas", "не ... никакой". */
    private static final Set<String> AGAIN = words(
            "pas jamais plus aucun aucune guère point ningún ninguna ninguno nunca jamás nada никакой никакого никаких никакую никому"
                    + " жодного жодної жодних жодну ніякого ніякої ніяких żaden żadnego żadnej żadnych żadną nigdy");

    private static final Set<String> FIRST = words("ne n no не nie nunca jamás nigdy");
    private static final Set<String> OR = words("or oder ou o или чи czy lub");
    private static final Set<String> ELSE =
            words("not no without nicht ohne kein keine non pas sans sin нет без ні nie bez");
    private static final Set<String> NEITHER = words("neither nor weder noch ni ani ні ни");

    private static final Set<String> OBSERVERS = words(
            "analyst analysts expert experts critics observer observers commentator commentators historian historians columnist"
                    + " columnists pundits bloggers opponents researcher researchers economist economists"
                    + " аналітик аналітики аналітиків експерт експерти експертів оглядач оглядачі оглядачів спостерігачі спостерігачів"
                    + " політолог політологи політологів аналитик аналитики аналитиков эксперт эксперты экспертов обозреватель"
                    + " обозреватели обозревателей критики критиков наблюдатели наблюдателей политолог политологи политологов"
                    + " analysten experte experten fachleute fachleuten beobachter beobachtern kritiker kritikern"
                    + " historiker kommentatoren analyste analystes observateurs commentateurs spécialistes politologues"
                    + " analista analistas expertos observadores críticos comentaristas analityk analitycy analityków ekspert"
                    + " eksperci ekspertów obserwatorzy obserwatorów komentatorzy komentatorów krytycy krytyków");

    /** German verbs whose other half stands at the end of the clause. */
    private static final Map<String, String> HALVES = halves(
            "lehnt ab lehnte ab lehnen ab lehnten ab weist zurück wies zurück wiesen zurück schließt aus schloss aus schließen aus"
                    + " schlossen aus");

    private static final Set<String> WANTED = words(
            "want wants wanted wish wishes seek seeks хочет хотят хоче хочуть quiere quieren chce chcą veut veulent");
    private static final Set<String> PAST = words("a ont avait avaient ha han había habían");
    private static final Map<String, Set<String>> PAST_ENDINGS = Map.of(
            "не", words("л ла ло ли лся лась лось лись в вла вло вли вся лася лося лися"),
            "nie", words("ł ła ło li ły"),
            "no", words("o aron ieron aba aban"));

    private static final Set<String> TO_COME = words("will would ready prepared willing can could shall ll");
    private static final Set<String> AHEAD = words("the a an both any either it he she they its his their no all such");
    private static final Set<String> REMOVED = Set.of(
            "removed",
            "deleted",
            "scrapped",
            "dropped",
            "struck",
            "cancelled",
            "gone",
            "excluded",
            "withdrawn",
            "abandoned",
            "shelved");
    private static final int REMOVED_WITHIN = 6;
    private static final int AGAIN_WITHIN = 7;
    private static final int OPEN_BEFORE = 5;
    private static final int OPEN_BEHIND = 3;
    private static final int HALF_WITHIN = 30;

    private Hedges() {}

    /** As {@link Words#plain(int)} spells them. */
    static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).map(Words::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> halves(String pairs) {
        var words = pairs.split(" ");
        var halves = new HashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            halves.put(Words.plain(words[i]), Words.plain(words[i + 1]));
        }
        return Map.copyOf(halves);
    }

    /** "unterstützt den Plan nicht". */
    static boolean isTakenBack(Scene scene, int behind) {
        for (int i = behind; i < scene.count && !scene.isBehindComma(i); i++) {
            if (scene.plain(i).equals("nicht")) {
                return true;
            }
        }
        return false;
    }

    /** "wants the limits on the army removed". */
    static boolean isRemoved(Scene scene, int behind) {
        for (int i = behind; i < Math.min(scene.count, behind + REMOVED_WITHIN) && !scene.isBehindComma(i); i++) {
            if (REMOVED.contains(scene.plain(i))) {
                return true;
            }
            if (scene.begins(i, Kind.JOINS | Kind.FACT)) {
                return false;
            }
        }
        return false;
    }

    /** "a ceasefire or not", "war or no war": neither is what the sentence is about. */
    static boolean[] alternatives(Scene scene) {
        var aside = new boolean[scene.count];
        for (int i = 1; i < scene.count - 1; i++) {
            if (!OR.contains(scene.plain(i)) || !ELSE.contains(scene.plain(i + 1))) {
                continue;
            }
            var from = i;
            while (from > Math.max(0, i - OPEN_BEFORE) && !scene.isBehindComma(from)) {
                from--;
            }
            for (int a = from; a < Math.min(scene.count, i + 2 + OPEN_BEHIND); a++) {
                if (a > i + 1 && scene.isBehindComma(a)) {
                    break;
                }
                aside[a] = true;
            }
        }
        return aside;
    }

    /** Whether a word says once more what a negation before it said. */
    static boolean isAgain(Scene scene, int i) {
        if (!AGAIN.contains(scene.plain(i))) {
            return false;
        }
        for (int c = i - 1; c >= Math.max(0, i - AGAIN_WITHIN); c--) {
            if (FIRST.contains(scene.plain(c))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAgain(String plain) {
        return AGAIN.contains(plain);
    }

    /** "neither Kyiv nor Moscow". */
    static boolean isNeither(String plain) {
        return NEITHER.contains(plain);
    }

    /** What analysts hold to be somebody's position. */
    static boolean isObserved(Scene scene, int operator) {
        var last = scene.count;
        for (int i = operator + 1; i < scene.count; i++) {
            last = scene.isBehindComma(i) ? i : last;
        }
        for (int i = 0; i < scene.count; i++) {
            if ((i < operator || i >= last) && scene.quote[i] == Scene.NONE && OBSERVERS.contains(scene.plain(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb stands there without its other half, or with a negated one: "schloss Wahlen nicht aus". */
    static boolean isHalf(Scene scene, int verb) {
        var half = HALVES.get(scene.plain(verb));
        if (half == null) {
            return false;
        }
        for (int i = verb + 1; i < Math.min(scene.count, verb + HALF_WITHIN); i++) {
            if (scene.plain(i).equals(half)) {
                return scene.plain(i - 1).equals("nicht");
            }
        }
        return true;
    }

    /** "had no interest in": the verb of having is the whole of it, and no other tense. */
    static boolean isNothing(String plain) {
        return plain.equals("no") || plain.equals("little") || plain.startsWith("kein");
    }

    /** "will agree when", "ready to sign when": what is still to come. */
    static boolean isWhen(Scene scene, int c, int operator) {
        if (!scene.plain(c).equals("when") || scene.isBehindComma(c)) {
            return false;
        }
        for (int i = operator; i >= Math.max(0, operator - 3); i--) {
            if (TO_COME.contains(scene.plain(i))) {
                return true;
            }
        }
        return false;
    }

    /** "should both sides ask for it", "were Moscow to agree": conditions without a word of their own. */
    static void inversions(Scene scene) {
        for (int i = 0; i + 1 < scene.count; i++) {
            var word = scene.plain(i);
            var should = word.equals("should");
            if ((should || word.equals("were") && opens(scene, i))
                    && (AHEAD.contains(scene.plain(i + 1)) || scene.actor[i + 1] != Scene.NONE)) {
                scene.turnIf(i);
            }
        }
    }

    private static boolean opens(Scene scene, int i) {
        return i == 0 || scene.isBehindComma(i);
    }

    static boolean isPerfect(String plain) {
        return PAST.contains(plain);
    }

    static boolean isWanted(String plain) {
        return WANTED.contains(plain);
    }

    /** What was not done tells no will: "не ответил", "no respondió", "n'a pas dit". */
    static boolean isPast(String negation, String plain) {
        if (PAST.contains(plain)) {
            return true;
        }
        for (var ending : PAST_ENDINGS.getOrDefault(negation, Set.of())) {
            if (plain.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
