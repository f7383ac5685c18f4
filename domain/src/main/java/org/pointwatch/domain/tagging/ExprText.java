// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parts of rules, as they are written. */
final class ExprText {
    private ExprText() {}

    static String of(Expr expr) {
        if (expr instanceof Expr.Word word) {
            return word(word);
        }
        if (expr instanceof Expr.Phrase phrase) {
            return "\"" + phrase.words().stream().map(ExprText::word).collect(Collectors.joining(" ")) + "\"";
        }
        if (expr instanceof Expr.Number number) {
            return number(number);
        }
        if (expr instanceof Expr.Reference reference) {
            return "@" + reference.id();
        }
        return expr instanceof Expr.PointReference point ? "#" + point.id() : compound(expr);
    }

    private static String compound(Expr expr) {
        if (expr instanceof Expr.And and) {
            return joined(and.parts(), " AND ");
        }
        if (expr instanceof Expr.Or or) {
            return joined(or.parts(), " OR ");
        }
        if (expr instanceof Expr.Near near) {
            var operator = near.ordered() ? " BEFORE/" : " NEAR/";
            return "(" + of(near.left()) + operator + near.gap() + " " + of(near.right()) + ")";
        }
        if (expr instanceof Expr.Not not) {
            return "NOT " + of(not.part());
        }
        return call(expr) + "(" + joined(Exprs.parts(expr), "") + ")";
    }

    private static String call(Expr expr) {
        if (expr instanceof Expr.InSentence) {
            return "SENTENCE";
        }
        if (expr instanceof Expr.InParagraph) {
            return "PARAGRAPH";
        }
        return expr instanceof Expr.AtLeast times ? "ATLEAST/" + times.times() : "TITLE";
    }

    private static String joined(List<Expr> parts, String operator) {
        var text = parts.stream().map(ExprText::of).collect(Collectors.joining(operator));
        return parts.size() == 1 ? text : "(" + text + ")";
    }

    private static String word(Expr.Word word) {
        var text = word.text();
        var spelt =
                switch (word.capitals()) {
                    case ANY -> text;
                    case NONE -> "=" + text;
                    case FIRST -> "=" + text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
                    case ALL -> "=" + text.toUpperCase(Locale.ROOT);
                };
        return spelt
                + switch (word.match()) {
                    case WHOLE -> "";
                    case PREFIX -> "*";
                    case STEM -> "~";
                };
    }

    private static String number(Expr.Number number) {
        var unit = number.unit();
        return "number(" + range(number)
                + (unit == null ? "" : " " + unit.name().toLowerCase(Locale.ROOT)) + ")";
    }

    static String range(Expr.Number number) {
        var from = plain(number.from());
        return number.to() == number.from() ? from : from + ".." + plain(number.to());
    }

    /** Without exponent and needless digits. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
