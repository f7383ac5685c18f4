// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;

/** The section {@code alerts:}. Rules of an outer file stand before those of the files that it includes. */
final class AlertDrafts {
    private static final String ANY = "*";
    private static final Map<Character, Duration> UNITS =
            Map.of('m', Duration.ofMinutes(1), 'h', Duration.ofHours(1), 'd', Duration.ofDays(1));
    private static final long LONGEST = 366;

    private record Draft(AlertRule rule, @Nullable Entry target) {}

    private final List<Draft> drafts = new ArrayList<>();

    /** Those of one file; included files come first. */
    void define(Fields file) {
        var own = new ArrayList<Draft>();
        for (var fields : file.records("alerts")) {
            var draft = draft(fields, file.problems());
            fields.finish();
            if (draft != null) {
                own.add(draft);
            }
        }
        drafts.addAll(0, own);
    }

    private static @Nullable Draft draft(Fields fields, Problems problems) {
        var named = fields.required("kind");
        var target = fields.optional("target");
        var thresholds = fields.texts("threshold");
        var cooldown = fields.optional("cool-down");
        var channel = fields.optional("channel");
        var kind = named == null ? null : AlertKind.of(named.value()).orElse(null);
        if (named != null && kind == null) {
            named.problem(
                    problems,
                    "'" + named.value() + "' is no kind of alert",
                    "use one of " + String.join(", ", AlertKind.ids()));
        }
        if (channel != null) {
            Ids.check(channel, problems);
        }
        var pause = cooldown == null ? null : duration(cooldown, problems);
        if (kind == null) {
            return null;
        }
        var rule = new AlertRule(
                kind,
                target == null ? ANY : target.value(),
                thresholds(kind, thresholds, problems),
                pause == null ? kind.cooldown() : pause,
                channel == null ? AlertRule.DESK : channel.value());
        return new Draft(rule, target);
    }

    private static List<Double> thresholds(AlertKind kind, List<Entry> given, Problems problems) {
        var values = new ArrayList<Double>();
        for (var entry : given) {
            var value = number(entry, problems);
            if (value != null && !sound(kind, value)) {
                entry.problem(
                        problems,
                        "a threshold of " + entry.value() + " makes no sense for " + kind.id(),
                        meaning(kind));
            } else if (value != null) {
                values.add(value);
            }
        }
        if (values.size() > 1 && kind != AlertKind.DEADLINE_NEAR) {
            given.get(1).problem(problems, kind.id() + " has one threshold", "keep one of them");
        }
        return values.isEmpty() ? kind.thresholds() : values;
    }

    private static @Nullable Double number(Entry entry, Problems problems) {
        try {
            return Double.valueOf(entry.value());
        } catch (NumberFormatException e) {
            entry.problem(problems, "'" + entry.value() + "' is no number", "write a number such as 3 or 0.25");
            return null;
        }
    }

    private static boolean sound(AlertKind kind, double value) {
        return switch (kind) {
            case SURGE -> value > 1 && value <= 1_000;
            case SILENCE -> value >= 3 && value <= 10_000;
            case TONE_SHIFT -> value > 0 && value <= 2;
            case CONTESTED_FIGURE -> value >= 0 && value < 1;
            case DEADLINE_NEAR -> value > 0 && value <= LONGEST * 24;
            default -> value >= 1 && value <= 10_000;
        };
    }

    private static String meaning(AlertKind kind) {
        return switch (kind) {
            case SURGE -> "write how many times the usual number: more than 1, at most 1000";
            case SILENCE -> "write how many stories were to be expected since the last one: at least 3";
            case TONE_SHIFT -> "write how far the mean must move on the scale from -1 to 1: more than 0, at most 2";
            case CONTESTED_FIGURE -> "write how far from a known value, as a part of it: 0 or more, less than 1";
            case DEADLINE_NEAR -> "write hours before the deadline: more than 0, at most " + LONGEST * 24;
            default -> "write how many stories must carry it: at least 1";
        };
    }

    private static @Nullable Duration duration(Entry entry, Problems problems) {
        var text = entry.value();
        var unit = text.isEmpty() ? null : UNITS.get(text.charAt(text.length() - 1));
        var digits = unit == null ? text : text.substring(0, text.length() - 1);
        var number = !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(digits)
                : -1;
        var pause = number < 0 || unit == null && number > 0
                ? null
                : unit == null ? Duration.ZERO : unit.multipliedBy(number);
        if (pause == null || pause.toDays() > LONGEST) {
            entry.problem(problems, "'" + text + "' is no length of time up to a year", "write 30m, 6h, 2d or 0");
            return null;
        }
        return pause;
    }

    /** As {@code cool-down:} takes it. */
    static String written(Duration pause) {
        return pause.isZero() ? "0" : pause.toMinutes() + "m";
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Once all definitions are known. */
    void check(DossierDraft dossier, Problems problems) {
        for (var draft : drafts) {
            var target = draft.target();
            if (target != null) {
                check(target, dossier, problems);
            }
        }
    }

    private static void check(Entry target, DossierDraft dossier, Problems problems) {
        var text = target.value();
        var open = text.endsWith(ANY);
        var whole = text.substring(0, text.length() - (open ? 1 : 0));
        var colon = whole.indexOf(':');
        var kind = colon < 0 ? whole : whole.substring(0, colon);
        if (whole.contains(ANY)
                || !(open && whole.isEmpty()
                        || whole.equals("all")
                        || List.of("point", "actor", "pair", "plan").contains(kind))) {
            target.problem(
                    problems,
                    "'" + text + "' is no target",
                    "write *, all, point:<id>, actor:<id>, pair:<point>|<actor> or plan:<dossier>; an asterisk at the end"
                            + " stands for whatever follows");
        } else if (!open && kind.equals("point") && dossier.points().get(id(whole)) == null) {
            target.missing(problems, "no point '" + id(whole) + "'", "correct the id, or write point:*");
        } else if (!open && kind.equals("actor") && dossier.actors().get(id(whole)) == null) {
            target.missing(problems, "no actor '" + id(whole) + "'", "correct the id, or write actor:*");
        }
    }

    /** Without what makes it a part of a target. */
    private static String id(String target) {
        var part = target.indexOf('/');
        return target.substring(target.indexOf(':') + 1, part < 0 ? target.length() : part);
    }

    List<AlertRule> rules() {
        return drafts.stream().map(Draft::rule).toList();
    }
}
