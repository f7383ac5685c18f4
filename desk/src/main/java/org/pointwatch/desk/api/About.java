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

    private static void any(Select select, String findings, List<TargetName> targets, Span span, String end) {
        if (targets.isEmpty()) {
            select.add("AND " + mentions(findings, span) + end);
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
                select.add("AND " + findings + ".dossier = ? AND " + mentions(findings, span) + end, target.id());
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

    /** The times are named, so that only their months are looked into. */
    private static String mentions(String findings, Span span) {
        return "EXISTS (SELECT FROM mentions m WHERE m.article = " + findings + ".article AND m.event_time >= '"
                + span.from() + "' AND m.event_time < '" + span.to() + "'";
    }
}
