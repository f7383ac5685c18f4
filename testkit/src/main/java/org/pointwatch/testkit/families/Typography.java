// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same letters in other characters: gentle as by any newsroom, or everything that a careless one can do. */
record Typography(boolean everything) implements Change {
    private static final Pattern ANY_QUOTE = Pattern.compile("[\"„“”«»]");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{9,}");
    private static final List<String> OPENING = List.of("“", "„", "«");
    private static final List<String> CLOSING = List.of("”", "“", "»");
    private static final int FULL_WIDTH = '０' - '0';

    @Override
    public Draft apply(Draft draft, Random random) {
        int style = random.nextInt(OPENING.size());
        UnaryOperator<String> gentle = text -> spaces(dashes(quotes(text, style)), random);
        UnaryOperator<String> change = everything ? text -> careless(gentle.apply(text), random) : gentle;
        var title = change.apply(draft.title());
        var paragraphs = draft.paragraphs().stream().map(change).toList();
        return new Draft(everything ? title.toUpperCase(Locale.ROOT) : title, paragraphs);
    }

    private static String careless(String text, Random random) {
        var decomposed = random.nextBoolean() ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
        return fullWidth(ligatures(softHyphens(decomposed, random)));
    }

    private static String quotes(String text, int style) {
        var out = new StringBuilder();
        var quote = ANY_QUOTE.matcher(text);
        while (quote.find()) {
            quote.appendReplacement(out, opens(text, quote.start()) ? OPENING.get(style) : CLOSING.get(style));
        }
        return quote.appendTail(out).toString().replace('\'', '’');
    }

    /** A guillemet says so itself; other quotes open after a space or a bracket. */
    private static boolean opens(String text, int at) {
        return switch (text.charAt(at)) {
            case '«' -> true;
            case '»' -> false;
            default -> at == 0 || " (".indexOf(text.charAt(at - 1)) >= 0;
        };
    }

    private static String dashes(String text) {
        return text.replace(" - ", " — ").replace(" – ", " — ");
    }

    private static String spaces(String text, Random random) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) == ' ' && random.nextInt(12) == 0) {
                out.setCharAt(i, '\u00a0');
            }
        }
        return out.toString();
    }

    private static String softHyphens(String text, Random random) {
        return LONG_WORD.matcher(text).replaceAll(match -> {
            var word = match.group();
            int middle = 3 + random.nextInt(word.length() - 5);
            return Matcher.quoteReplacement(word.substring(0, middle) + '\u00ad' + word.substring(middle));
        });
    }

    private static String ligatures(String text) {
        return text.replace("ffi", "ﬃ")
                .replace("ffl", "ﬄ")
                .replace("ff", "ﬀ")
                .replace("fi", "ﬁ")
                .replace("fl", "ﬂ");
    }

    private static String fullWidth(String text) {
        var out = new StringBuilder();
        text.codePoints().map(c -> c >= '0' && c <= '9' ? c + FULL_WIDTH : c).forEach(out::appendCodePoint);
        return out.toString();
    }
}
