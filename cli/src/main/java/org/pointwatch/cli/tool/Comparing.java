// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** {@code dossier diff}: what a change of the rules does to articles, or which rules were changed. */
public final class Comparing {
    private final Talk talk;
    private final Dossier before;
    private final Dossier after;
    private final LineLanguage languages = new LineLanguage();
    private final Map<String, DiffCount> counts = new LinkedHashMap<>();
    private int articles;
    private int changed;

    public Comparing(Talk talk, Dossier before, Dossier after) {
        this.talk = talk;
        this.before = before;
        this.after = after;
    }

    /** One line a rule, name or number that differs. */
    public void printRules() {
        var changes = RuleDiff.of(before, after);
        changes.forEach(c -> talk.result(Json.MAPPER.writeValueAsString(c.json())));
        var verbs = new TreeMap<String, Integer>();
        changes.forEach(c -> verbs.merge(c.verb(), 1, Integer::sum));
        talk.say(
                changes.isEmpty()
                        ? "The rules are the same."
                        : "%d added, %d removed, %d changed"
                                .formatted(
                                        verbs.getOrDefault("added", 0),
                                        verbs.getOrDefault("removed", 0),
                                        verbs.getOrDefault("changed", 0)));
    }

    /** One line an article that is tagged otherwise; returns whether every line was good. */
    public boolean printArticles(String file) {
        var taggers = List.of(Tagger.of(before), Tagger.of(after));
        var good = LineAnswers.print(
                talk, file, (id, object) -> compare(id, ArticleLine.of(object), taggers.get(0), taggers.get(1)));
        summary();
        return good;
    }

    private @Nullable Map<String, @Nullable Object> compare(
            JsonNode id, ArticleLine article, Tagger old, Tagger fresh) {
        var language = languages.claimed(article.language(), article.title(), article.text());
        var published = article.published();
        var day = published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
        var diff = MentionDiff.of(
                old.tag(article.title(), article.text(), language, day),
                fresh.tag(article.title(), article.text(), language, day));
        articles++;
        if (diff.isEmpty()) {
            return null;
        }
        changed++;
        count("point ", diff.points());
        count("actor ", diff.actors());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id);
        answer.put("points", side("point", diff.points()));
        answer.put("actors", side("actor", diff.actors()));
        return answer;
    }

    private static Map<String, Object> side(String kind, MentionDiff.Side side) {
        var json = new LinkedHashMap<String, Object>();
        json.put("gained", mentions(kind, side.gained()));
        json.put("lost", mentions(kind, side.lost()));
        return json;
    }

    private static List<Map<String, Object>> mentions(String kind, List<MentionDiff.Mention> mentions) {
        return mentions.stream()
                .<Map<String, Object>>map(m -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put(kind, m.target());
                    json.put("rule", m.rule());
                    json.put("sentence", m.sentence());
                    return json;
                })
                .toList();
    }

    private void count(String kind, MentionDiff.Side side) {
        side.gained().forEach(m -> counts.merge(kind + m.target(), new DiffCount(1, 0, 0, 0), DiffCount::plus));
        side.lost().forEach(m -> counts.merge(kind + m.target(), new DiffCount(0, 1, 0, 0), DiffCount::plus));
        side.appeared().forEach(t -> counts.merge(kind + t, new DiffCount(0, 0, 1, 0), DiffCount::plus));
        side.vanished().forEach(t -> counts.merge(kind + t, new DiffCount(0, 0, 0, 1), DiffCount::plus));
    }

    /** @param appeared articles that count for the target now and did not before, {@code vanished} the other way round */
    private record DiffCount(int gained, int lost, int appeared, int vanished) {
        private DiffCount plus(DiffCount o) {
            return new DiffCount(gained + o.gained, lost + o.lost, appeared + o.appeared, vanished + o.vanished);
        }
    }

    private void summary() {
        talk.say(articles + " articles, " + changed + " tagged otherwise");
        order().forEach(target -> {
            var c = counts.get(target);
            if (c != null) {
                talk.say("  %-32s mentions +%d -%d, articles +%d -%d"
                        .formatted(target, c.gained(), c.lost(), c.appeared(), c.vanished()));
            }
        });
    }

    /** Points and actors in the order of the new dossier, then those that only the old one has. */
    private List<String> order() {
        var order = new LinkedHashSet<String>();
        for (var dossier : List.of(after, before)) {
            dossier.points().forEach(p -> order.add("point " + p.id()));
        }
        for (var dossier : List.of(after, before)) {
            dossier.actors().forEach(a -> order.add("actor " + a.id()));
        }
        return List.copyOf(order);
    }
}
