// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Agencies.Place;

/** Credits at the end: who holds the copyright, who contributed, the agency in brackets after the last sentence. */
final class Tail {
    private static final int LONGEST_TRAILER = 30;
    private static final int LONGEST_CONTRIBUTION = 24;
    private static final int SHORTEST_PROSE = 60;

    /** The last paragraph, and a line below it that only looks like one. */
    private static final int MOST_PROSE = 2;

    private static final String SENTENCE_END = ".!?…\"”“»’'*";
    private static final Set<String> CONTRIBUTED = Set.of("contributed", "contribué", "contribuyó", "contribuito");
    private static final Set<String> TO = Set.of("to", "à", "a");
    private static final Set<String> THIS = Set.of("this", "cet", "ce", "este", "esta", "questo");
    private static final Set<String> ARTICLE = Set.of("report", "story", "article");

    private Tail() {}

    /** @param lines from the bottom up */
    static @Nullable Credit credit(List<String> lines) {
        Credit part = null;
        var last = true;
        var prose = 0;
        for (var i = 0; i < lines.size() && prose < MOST_PROSE; i++) {
            var line = lines.get(i);
            var tokens = Token.all(line);
            var agency = anywhere(tokens);
            if (agency == null && last) {
                agency = line.length() <= Lines.SHORT && i + 1 < lines.size() ? alone(tokens) : null;
                agency = agency == null ? bracketed(tokens) : agency;
            }
            if (agency != null) {
                return new Credit(agency, Credit.Where.CREDIT_LINE);
            }
            part = part == null && line.length() <= Lines.SHORT ? part(tokens) : part;
            last &= line.length() <= LONGEST_TRAILER;
            prose += line.length() > SHORTEST_PROSE && !Head.names(tokens) ? 1 : 0;
        }
        return part;
    }

    private static @Nullable String anywhere(List<Token> tokens) {
        var copyright = Copyright.agency(tokens);
        return copyright == null ? contributor(tokens) : copyright;
    }

    /** {@code Source: TASS}, {@code /ritzau/}, {@code ==Kyodo}: the whole line, below a text. */
    private static @Nullable String alone(List<Token> tokens) {
        var start =
                tokens.size() > 1 && Vocabulary.SOURCE.contains(tokens.get(0).lower()) ? 1 : 0;
        var named = tokens.subList(start, tokens.size()).stream()
                .filter(t -> t.word() || t.oneOf("-.'"))
                .toList();
        return Head.names(tokens.subList(start, tokens.size())) ? Field.name(named) : null;
    }

    /** {@code … said the spokesman. (PAP)}; after a caption stands no full stop. */
    private static @Nullable String bracketed(List<Token> tokens) {
        var enclosure = lastBrackets(tokens);
        if (enclosure < 0) {
            return null;
        }
        var within = Enclosure.at(tokens, enclosure, tokens.get(enclosure).is("(") ? ")" : "/");
        var stands = enclosure > 0 && tokens.get(enclosure - 1).oneOf(SENTENCE_END);
        return within != null && stands ? within.agency() : null;
    }

    /** Where the brackets open that the line ends with, -1 if it ends otherwise. */
    private static int lastBrackets(List<Token> tokens) {
        var end = tokens.size() - 1;
        while (end >= 0 && tokens.get(end).is(".")) {
            end--;
        }
        var opening =
                end < 0 ? "" : tokens.get(end).is(")") ? "(" : tokens.get(end).is("/") ? "/" : "";
        for (var i = end - 1; !opening.isEmpty() && i >= 0; i--) {
            if (tokens.get(i).is(opening)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code AP writer Jane Roe in Geneva contributed to this report.}, or the same words after somebody else's name. */
    private static @Nullable String contributor(List<Token> tokens) {
        for (var i = 0; i < tokens.size(); i++) {
            var found = Agencies.at(tokens, i, Place.LINE);
            if (found != null && contributed(tokens, found.end(), begins(tokens, i))) {
                return found.agency();
            }
        }
        return null;
    }

    private static boolean begins(List<Token> tokens, int i) {
        var start = i > 0 && tokens.get(i - 1).lower().equals("the") ? i - 1 : i;
        return start == 0 || tokens.get(start - 1).oneOf(".!?…()*[”\"");
    }

    /** @param sentence whether the agency begins one; else the verb must follow at once */
    private static boolean contributed(List<Token> tokens, int start, boolean sentence) {
        var end = start + (sentence ? LONGEST_CONTRIBUTION : 1);
        for (var i = start; i < Math.min(tokens.size(), end); i++) {
            var t = tokens.get(i);
            if (CONTRIBUTED.contains(t.lower())) {
                return toThisArticle(tokens, i + 1);
            }
            if (t.oneOf("!?…") || t.is(".") && tokens.get(i - 1).text().length() > 2) {
                return false;
            }
        }
        return false;
    }

    private static boolean toThisArticle(List<Token> tokens, int i) {
        if (i >= tokens.size()
                || tokens.get(i).oneOf(".)]")
                || tokens.get(i).lower().equals("reporting")) {
            return true;
        }
        if (i + 1 >= tokens.size() || !TO.contains(tokens.get(i).lower())) {
            return false;
        }
        var the = tokens.get(i + 1).lower().equals("the") && i + 2 < tokens.size();
        return THIS.contains(tokens.get(i + 1).lower())
                || the && ARTICLE.contains(tokens.get(i + 2).lower());
    }

    /** {@code (with Reuters)}, {@code se/ul (afp, dpa)}: the outlet's own, made of what agencies sent. */
    private static @Nullable Credit part(List<Token> tokens) {
        var open = lastBrackets(tokens);
        if (open > 1 && tokens.get(1).is("/")) {
            var within = Enclosure.at(tokens, open, ")");
            if (within != null) {
                return new Credit(within.agency(), Credit.Where.PART);
            }
        }
        return PartCredit.of(tokens);
    }
}
