// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Example;

/**
 * Generates articles like a day of news: 150 to 1,000 words, 2 % of the outlets write half of them, 10 % are on topic with
 * 5 points and 8 actors each, 35 % are copies (half of them abridged), 18 % are edited, 1.6 % withdrawn, 70 % have no
 * precise time and 2 % an absurd one; a third carries 20 to 40 words of its outlet's furniture. One seed gives one load.
 */
public final class Load {
    /** What every printed figure stands beside. */
    public static final String DESCRIPTION =
            "150-1,000 words, 2 % of outlets write half, 10 % on topic (5 points, 8 actors), "
                    + "35 % copies (half abridged), 18 % edits, 1.6 % deletions, 70 % imprecise times, 2 % absurd dates, "
                    + "5 % names and numbers, outlets' furniture in a third";

    /** The same with {@link Kind#FIRST_REVISIONS}. */
    public static final String FIRST_REVISIONS_DESCRIPTION = "600 words, 2 % of outlets write half, "
            + "35 % copies (half abridged), no edits, 70 % imprecise times, 2 % absurd dates, "
            + "5 % names and numbers, 20-40 words of outlets' furniture in a third";

    private static final Duration DAY_PACE = Duration.ofMillis(86);
    private static final int OUTLETS = 1_000;
    private static final int BUSY_OUTLETS = 20;
    private static final int REMEMBERED = 4_000;

    /** Which revisions a load has. */
    public enum Kind {
        DAY_OF_NEWS,
        /** Articles of 600 words, none of them edited or withdrawn. */
        FIRST_REVISIONS
    }

    private final Kind kind;
    private final SplittableRandom random;
    private final Vocabulary vocabulary;
    private final List<Written> earlier = new ArrayList<>();
    private final Instant start;
    private final Duration pace;
    private long articles;

    /** An article, and its text without its outlet's furniture, as others copy it. */
    private record Written(Revision revision, String copied) {}

    /** Articles of 600 words about anything, for what does not care about points and actors. */
    public static Load ofFirstRevisions(long seed, Instant start, Duration pace) {
        return new Load(Kind.FIRST_REVISIONS, seed, List.of(), List.of(), start, pace);
    }

    /** A million articles a day that mention what the dossier follows. */
    public static Load ofDay(Dossier dossier, long seed, Instant start) {
        var sentences = dossier.points().stream()
                .flatMap(p -> p.examples().stream())
                .filter(e -> e.language().equals(dossier.defaultLanguage()))
                .map(Example::text)
                .toList();
        var names = dossier.actors().stream()
                .filter(a -> a.kind() == ActorKind.PERSON)
                .map(a -> a.name())
                .toList();
        return new Load(Kind.DAY_OF_NEWS, seed, sentences, names, start, DAY_PACE);
    }

    /** @param pace between two articles, on the articles' own clock */
    public Load(
            Kind kind, long seed, List<String> pointSentences, List<String> actorNames, Instant start, Duration pace) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
        this.vocabulary = new Vocabulary(random.split(), pointSentences, actorNames);
        this.start = start;
        this.pace = pace;
    }

    /** Articles so far; revisions are more. */
    public long articles() {
        return articles;
    }

    /** The next revision: of a new article, or an edit or withdrawal of an earlier one. */
    public Revision next() {
        var dice = kind == Kind.FIRST_REVISIONS || earlier.isEmpty() ? 1 : random.nextDouble();
        if (dice < 0.15) {
            return edited(pick().revision());
        }
        if (dice < 0.1634) {
            return withdrawn(pick().revision());
        }
        var written = random.nextDouble() < 0.35 && !earlier.isEmpty() ? copy(pick()) : original();
        if (earlier.size() < REMEMBERED) {
            earlier.add(written);
        } else {
            earlier.set(random.nextInt(REMEMBERED), written);
        }
        return written.revision();
    }

    private Written original() {
        return kind == Kind.FIRST_REVISIONS
                ? article(vocabulary.text(600, false))
                : article(vocabulary.text(150 + random.nextInt(851), random.nextDouble() < 0.1));
    }

    private Written copy(Written of) {
        var text = of.copied();
        if (random.nextBoolean()) {
            var end = text.indexOf(' ', text.length() / 2 - 1);
            text = text.substring(0, end < 0 ? text.length() : end);
        }
        return article(text + "\n" + vocabulary.sentence());
    }

    private Written article(String text) {
        var outlet = outlet();
        var furnished = random.nextInt(3) == 0 ? text + "\n" + vocabulary.furniture(outlet) : text;
        var group = outlet < BUSY_OUTLETS ? "agencies" : "press";
        return new Written(article("outlet-" + outlet + ".example", group, vocabulary.title(), furnished), text);
    }

    private Revision edited(Revision r) {
        var at = now();
        return revision(r, r.title(), r.text() + "\n" + vocabulary.sentence(), at, Body.FULL);
    }

    private Revision withdrawn(Revision r) {
        return revision(r, "", "", now(), Body.DELETED);
    }

    private Written pick() {
        return earlier.get(random.nextInt(earlier.size()));
    }

    private int outlet() {
        var busy = random.nextBoolean();
        return busy ? random.nextInt(BUSY_OUTLETS) : BUSY_OUTLETS + random.nextInt(OUTLETS - BUSY_OUTLETS);
    }

    private Instant now() {
        return start.plus(pace.multipliedBy(articles));
    }

    private Revision article(String outlet, String group, String title, String text) {
        var number = articles++;
        var url = "https://" + outlet + "/" + number;
        var seen = now();
        return new Revision(
                Ids.article(url),
                Ids.revision(title, "", text),
                "https://" + outlet + "/feed",
                outlet,
                group,
                url,
                title,
                "",
                text,
                false,
                "en",
                null,
                null,
                published(seen),
                "feed",
                null,
                seen,
                seen,
                Body.FULL,
                Origin.LIVE);
    }

    private @Nullable Instant published(Instant seen) {
        var dice = random.nextDouble();
        if (dice < 0.02) {
            return seen.plus(Duration.ofDays(random.nextBoolean() ? 20_000 : -20_000));
        }
        return dice < 0.72 ? null : seen.minus(Duration.ofMinutes(random.nextInt(180)));
    }

    private static Revision revision(Revision r, String title, String text, Instant at, Body body) {
        return r.draft().words(title, "", text).fetched(at).body(body).done();
    }
}
