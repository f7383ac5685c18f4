// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.ShingleIndex;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.dedup.Sketcher;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * {@code stories}: all articles judged as one set. The definition itself, without the topology's messages: in the order
 * of time an article is an original unless an earlier original matches it, else it belongs to the earliest that does.
 */
public final class StorySet {
    private final Talk talk;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Article> articles = new HashMap<>();
    private final ShingleIndex originals = new ShingleIndex();
    private final Map<String, Set<String>> outletsOfStory = new HashMap<>();
    private Instant latest = Instant.EPOCH;

    public StorySet(Talk talk) {
        this.talk = talk;
    }

    /** An input line: either an error, or the article it is a revision of. */
    private record Answer(@Nullable String error, JsonNode id, String article, @Nullable String note) {}

    /** All revisions of one id. */
    private static final class Article {
        private final String id;
        private final JsonNode given;
        private final String outlet;
        private final List<Sketch> revisions = new ArrayList<>();
        private @Nullable Instant published;
        private @Nullable Article original;
        private String relation = "original";
        private double similarity;

        Article(String id, JsonNode given, String outlet) {
            this.id = id;
            this.given = given;
            this.outlet = outlet;
        }

        void add(ArticleLine line) {
            var at = line.published();
            if (at != null && (published == null || at.isBefore(published))) {
                published = at;
            }
            revisions.add(Sketcher.sketch(line.text()));
        }
    }

    /** Returns whether every line was good. */
    public boolean run(String file) {
        var good = read(file);
        var inOrder = new ArrayList<>(articles.values());
        inOrder.sort(Comparator.comparing(this::time).thenComparing(a -> a.id));
        inOrder.forEach(this::judge);
        answers.forEach(answer -> talk.result(line(answer)));
        return good;
    }

    private boolean read(String file) {
        var good = true;
        try (var lines = JsonLines.open(file)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                good &= take(line);
            }
            return good;
        } catch (IOException e) {
            throw Failure.of(file + ": " + e.getMessage(), e);
        }
    }

    private boolean take(JsonLines.Line line) {
        var object = line.object();
        try {
            if (object == null) {
                throw new BadLine(String.valueOf(line.problem()));
            }
            var article = ArticleLine.of(object);
            // Without an outlet an article stands for itself: two unknown ones are not the same one.
            var outlet = article.outlet() == null ? "?" + article.id() : article.outlet();
            articles.computeIfAbsent(article.id(), id -> new Article(id, line.id(), outlet))
                    .add(article);
            if (article.published() != null && article.published().isAfter(latest)) {
                latest = article.published();
            }
            answers.add(new Answer(null, line.id(), article.id(), article.note()));
            return true;
        } catch (BadLine e) {
            answers.add(new Answer(line.error(String.valueOf(e.getMessage())), line.id(), "", null));
            return false;
        }
    }

    /** Without a date an article is the newest. */
    private Instant time(Article article) {
        return article.published == null ? latest.plusMillis(1) : article.published;
    }

    private void judge(Article article) {
        var found = new HashMap<Article, Double>();
        var documents = new ArrayList<Document>();
        for (var i = 0; i < article.revisions.size(); i++) {
            var sketch = article.revisions.get(i);
            var time = time(article);
            var own = Document.of(article.id, Integer.toString(i), time, time, article.outlet, sketch);
            documents.add(own);
            originals.sharing(sketch.hashes()).forEach((other, shared) -> CopyRule.similarity(own, other, shared)
                    .ifPresent(s -> found.merge(original(other), s, Math::max)));
        }
        found.keySet().stream()
                .min(Comparator.comparing(this::time).thenComparing(a -> a.id))
                .ifPresentOrElse(
                        original -> join(article, original, found.getOrDefault(original, 0.0)),
                        () -> open(article, documents));
    }

    private Article original(Document document) {
        var article = articles.get(document.article());
        if (article == null) {
            throw new IllegalStateException("indexed, but not read: " + document.article());
        }
        return article;
    }

    private void open(Article article, List<Document> documents) {
        outletsOfStory.put(article.id, new HashSet<>(Set.of(article.outlet)));
        for (var i = 0; i < documents.size(); i++) {
            originals.add(documents.get(i), article.revisions.get(i).hashes());
        }
    }

    private void join(Article article, Article original, double similarity) {
        article.original = original;
        article.similarity = similarity;
        var first = outletsOfStory
                .computeIfAbsent(original.id, id -> new HashSet<>())
                .add(article.outlet);
        article.relation = first ? "copy" : "update";
    }

    private String line(Answer answer) {
        var article = articles.get(answer.article());
        if (answer.error() != null || article == null) {
            return String.valueOf(answer.error());
        }
        var original = article.original;
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("id", answer.id());
        line.put("story", original == null ? article.given : original.given);
        line.put("relation", article.relation);
        line.put("of", original == null ? null : original.given);
        line.put("similarity", original == null ? null : article.similarity);
        if (answer.note() != null) {
            line.put("note", answer.note());
        }
        return Json.MAPPER.writeValueAsString(line);
    }
}
