// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.testkit.families.Families;
import org.pointwatch.testkit.families.Labelled;
import org.pointwatch.wire.record.Override;

/**
 * About 400 articles in which everything happens that makes a story: families of copies in their outlets' furniture,
 * updates, serials, short entries, rewrites, one press release in thirty places, revisions that change text, time and
 * body, withdrawn articles, and what analysts decided. The same seed gives the same set.
 */
record StoryInvarianceNews(List<Revision> revisions, List<Override> decisions) {
    private static final int FAMILIES = 5;
    private static final int RELEASES = 30;
    private static final int REWRITES = 16;
    private static final int SINGLES = 60;

    static StoryInvarianceNews of(long seed) {
        return new Maker(new Random(seed)).make();
    }

    /** All that arrives, in a random order. */
    List<Object> shuffled(long order) {
        var all = Stream.concat(revisions.stream(), decisions.stream()).toArray();
        var events = new ArrayList<Object>(List.of(all));
        Collections.shuffle(events, new Random(order));
        return events;
    }

    private static final class Maker {
        private final Random random;
        private final StoryInvarianceOutlets outlets;
        private final List<Revision> revisions = new ArrayList<>();
        private final List<String> articles = new ArrayList<>();

        Maker(Random random) {
            this.random = random;
            this.outlets = new StoryInvarianceOutlets(random.nextLong());
        }

        StoryInvarianceNews make() {
            var all = Families.of(random.nextInt(1_000)).articles();
            var families = all.stream()
                    .filter(a -> a.kind().equals("whole"))
                    .map(Labelled::family)
                    .distinct()
                    .toList();
            var chosen = some(families, f -> true, FAMILIES);
            all.stream().filter(a -> chosen.contains(a.family())).forEach(this::add);
            some(all, a -> a.kind().equals("serial"), SINGLES / 2).forEach(this::add);
            some(all, a -> a.isOriginal() && !chosen.contains(a.family()), SINGLES)
                    .forEach(this::add);
            some(all, a -> a.isOriginal() && a.text().length() > 1_500, REWRITES)
                    .forEach(this::addRewritten);
            some(all, a -> a.kind().equals("original") && !chosen.contains(a.family()), 1)
                    .forEach(this::addRelease);
            return new StoryInvarianceNews(List.copyOf(revisions), decisions());
        }

        private <T> List<T> some(List<T> all, Predicate<T> which, int most) {
            var left = new ArrayList<>(all.stream().filter(which).toList());
            Collections.shuffle(left, random);
            return List.copyOf(left.subList(0, Math.min(most, left.size())));
        }

        private void add(Labelled a) {
            var outlet = outlets.of(a.outlet());
            add(a.id(), outlet, a.title(), outlets.dressed(outlet, a.text()), a.published());
        }

        /** The article and its paraphrase, which has its names and numbers in their order, and other words. */
        private void addRewritten(Labelled a) {
            var later = a.published().plus(Duration.ofMinutes(random.nextInt(600)));
            add(a.id() + "/told", outlets.plain(random.nextInt(4)), a.title(), a.text(), a.published());
            var other = outlets.plain(4 + random.nextInt(4));
            add(a.id() + "/retold", other, outlets.retold(a.title(), random), outlets.retold(a.text(), random), later);
        }

        private void addRelease(Labelled a) {
            for (var i = 0; i < RELEASES; i++) {
                var outlet = outlets.any(i);
                var text = i % 3 == 0 ? outlets.dressed(outlet, a.text()) : a.text();
                add(
                        a.id() + "/release-" + i,
                        outlet,
                        a.title(),
                        text,
                        a.published().plusSeconds(i * 7L));
            }
        }

        private void add(String id, String outlet, String title, String text, Instant published) {
            var url = "https://" + outlet + ".example/" + id;
            if (articles.contains(Ids.article(url))) {
                return;
            }
            articles.add(Ids.article(url));
            var first = published.plus(Duration.ofMinutes(random.nextInt(36 * 60)));
            var page = new Page(url, outlet, first);
            var kind = random.nextInt(20);
            var whole = page.shows(title, text, random.nextInt(15) == 0 ? null : published, first, Body.FULL);
            revisions.add(whole);
            if (kind < 4) {
                later(page, title, text, published);
            } else if (kind == 4) {
                revisions.add(page.shows(title, outlets.cut(text), published, first.minusSeconds(60), Body.FEED_ONLY));
            } else if (kind == 5) {
                revisions.add(whole);
            }
            if (random.nextInt(16) == 0) {
                var gone = first.plus(Duration.ofHours(random.nextInt(30)));
                revisions.add(page.shows("", "", published, gone, Body.DELETED));
            }
        }

        /** One or two more states: other words in the middle, another headline, another claimed time. */
        private void later(Page page, String title, String text, Instant published) {
            for (var i = 1 + random.nextInt(2); i > 0; i--) {
                var fetched = page.firstSeen().plus(Duration.ofMinutes(1 + random.nextInt(24 * 60)));
                var claimed = random.nextBoolean() ? published : published.plusSeconds(random.nextInt(72_000) - 36_000);
                var changed = random.nextInt(3) == 0 ? outlets.cut(text) : text + "\n" + outlets.sentence(random);
                revisions.add(page.shows(
                        random.nextBoolean() ? title : title + " - " + outlets.sentence(random),
                        changed,
                        claimed,
                        fetched,
                        Body.FULL));
            }
        }

        private List<Override> decisions() {
            var decided = new ArrayList<Override>();
            var at = Instant.parse("2025-11-25T00:00:00Z");
            for (var i = 0; i < 18; i++) {
                var subject = articles.get(random.nextInt(articles.size()));
                var with = articles.get(random.nextInt(articles.size()));
                var time = at.plusSeconds(random.nextInt(10_000));
                decided.add(decision("split-or-undo-" + i, i % 6 == 0 ? "undo" : "split", subject, null, time));
                if (i % 2 == 0 && !with.equals(subject)) {
                    decided.add(decision("merge-" + i, "merge", subject, with, time.plusSeconds(i - 6)));
                    decided.add(decision("merge-" + i, "merge", with, subject, time.plusSeconds(i - 6)));
                }
                if (i % 6 == 2) {
                    decided.add(decision("undo-" + i, "undo", with, null, time.plusSeconds(60)));
                }
            }
            return List.copyOf(decided);
        }

        private static Override decision(String id, String kind, String subject, @Nullable String with, Instant at) {
            return new Override(id, kind, subject, with, null, "analyst", "", at);
        }
    }

    /** An article's address, in whatever state. */
    private record Page(String url, String outlet, Instant firstSeen) {
        Revision shows(String title, String text, @Nullable Instant published, Instant fetched, Body body) {
            var summary = body == Body.FEED_ONLY ? text : "";
            var full = body == Body.FEED_ONLY ? "" : text;
            return new Revision(
                    Ids.article(url),
                    Ids.revision(title, summary, full),
                    null,
                    outlet,
                    null,
                    url,
                    title,
                    summary,
                    full,
                    false,
                    "en",
                    null,
                    null,
                    published,
                    "feed",
                    null,
                    fetched,
                    firstSeen,
                    body,
                    Origin.REPLAY);
        }
    }
}
