// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Override.Veto;

/**
 * What one finding asks to be counted under.
 *
 * @param partition of its record
 * @param spared what an analyst has vetoed of the article and the finding names in spite of that
 */
record Mentions(
        String article,
        int partition,
        String revision,
        String version,
        String outlet,
        @Nullable String group,
        Instant eventTime,
        List<Aim> aims,
        List<DeadlineSaid> deadlines,
        List<StanceSaid> stances,
        List<Veto> spared) {
    private static final int LONGEST_GROUP = 60;

    /** One target and the sentiment toward it, in thousandths. */
    record Aim(String target, @Nullable Integer own, @Nullable Integer quoted) {}

    static Mentions of(Finding f, int partition) {
        return of(f, partition, List.of());
    }

    static Mentions of(Finding f, int partition, List<Veto> vetoes) {
        return new Mentions(
                f.article(),
                partition,
                f.revision(),
                f.dossierVersion(),
                f.outlet(),
                f.group(),
                f.eventTime(),
                List.copyOf(aims(f).values()),
                DeadlineSaid.of(f),
                StanceSaid.of(f),
                vetoes.isEmpty() ? List.of() : spared(f, vetoes));
    }

    private static List<Veto> spared(Finding f, List<Veto> vetoes) {
        var named = new HashSet<String>();
        f.points().forEach(p -> named.add("point:" + p.point()));
        f.actors().forEach(a -> named.add("actor:" + a.actor()));
        f.figures().forEach(n -> Collections.addAll(named, "point:" + n.point(), "actor:" + n.speaker()));
        f.quotes().forEach(q -> named.add("actor:" + q.speaker()));
        f.quotes().forEach(q -> q.points().forEach(p -> named.add("point:" + p)));
        f.deadlines().forEach(d -> Collections.addAll(named, "actor:" + d.setBy(), "actor:" + d.bound()));
        f.deadlines().forEach(d -> d.points().forEach(p -> named.add("point:" + p)));
        var stances = f.stances() == null ? List.<StanceMention>of() : f.stances();
        stances.forEach(s -> Collections.addAll(named, "point:" + s.point(), "actor:" + s.actor(), "actor:" + s.by()));
        return vetoes.stream().filter(v -> named.contains(v.tag())).toList();
    }

    private static Map<String, Aim> aims(Finding f) {
        var aims = new LinkedHashMap<String, Aim>();
        var facets = facets(f);
        add(aims, "all", null, facets);
        if (f.points().size() + f.actors().size() > 0) {
            add(aims, "plan:" + f.dossier(), null, facets);
        }
        f.actors().forEach(a -> add(aims, "actor:" + a.actor(), a.sentiment(), facets));
        for (var point : f.points()) {
            add(aims, "point:" + point.point(), point.sentiment(), facets);
            var said = sentences(point.evidence());
            for (var actor : f.actors()) {
                if (sentences(actor.evidence()).stream().anyMatch(said::contains)) {
                    add(aims, "pair:" + point.point() + "|" + actor.actor(), null, List.of());
                }
            }
        }
        return aims;
    }

    private static void add(
            Map<String, Aim> aims, String target, @Nullable TargetSentiment sentiment, List<String> facets) {
        var own = sentiment == null ? null : sentiment.own();
        var quoted = sentiment == null ? null : sentiment.quoted();
        aims.putIfAbsent(target, new Aim(target, own, quoted));
        for (var facet : facets) {
            aims.putIfAbsent(target + facet, new Aim(target + facet, own, quoted));
        }
    }

    private static Set<Integer> sentences(List<Evidence> evidence) {
        var sentences = new HashSet<Integer>();
        evidence.forEach(e -> sentences.add(e.sentence()));
        return sentences;
    }

    private static List<String> facets(Finding f) {
        var asked = f.facets() == null ? List.<String>of() : f.facets();
        var facets = new ArrayList<String>();
        if (asked.contains("language") && f.language() != null && !f.language().isEmpty()) {
            facets.add("/lang:" + f.language());
        }
        if (asked.contains("group") && f.group() != null && !f.group().isBlank()) {
            facets.add("/group:" + plain(f.group()));
        }
        return facets;
    }

    private static String plain(String group) {
        var plain = new StringBuilder();
        var trimmed = group.strip();
        for (var i = 0; i < trimmed.length(); ) {
            var c = trimmed.codePointAt(i);
            i += Character.charCount(c);
            if (i > LONGEST_GROUP) {
                break; // a character of two units is not halved
            }
            var blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            var odd = c == '@' || c == '/' || c == '|' || blank || Character.isISOControl(c);
            plain.appendCodePoint(odd ? '-' : c);
        }
        return plain.toString();
    }
}
