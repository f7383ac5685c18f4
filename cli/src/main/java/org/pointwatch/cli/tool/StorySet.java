// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.dedup.Sketcher;
import org.pointwatch.domain.story.StoryJudge;
import org.pointwatch.domain.story.StoryJudge.Verdict;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** {@code stories}: all articles judged as one set. Texts are let go as soon as they are sketched. */
public final class StorySet {
    /** Lines that are read before they are sketched side by side. */
    private static final int BATCH = 512;

    private static final int BATCH_BYTES = 8 << 20;

    private static final Comparator<Sketch> IN_ORDER = Comparator.comparing(Sketch::body, Arrays::compare)
            .thenComparing(Sketch::marks, Arrays::compare)
            .thenComparing(Sketch::anchors, Arrays::compare);

    private final Talk talk;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Article> articles = new HashMap<>();
    private Instant latest = Instant.EPOCH;

    public StorySet(Talk talk) {
        this.talk = talk;
    }

    /** An input line: either an error, or the article it is a revision of. */
    record Answer(@Nullable String error, JsonNode id, String article, @Nullable String note) {}

    /** A line as far as it can be worked out apart from all others. */
    private record Sketched(
            JsonLines.Line line, @Nullable ArticleLine article, @Nullable Sketch sketch, String problem) {
        static Sketched of(JsonLines.Line line) {
            var object = line.object();
            if (object == null) {
                return new Sketched(line, null, null, String.valueOf(line.problem()));
            }
            try {
                var article = ArticleLine.of(object);
                return new Sketched(line, article, Sketcher.sketch(article.title(), article.text()), "");
            } catch (BadLine e) {
                return new Sketched(line, null, null, String.valueOf(e.getMessage()));
            }
        }
    }

    /** All revisions of one id, in whatever order they come. */
    private static final class Article {
        private final String id;
        private final JsonNode given;
        private final List<Sketch> revisions = new ArrayList<>();
        private @Nullable String outlet;
        private @Nullable Instant published;

        Article(String id, JsonNode given) {
            this.id = id;
            this.given = given;
        }

        void add(ArticleLine line, Sketch sketch) {
            outlet = earlier(outlet, line.outlet());
            published = earlier(published, line.published());
            revisions.add(sketch);
        }

        private static <T extends Comparable<T>> @Nullable T earlier(@Nullable T a, @Nullable T b) {
            return a == null || (b != null && b.compareTo(a) < 0) ? b : a;
        }

        /** Without an outlet an article stands for itself: two unknown ones are not the same one. */
        String outlet() {
            return outlet == null ? "?" + id : outlet;
        }

        List<Sketch> inOrder() {
            revisions.sort(IN_ORDER);
            return revisions;
        }
    }

    /** Returns whether every line was good. */
    public boolean run(String file) {
        read(file, any -> {});
        var verdicts = judge();
        answers.forEach(answer -> talk.result(line(answer, verdicts)));
        return answers.stream().allMatch(a -> a.error() == null);
    }

    /** Reads a file and judges it, for whoever compares the verdicts with something else. */
    Map<String, Verdict> verdicts(String file, Consumer<JsonLines.Line> each) {
        read(file, each);
        return judge();
    }

    private void read(String file, Consumer<JsonLines.Line> each) {
        try (var lines = JsonLines.open(file)) {
            var batch = new ArrayList<JsonLines.Line>();
            var from = 0L;
            for (var line = lines.next(); line != null; line = lines.next()) {
                each.accept(line);
                batch.add(line);
                if (batch.size() == BATCH || lines.position() - from > BATCH_BYTES) {
                    take(batch);
                    from = lines.position();
                }
            }
            take(batch);
        } catch (IOException e) {
            throw Failure.of(file + ": " + e.getMessage(), e);
        }
    }

    private void take(List<JsonLines.Line> batch) {
        batch.parallelStream().map(Sketched::of).toList().forEach(this::take);
        batch.clear();
    }

    private void take(Sketched sketched) {
        var line = sketched.line();
        var article = sketched.article();
        var sketch = sketched.sketch();
        if (article == null || sketch == null) {
            answers.add(new Answer(line.error(sketched.problem()), line.id(), "", null));
            return;
        }
        articles.computeIfAbsent(article.id(), id -> new Article(id, line.id())).add(article, sketch);
        if (article.published() != null && article.published().isAfter(latest)) {
            latest = article.published();
        }
        answers.add(new Answer(null, line.id(), article.id(), article.note()));
    }

    /** Without a date an article is the newest. */
    private Instant time(Article article) {
        return Objects.requireNonNullElse(article.published, latest.plusMillis(1));
    }

    private Map<String, Verdict> judge() {
        var inOrder = new ArrayList<>(articles.values());
        inOrder.sort(Comparator.comparing(this::time).thenComparing(a -> a.id));
        var documents = new ArrayList<Document>();
        var sketches = new ArrayList<Sketch>();
        var outlets = new LinkedHashMap<String, String>();
        for (var article : inOrder) {
            outlets.put(article.id, article.outlet());
            var time = time(article);
            var revision = 0;
            for (var sketch : article.inOrder()) {
                var name = Integer.toString(revision++);
                documents.add(Document.of(article.id, name, time, time, article.outlet(), sketch));
                sketches.add(sketch);
            }
        }
        var judge = new StoryJudge();
        judge.addAll(documents, sketches);
        if (judge.silent() > 0) {
            talk.say(judge.silent() + " shingles were left out: too many articles of one outlet or day have them");
        }
        return judge.verdicts(outlets);
    }

    private String line(Answer answer, Map<String, Verdict> verdicts) {
        var verdict = verdicts.get(answer.article());
        if (answer.error() != null || verdict == null) {
            return String.valueOf(answer.error());
        }
        var source = verdict.of() == null ? null : articles.get(verdict.of());
        var of = source == null ? null : source.given;
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("id", answer.id());
        line.put("story", verdict.relation().ownStory() || of == null ? answer.id() : of);
        line.put("relation", verdict.relation());
        line.put("of", of);
        line.put("similarity", of == null ? null : verdict.how().similarityOrZero());
        if (answer.note() != null) {
            line.put("note", answer.note());
        }
        return Json.MAPPER.writeValueAsString(line);
    }
}
