// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.search;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * A query that every text matches which holds a match of the one given, wherever in it: words for phrases, pieces for words.
 */
public final class WiderQuery {
    private final String tree;
    private final StringBuilder wider = new StringBuilder();
    private int at;

    private WiderQuery(String tree) {
        this.tree = tree;
    }

    /**
     * @param tree of the positive part of a query, as PostgreSQL's {@code querytree} writes it
     * @return a {@code tsquery} over {@link SearchPieces}; texts whose words were kept whole match it too. Null if every
     *     text may match
     */
    public static @Nullable String of(String tree) {
        return tree.isBlank() || tree.equals("T") ? null : new WiderQuery(tree).widened();
    }

    private @Nullable String widened() {
        while (at < tree.length()) {
            var c = tree.charAt(at);
            if (c == '\'') {
                if (!word(lexeme())) {
                    return null;
                }
            } else if (c == '<') {
                at = tree.indexOf('>', at) + 1;
                wider.append('&');
            } else if (" ()&|".indexOf(c) >= 0) {
                wider.append(c);
                at++;
            } else {
                throw new IllegalArgumentException("no query of words: " + tree);
            }
        }
        return wider.toString();
    }

    /** Up to the closing quote; quotes and backslashes within stand twice. */
    private String lexeme() {
        var word = new StringBuilder();
        for (at++; at < tree.length(); at++) {
            var c = tree.charAt(at);
            var twice = at + 1 < tree.length() && tree.charAt(at + 1) == c;
            if (c == '\'' && !twice) {
                break;
            }
            if ((c == '\'' || c == '\\') && twice) {
                at++;
            }
            word.append(c);
        }
        at++;
        return word.toString();
    }

    private boolean word(String word) {
        var pieces = new LinkedHashSet<String>();
        SearchPieces.add(word, Integer.MAX_VALUE, pieces);
        if (pieces.isEmpty()) {
            return false;
        }
        wider.append("( ").append(quoted(word));
        if (pieces.size() > 1 || !pieces.contains(word)) {
            wider.append(" | ")
                    .append(String.join(
                            " & ", pieces.stream().map(WiderQuery::quoted).toList()));
        }
        wider.append(" )");
        return true;
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
