// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;

/** Which articles are about a target, as a condition on a row of {@code findings}. */
final class About {
    private About() {}

    /** Any of the targets; none named: anything of the dossier. */
    static void any(Select select, String findings, List<TargetName> targets, Span span) {
        any(select, findings, targets, span, ")");
    }

    /** Looked up for one article after the other, for a walk that soon ends; else the planner reads all there is first. */
    static void anyOneByOne(Select select, String findings, List<TargetName> targets, Span span) {
        any(select, findings, targets, span, " OFFSET 0)");
    }

    /**
     * The articles about any of the targets, each once, with event_time and outlet: from what was found in them, which is less
     * than all there are. None named: anything of the dossier.
     */
    static Select articles(List<TargetName> targets, Span span) {
        if (targets.isEmpty()) {
            return mentioning(span, "");
        }
        var select =
                new Select("SELECT * FROM").in(articles(targets.get(0), span)).add("one");
        targets.stream().skip(1).forEach(target -> select.add("UNION SELECT * FROM")
                .in(articles(target, span))
                .add("another"));
        return select;
    }

    private static Select articles(TargetName target, Span span) {
        if (target.kind().equals("all")) {
            return facet(told(span), target);
        }
        if (target.kind().equals("plan")) {
            var facet = target.language() != null
                    ? "AND f.language = ?"
                    : target.group() != null ? "AND f.outlet_group = ?" : "";
            var value = target.language() != null ? target.language() : target.group();
            return value == null
                    ? mentioning(span, "AND f.dossier = ?", target.id())
                    : mentioning(span, "AND f.dossier = ? " + facet, target.id(), value);
        }
        var select = new Select("SELECT DISTINCT m.article, m.event_time, m.outlet FROM mentions m")
                .addIf(target.isFacet(), "JOIN findings f ON f.article = m.article")
                .add("WHERE m.event_time >= ? AND m.event_time < ?", span.from(), span.to())
                .add(
                        "AND m.target_kind = ? AND m.target_id = ?",
                        target.actor() == null ? target.kind() : "point",
                        target.id())
                .addIf(
                        target.actor() != null,
                        "AND EXISTS (SELECT FROM mentions a WHERE a.article = m.article AND a.event_time = m.event_time"
                                + " AND a.sentence_no = m.sentence_no AND a.target_kind = 'actor' AND a.target_id = ?)",
                        target.actor());
        return facet(select, target);
    }

    private static Select facet(Select select, TargetName target) {
        return select.addIf(target.language() != null, "AND f.language = ?", target.language())
                .addIf(target.group() != null, "AND f.outlet_group = ?", target.group());
    }

    private static Select told(Span span) {
        return new Select(
                "SELECT f.article, f.event_time, f.outlet FROM findings f WHERE f.event_time >= ? AND f.event_time < ?",
                span.from(),
                span.to());
    }

    /** Articles that mention anything: what search keeps of them says so; of those of older sinks, their mentions. */
    private static Select mentioning(Span span, String which, String... values) {
        return told(span)
                .add("AND f.search_words <> '' " + which, (Object[]) values)
                .add("UNION ALL")
                .add("SELECT * FROM")
                .in(told(span)
                        .add("AND f.search_words IS NULL " + which, (Object[]) values)
                        .add("AND " + mentions("f", span) + ")"))
                .add("unknown");
    }

    private static void any(Select select, String findings, List<TargetName> targets, Span span, String end) {
        if (targets.isEmpty()) {
            select.add("AND " + mentioning(findings, span, end));
            return;
        }
        select.add("AND (false");
        for (var target : targets) {
            select.add("OR (true");
            one(select, findings, target, span, end);
            select.add(")");
        }
        select.add(")");
    }

    private static void one(Select select, String findings, TargetName target, Span span, String end) {
        switch (target.kind()) {
            case "all" -> {}
            case "plan" ->
                select.add("AND " + findings + ".dossier = ? AND " + mentioning(findings, span, end), target.id());
            case "pair" ->
                select.add(
                        "AND " + mentions(findings, span)
                                + " AND m.target_kind = 'point' AND m.target_id = ? AND EXISTS (SELECT FROM mentions a"
                                + " WHERE a.article = m.article AND a.event_time = m.event_time AND a.sentence_no = m.sentence_no"
                                + " AND a.target_kind = 'actor' AND a.target_id = ?)" + end,
                        target.id(),
                        target.actor());
            default ->
                select.add(
                        "AND " + mentions(findings, span) + " AND m.target_kind = ? AND m.target_id = ?" + end,
                        target.kind(),
                        target.id());
        }
        select.addIf(target.language() != null, "AND " + findings + ".language = ?", target.language())
                .addIf(target.group() != null, "AND " + findings + ".outlet_group = ?", target.group());
    }

    /** Of anything; see {@link #mentioning(Span, String, String...)}. */
    private static String mentioning(String findings, Span span, String end) {
        return "(" + findings + ".search_words <> '' OR " + findings + ".search_words IS NULL AND "
                + mentions(findings, span) + end + ")";
    }

    /** The times are named, so that only their months are looked into; and the article's own, so that its row is met at once. */
    private static String mentions(String findings, Span span) {
        return "EXISTS (SELECT FROM mentions m WHERE m.article = " + findings + ".article AND m.event_time = "
                + findings + ".event_time AND m.event_time >= '" + span.from() + "' AND m.event_time < '" + span.to()
                + "'";
    }
}
