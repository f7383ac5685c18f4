// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.cli.tool.Judged.Proof;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.Explanation.NameVerdict;

/**
 * One wrong gold line for people: the text, then what was missed (-) and what came nearest, what was found too much (+),
 * and what was found rightly (=).
 */
final class MissText {
    private static final int NEAREST = 2;
    private static final int NAMES = 4;

    private final Judged judged;
    private final Explanation why;
    private final List<String> page = new ArrayList<>();

    private MissText(Judged judged, Explanation why) {
        this.judged = judged;
        this.why = why;
        var line = judged.line();
        page.add(line.name() + "  (" + line.place() + ")");
        page.add("    "
                + (line.whole() ? line.title() : Marked.line(line.article().text())));
        gate();
        judged.points().forEach(this::point);
        judged.actors().forEach(this::actor);
        page.add("");
    }

    static List<String> of(Judged judged, Explanation why) {
        return new MissText(judged, why).page;
    }

    private void gate() {
        if (why.gate().opening() == Explanation.Opening.CLOSED) {
            page.add("  ! the gate is closed");
            nearest(why.gate().rules());
        } else if (why.gate().opening() == Explanation.Opening.UNKNOWN_LANGUAGE) {
            page.add("  ! the dossier has nothing in the language " + why.language());
        }
    }

    private void point(Judged.Target point) {
        if (point.verdict() == Judged.Verdict.MISSED) {
            page.add("  - point " + point.id());
            why.rules().stream()
                    .filter(r -> r.target().equals(point.id()) && r.matched())
                    .forEach(r -> page.add("      " + r.rule() + "  would match behind an open gate"));
            nearest(why.rules().stream()
                    .filter(r -> r.target().equals(point.id()))
                    .toList());
        } else {
            found("point", point);
        }
    }

    private void nearest(List<Explanation.RuleVerdict> rules) {
        ExplanationText.sorted(rules).limit(NEAREST).forEach(rule -> {
            var nearest = rule.nearest();
            if (nearest != null) {
                page.add("      " + rule.rule() + "  " + ExplanationText.percent(nearest) + ", "
                        + ExplanationText.lacks(nearest));
                if (judged.line().whole() && !rule.target().equals("gate")) {
                    page.add("        in: " + Marked.of(nearest));
                }
            }
        });
    }

    private void actor(Judged.Target actor) {
        if (actor.verdict() == Judged.Verdict.MISSED) {
            page.add("  - actor " + actor.id());
            var names = why.names().stream()
                    .filter(n -> n.actor().equals(actor.id()))
                    .map(MissText::name)
                    .distinct()
                    .limit(NAMES)
                    .toList();
            names.forEach(n -> page.add("      " + n));
            if (names.isEmpty() && !why.rules().isEmpty()) {
                page.add("      no name of it occurs");
            }
        } else {
            found("actor", actor);
        }
    }

    private static String name(NameVerdict name) {
        return "(" + name.form() + ") " + name.why() + ": " + Marked.of(name.match());
    }

    private void found(String kind, Judged.Target target) {
        var extra = target.verdict() == Judged.Verdict.EXTRA;
        var sign = extra ? "  + " : "  = ";
        page.add(sign + kind + " " + target.id() + "  " + proof(target.proofs().get(0)));
        if (extra && judged.line().whole()) {
            target.proofs().forEach(p -> page.add("      " + p.rule() + ": " + Marked.line(p.sentence())));
        }
    }

    private static String proof(Proof proof) {
        return proof.rule() + " at \"" + Marked.line(proof.text()) + "\"";
    }
}
