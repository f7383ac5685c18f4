// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts and rules that try to make the tagger slow. The rules ask for army and cap, which most texts are full of. */
final class Hostile {
    private static final int DEEPEST = 48;

    /** As many as may stand in a row. */
    private static final int LONGEST_CHAIN = 21;

    /** Each becomes a text by being repeated. */
    private static final List<String> PIECES = List.of(
            "army cap ",
            "Army cap. ",
            "army cap\n",
            "ARMY CAP NATO UKRAINE ",
            "(army [cap ",
            "(via AP army ",
            "Read more. army ",
            "army's ''' cap's ",
            "Trump Ukraine said ",
            "Kyiv said. ",
            "He said Trump. ",
            "the president ",
            "point 6 ",
            "Point 6. ",
            "\u201Carmy\u201D \"cap\" ",
            "army-cap-",
            "U.S. Gen. ",
            "a.",
            ".  ",
            "\n",
            "1 ",
            "100,000,",
            "7",
            "$1bn ",
            "one ",
            "hundred and ",
            "a\u0301r\u0302m\u0303y\u0304 ");

    private Hostile() {}

    /** By name or by what they repeat, each so many characters long. */
    static Map<String, String> texts(int length) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (var piece : PIECES) {
            texts.put(piece, repeat(piece, length));
        }
        texts.put("dots before a letter", repeat(".", length - 1) + "x");
        texts.put("stops and closers", repeat("?!\")", length - 1) + "x");
        texts.put("one word", repeat("army", length));
        texts.put("one word of y", repeat("ay", length));
        texts.put("combining marks", "a" + repeat("\u0301", length - 1));
        texts.put("words never seen", unseen(length));
        return texts;
    }

    /** Over the words army and cap, numbers, and anything that begins with a. */
    static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("word", "army");
        rules.put("parentheses", nested("(", "army"));
        rules.put("NEAR chain", chain(" NEAR/100 ", LONGEST_CHAIN, i -> i % 2 == 0 ? "army" : "cap"));
        rules.put("BEFORE chain", chain(" BEFORE/100 ", LONGEST_CHAIN, i -> "a*"));
        rules.put("NEAR of ORs", chain(" NEAR/100 ", LONGEST_CHAIN, i -> "(a* OR army OR cap OR \"army cap\")"));
        rules.put("NEAR nested", nested("(army NEAR/100 ", "cap"));
        rules.put("ATLEAST", "ATLEAST/100(a* OR army OR cap OR u* OR number(0..10tn))");
        rules.put("ATLEAST nested", nested("ATLEAST/2(", "army"));
        rules.put("SENTENCE nested", nested("SENTENCE(", "army AND cap"));
        rules.put("PARAGRAPH nested", nested("PARAGRAPH(", "army AND cap"));
        rules.put("PARAGRAPH in SENTENCE", "SENTENCE(army AND PARAGRAPH(cap BEFORE/1 cap))");
        rules.put("SENTENCE in PARAGRAPH", "PARAGRAPH(army AND SENTENCE(cap BEFORE/1 cap))");
        rules.put("stem", "play~ OR army~");
        rules.put("AND NOT", chain(" AND NOT ", 50, i -> "(army OR nothing" + i + ")"));
        rules.put("long phrase", '"' + repeat("army cap ", 4_500) + "nothing\"");
        rules.put("many numbers", chain(" OR ", 500, i -> "number(" + i + ".." + (i + 100_000) + ")"));
        rules.put("thousand alternatives", chain(" OR ", 1_000, i -> "word" + i) + " OR army");
        return rules;
    }

    private static String repeat(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static String chain(String operator, int links, IntFunction<String> link) {
        return IntStream.range(0, links).mapToObj(link).collect(Collectors.joining(operator));
    }

    private static String nested(String open, String core) {
        return open.repeat(DEEPEST) + core + ")".repeat(DEEPEST);
    }

    private static String unseen(int length) {
        var text = new StringBuilder(length + 10);
        for (int i = 0; text.length() < length; i++) {
            text.append(Integer.toString(i * 31 + 1_000_000, 36)).append('x').append(i % 20 == 19 ? ". " : " ");
        }
        return text.substring(0, length);
    }
}
