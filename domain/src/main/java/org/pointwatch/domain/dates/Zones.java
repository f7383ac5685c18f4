// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Letters;

/** The time zones that news name: "ET", "GMT", "Brussels time", "по киевскому времени". What it does not know is none. */
final class Zones {
    private static final Map<String, ZoneId> LETTERS = new HashMap<>();
    private static final Map<String, ZoneId> PLACES = new HashMap<>();
    private static final int SHORTEST_STEM = 4;

    static {
        letters("America/New_York", "et est edt");
        letters("America/Chicago", "cst cdt");
        letters("America/Los_Angeles", "pt pst pdt");
        letters("UTC", "gmt utc");
        letters("Europe/London", "bst");
        letters("Europe/Paris", "cet cest mez mesz");
        letters("Europe/Kyiv", "eet eest");
        letters("Europe/Moscow", "msk мск");
        places("America/New_York", "eastern washington york вашингтон вашингтоном");
        places("America/Chicago", "central");
        places("America/Los_Angeles", "pacific");
        places("UTC", "greenwich гринвич гринвичу");
        places("Europe/London", "london londoner londres лондон");
        places("Europe/Brussels", "brussels brusseler bruxelles bruselas brukseli брюссель");
        places("Europe/Paris", "paris pariser париж central-european");
        places("Europe/Berlin", "berlin berliner берлин");
        places("Europe/Zurich", "geneva genfer geneve женев");
        places("Europe/Warsaw", "warsaw warschauer varsovie warszawy варшав");
        places("Europe/Kyiv", "kyiv kiev kiewer kyjiwer kiew київ києв киев");
        places("Europe/Moscow", "moscow moskauer moscou moscu moskwy москв московс");
        places("Europe/Istanbul", "istanbul ankara стамбул");
        places("Asia/Riyadh", "riyadh saudi эр-рияд");
        places("Asia/Dubai", "dubai");
        places("Asia/Jerusalem", "jerusalem israel");
        places("Asia/Tokyo", "tokyo");
        places("Asia/Shanghai", "beijing");
    }

    private Zones() {}

    private static void letters(String zone, String names) {
        for (var name : names.split(" ")) {
            LETTERS.put(Letters.fold(name), ZoneId.of(zone));
        }
    }

    private static void places(String zone, String names) {
        for (var name : names.split(" ")) {
            PLACES.put(Letters.fold(name), ZoneId.of(zone));
        }
    }

    record Zone(ZoneId zone, int to) {}

    /** The zone that begins at a lexeme. */
    static @Nullable Zone at(Lexemes x, int i) {
        if (x.sign(i) != Lexemes.WORD && x.sign(i) != '(') {
            return null;
        }
        var word = folded(x, i);
        var letters = LETTERS.get(word);
        if (letters != null && x.isCapital(i)) {
            return new Zone(letters, i + 1);
        }
        if (x.is(i, Role.TIME)) {
            return timeOf(x, i);
        }
        var at = x.spells(i, "\u043F\u043E") || x.spells(i, "\u0437\u0430") ? i + 1 : i;
        at += x.spells(at, "new") || x.spells(at, "u") ? 1 : 0;
        var place = place(x, at);
        if (place == null) {
            return null;
        }
        var time = x.is(at + 1, Role.TIME)
                ? at + 2
                : x.spells(at + 1, "standard") && x.is(at + 2, Role.TIME) ? at + 3 : at + 1;
        return time > at + 1 || at > i || x.spells(at, "eastern") || x.spells(at, "pacific")
                ? new Zone(place, time)
                : null;
    }

    /** "Heure de Bruxelles", "hora de Bruselas". */
    private static @Nullable Zone timeOf(Lexemes x, int i) {
        var place = x.is(i + 1, Role.OF) ? place(x, i + 2) : null;
        return place == null ? null : new Zone(place, i + 3);
    }

    private static @Nullable ZoneId place(Lexemes x, int i) {
        if (x.sign(i) != Lexemes.WORD) {
            return null;
        }
        var word = folded(x, i);
        for (var end = word.length(); end >= Math.min(word.length(), SHORTEST_STEM); end--) {
            var zone = PLACES.get(word.substring(0, end));
            if (zone != null && (end == word.length() || word.charAt(0) > 'z')) {
                return zone;
            }
        }
        return null;
    }

    private static String folded(Lexemes x, int i) {
        if (x.end(i) - x.start(i) > 20) {
            return "";
        }
        return Letters.fold(x.text.substring(x.start(i), x.end(i))).toLowerCase(Locale.ROOT);
    }
}
