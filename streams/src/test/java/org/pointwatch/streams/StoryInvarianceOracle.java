// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.dedup.Sketcher;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Story;

/** What {@code stories} must hold of a set of articles and decisions: word for word, in one thread, all pairs. */
final class StoryInvarianceOracle {
    private final Set<String> vetoed;
    private final Map<Document, Sketch> documents = new HashMap<>();
    private final List<Article> inOrder = new ArrayList<>();
    private final Map<String, Override> decided = new HashMap<>();
    private final Map<String, Map<String, CopyVerdict>> related = new HashMap<>();
    private final Map<String, Story> stories = new TreeMap<>();

    /** An article that is there. */
    record Article(String id, Instant time, String outlet) {}

    StoryInvarianceOracle(List<Revision> revisions, List<Override> decisions) {
        vetoed = vetoed(decisions);
        var articles = new TreeMap<String, List<Revision>>();
        revisions.forEach(r ->
                articles.computeIfAbsent(r.id(), unused -> new ArrayList<>()).add(r));
        articles.values().forEach(this::add);
        inOrder.sort(Comparator.comparing(Article::time).thenComparing(Article::id));
        decisions.stream()
                .map(Override::storyDecision)
                .filter(Objects::nonNull)
                .forEach(d -> decided.merge(d.subject(), d, BinaryOperator.maxBy(Override.BY_AGE)));
    }

    /** The outlets whose newest decision is a veto. */
    static Set<String> vetoed(List<Override> decisions) {
        var newest = new HashMap<String, Override>();
        decisions.stream()
                .filter(Override::onOutlet)
                .forEach(d -> newest.merge(d.subject(), d, BinaryOperator.maxBy(Override.BY_AGE)));
        newest.values().removeIf(d -> d.kind().equals(Override.ALLOW_OUTLET));
        return newest.keySet();
    }

    Map<Document, Sketch> documents() {
        return documents;
    }

    List<Article> articles() {
        return inOrder;
    }

    /** The last value of each key. */
    Map<String, Story> stories() {
        new StoryInvariancePairs(documents).compared().forEach((pair, numbers) -> {
            var verdict = CopyRule.judge(numbers);
            if (verdict.related()) {
                related.computeIfAbsent(pair.later().article(), unused -> new HashMap<>())
                        .merge(pair.earlier().article(), verdict, StoryInvarianceOracle::closer);
            }
        });
        inOrder.forEach(a -> stories.put(a.id(), place(a)));
        return stories;
    }

    /** All readable states count, also of a vetoed outlet, at the time of the one that is current, or would be if the article were not withdrawn. */
    private void add(List<Revision> seen) {
        var states = seen.stream()
                .filter(r -> seen.stream()
                        .noneMatch(s -> sameState(r, s) && s.fetched().isBefore(r.fetched())))
                .toList();
        var readable = states.stream()
                .filter(r -> r.body() != Body.DELETED)
                .sorted(Comparator.comparing(Revision::body)
                        .thenComparing(Revision::fetched, Comparator.reverseOrder())
                        .thenComparing(Revision::revision, Comparator.reverseOrder()))
                .toList();
        if (readable.isEmpty()) {
            return;
        }
        var time = SampleShingles.time(readable.get(0));
        for (var r : readable) {
            var sketch = Sketcher.sketch(r.title(), r.text().isEmpty() ? r.summary() : r.text());
            documents.put(Document.of(r.id(), r.revision(), time, r.firstSeen(), r.outlet(), sketch), sketch);
        }
        var newest = states.stream()
                .max(Comparator.comparing(Revision::fetched)
                        .thenComparing(Revision::revision)
                        .thenComparing(Revision::body))
                .orElseThrow();
        if (newest.body() != Body.DELETED && !vetoed.contains(readable.get(0).outlet())) {
            inOrder.add(new Article(readable.get(0).id(), time, readable.get(0).outlet()));
        }
    }

    private static boolean sameState(Revision a, Revision b) {
        return a.revision().equals(b.revision()) && a.body() == b.body();
    }

    private static CopyVerdict closer(CopyVerdict a, CopyVerdict b) {
        if (a.sameText() != b.sameText()) {
            return a.sameText() ? a : b;
        }
        return a.similarityOrZero() >= b.similarityOrZero() ? a : b;
    }

    private Story place(Article a) {
        var decision = Optional.ofNullable(decided.get(a.id()));
        var split = decision.filter(d -> d.kind().equals(Override.SPLIT)).isPresent();
        var original = split
                ? null
                : decision.filter(d -> d.kind().equals(Override.MERGE))
                        .map(d -> stories.get(d.with()))
                        .map(Story::story)
                        .orElseGet(() -> earliest(a, true));
        if (original != null) {
            return story(a, outletSeen(a, original) ? Relation.UPDATE : Relation.COPY, original);
        }
        var source = split ? null : earliest(a, false);
        return story(a, source == null ? Relation.ORIGINAL : Relation.REWRITE, source);
    }

    private Story story(Article a, Relation relation, @Nullable String of) {
        if (of == null) {
            return new Story(a.id(), a.id(), relation, null, null, 0, null);
        }
        var verdict = related.getOrDefault(a.id(), Map.of()).get(of);
        return new Story(
                a.id(),
                relation.ownStory() ? a.id() : of,
                relation,
                of,
                verdict == null ? null : verdict.similarityOrZero(),
                Duration.between(article(of).time(), a.time()).toSeconds(),
                relation.ownStory() ? null : of);
    }

    /** The earliest original that has the article's text, or else tells it in other words. */
    private @Nullable String earliest(Article a, boolean sameText) {
        var verdicts = related.getOrDefault(a.id(), Map.of());
        return inOrder.stream()
                .map(Article::id)
                .filter(o -> stories.containsKey(o) && stories.get(o).relation().ownStory())
                .filter(o -> verdicts.containsKey(o) && verdicts.get(o).sameText() == sameText)
                .findFirst()
                .orElse(null);
    }

    private boolean outletSeen(Article a, String original) {
        return stories.values().stream()
                .filter(s -> s.story().equals(original))
                .anyMatch(s -> article(s.article()).outlet().equals(a.outlet()));
    }

    private Article article(String id) {
        return inOrder.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    /** One line for each article about which two sets of stories differ. */
    static List<String> differences(Map<String, Story> expected, Map<String, Story> actual) {
        var articles = new TreeSet<>(expected.keySet());
        articles.addAll(actual.keySet());
        return articles.stream()
                .filter(id -> !Objects.equals(expected.get(id), actual.get(id)))
                .map(id -> "expected " + expected.get(id) + "\n     but was " + actual.get(id))
                .toList();
    }
}
