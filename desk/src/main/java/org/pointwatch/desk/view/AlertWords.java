// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.pointwatch.domain.dossier.AlertKind;

/**
 * The reason of an alert as people read it: parties by their names, days with weekday and month. On the topic it has ids and
 * ISO times, which programs can rely on.
 */
public final class AlertWords {
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\w-])(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?(?![\\w-])");
    private static final Pattern PARTY =
            Pattern.compile("(\\bset by |\\bfor )([a-z][a-z0-9-]*)(?=[ ;,:]|$)|(\\()([a-z][a-z0-9-]*)(?= says so\\))");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private AlertWords() {}

    /** @param titles what people call a target */
    public static String of(String kind, String why, UnaryOperator<String> titles) {
        var ofReports = AlertKind.of(kind).filter(known -> !known.ofCoverage()).isPresent();
        var named = ofReports ? PARTY.matcher(why).replaceAll(found -> quoted(party(found, titles))) : why;
        return TIME.matcher(named).replaceAll(found -> quoted(time(found)));
    }

    private static String quoted(String words) {
        return java.util.regex.Matcher.quoteReplacement(words);
    }

    private static String party(MatchResult found, UnaryOperator<String> titles) {
        var group = found.group(2) == null ? 4 : 2;
        return found.group(group - 1) + titles.apply("actor:" + found.group(group));
    }

    private static String time(MatchResult found) {
        try {
            var day = LocalDate.parse(found.group(1)).format(DAY);
            return found.group(2) == null ? day : day + ", " + found.group(2) + zone(found.group(3));
        } catch (DateTimeException e) {
            return found.group();
        }
    }

    private static String zone(@org.jspecify.annotations.Nullable String offset) {
        return offset == null ? "" : offset.equals("Z") ? " UTC" : " (UTC" + offset + ")";
    }
}
