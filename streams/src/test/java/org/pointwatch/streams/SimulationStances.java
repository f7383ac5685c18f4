// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;

/**
 * Stances in the texts of simulated worlds, in a notation of their own, and what the topic must hold in the end: counted with
 * none of the ledger's own code.
 */
final class SimulationStances {
    private static final String MARK = "A stance is ";
    private static final List<String> STANCES =
            List.of("support", "support", "oppose", "oppose", "conditional", "unknown");

    private SimulationStances() {}

    /** A sentence such as {@code A stance is oppose of trump on army-cap by nato.} */
    static String sentence(Random random) {
        return MARK + STANCES.get(random.nextInt(STANCES.size())) + " of "
                + (random.nextInt(3) == 0 ? "nato" : "trump") + " on "
                + (random.nextInt(3) == 0 ? "nato-membership" : "army-cap") + " by "
                + (random.nextInt(4) == 0 ? "nato" : "-") + ".";
    }

    /** What was found, and the marked sentences. */
    static Finding in(Revision revision, Finding f) {
        var text = revision.title() + "\n\n" + revision.readable();
        var sentences = new ArrayList<>(f.sentences());
        var found = f.stances();
        var mentions = new ArrayList<>(found == null ? List.<StanceMention>of() : found);
        for (var at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            var end = text.indexOf('.', at);
            var words = end < 0 ? new String[0] : text.substring(at, end).split(" ");
            if (words.length == 10 && STANCES.contains(words[3])) {
                var by = words[9].equals("-") ? null : words[9];
                var said = text.substring(at, end + 1);
                mentions.add(new StanceMention(words[5], words[7], words[3], at, end + 1, sentences.size(), said, by));
                sentences.add(new Sentence(at, end + 1, false, said));
            }
        }
        return new Finding(
                f.article(),
                f.revision(),
                f.dossier(),
                f.dossierVersion(),
                f.outlet(),
                f.url(),
                f.title(),
                f.language(),
                f.agency(),
                f.group(),
                f.facets(),
                f.eventTime(),
                f.eventTimeSource(),
                sentences,
                f.points(),
                f.actors(),
                f.deadlines(),
                f.dates(),
                f.figures(),
                f.quotes(),
                mentions,
                f.tone());
    }

    private record Said(Finding finding, boolean own, StanceMention mention) {}

    /** Every stance that is published, by key. */
    static Map<String, Stance> of(Map<String, Finding> findings, Map<String, Story> stories) {
        var said = new TreeMap<String, List<Said>>();
        findings.forEach((article, f) -> {
            var story = stories.get(article);
            var mentions = f.stances();
            if (story != null && mentions != null) {
                var own = story.relation() == Relation.ORIGINAL || story.relation() == Relation.REWRITE;
                for (var m : mentions.subList(0, Math.min(60, mentions.size()))) {
                    said.computeIfAbsent(m.actor() + "|" + m.point(), k -> new ArrayList<>())
                            .add(new Said(f, own, m));
                }
            }
        });
        var all = new TreeMap<String, Stance>();
        said.forEach((key, list) -> all.put(key, stance(list)));
        return all;
    }

    private static Stance stance(List<Said> list) {
        list.sort(Comparator.comparing((Said s) -> s.finding().eventTime())
                .thenComparing(s -> s.finding().article())
                .thenComparingInt(s -> s.mention().start()));
        var counted = new TreeMap<String, Long>();
        var once = new HashSet<String>();
        var articles = new HashSet<String>();
        var told = new ArrayList<Said>();
        for (var s : list) {
            articles.add(s.finding().article());
            if (s.own() && once.add(s.finding().article() + s.mention().stance())) {
                counted.merge(s.mention().stance(), 1L, Long::sum);
            }
            if (s.own() && !s.mention().stance().equals("unknown")) {
                told.add(s);
            }
        }
        var rows = new ArrayList<Said>();
        for (var s : told) {
            if (rows.isEmpty()
                    || !rows.get(rows.size() - 1)
                            .mention()
                            .stance()
                            .equals(s.mention().stance())) {
                rows.add(s);
            }
        }
        var first = list.get(0).mention();
        var end = list.get(list.size() - 1).finding().eventTime();
        var open = rows.isEmpty() ? null : rows.remove(rows.size() - 1);
        var shown = told.isEmpty() ? null : told.get(told.size() - 1);
        var counts = new Stance.Counts(
                counted.getOrDefault("support", 0L),
                counted.getOrDefault("oppose", 0L),
                counted.getOrDefault("conditional", 0L),
                counted.getOrDefault("unknown", 0L));
        var gone = Math.max(0, rows.size() - 50);
        return new Stance(
                first.actor(),
                first.point(),
                shown == null ? "unknown" : shown.mention().stance(),
                shown == null ? null : shown.mention().text(),
                shown == null ? null : shown.finding().article(),
                shown == null ? null : shown.finding().outlet(),
                shown == null ? null : shown.mention().by(),
                shown == null ? end : shown.finding().eventTime(),
                open == null ? null : open.finding().eventTime(),
                counts.support() + counts.oppose() + counts.conditional(),
                counts,
                (long) articles.size(),
                end,
                rows.subList(gone, rows.size()).stream()
                        .map(s -> new Stance.Earlier(
                                s.finding().eventTime(),
                                s.mention().stance(),
                                s.finding().article(),
                                s.finding().outlet(),
                                s.mention().text(),
                                s.mention().by()))
                        .toList(),
                (long) gone);
    }
}
