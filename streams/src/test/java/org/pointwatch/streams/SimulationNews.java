// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Override;

/** Makes a {@link SimulationWorld}: 20 to 60 articles at a few outlets, most of which have something to do with each other. */
final class SimulationNews {
    private static final Instant EPOCH = Instant.parse("2025-11-20T00:00:00Z");
    private static final List<String> OF_THE_DOSSIER = List.of(
            "Officials in Kyiv said the draft would cap the army of Ukraine at 600,000 soldiers.",
            "Under the text Ukraine will not join NATO in this decade.",
            "Donald Trump told reporters in Ukraine that NATO had been asked to wait.",
            "Trump said Ukraine would keep an army of 600,000 and join no bloc, NATO included.",
            "In Kyiv his critics called Donald Trump a shameless bully, and NATO weak, divided and useless.",
            "Ukraine thanked Donald Trump warmly for a brave and generous offer, which NATO praised, too.",
            "\"Trump has betrayed Ukraine, and NATO is a disgrace,\" a furious deputy said.");
    private static final List<String> VETOED = List.of(
            "point:army-cap", "point:nato-membership", "actor:trump", "actor:nato", "point:alliance-membership");
    private static final List<String> NAMES =
            List.of("Marek Dulin", "Ostrava", "Petra Hanz", "Lake Vesser", "Toma Brig", "Port Salen", "Ilona Reck");
    private static final List<String> ABSURD =
            List.of("1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "1969-12-31T23:00:00Z");

    private final Random random;
    private final StoryInvarianceOutlets outlets;
    private final List<Text> texts = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<String> articles = new ArrayList<>();

    private record Text(String title, String text, String outlet, Instant published) {}

    /** An article's address, whatever it shows. */
    private record Page(String url, String outlet, @Nullable String group, @Nullable String language, Instant first) {}

    SimulationNews(Random random) {
        this.random = random;
        this.outlets = new StoryInvarianceOutlets(random.nextLong());
    }

    /** What was found, and what the notations of these worlds say besides. */
    static Finding found(Revision revision, Finding found) {
        var dated = SimulationDeadlines.in(revision, found);
        return SimulationSentiments.in(revision, SimulationStances.in(revision, dated));
    }

    SimulationWorld world() {
        var many = 20 + random.nextInt(41);
        for (var i = 0; i < many; i++) {
            add(i);
        }
        var poison = new ArrayList<byte[]>();
        for (var i = random.nextInt(3); i > 0; i--) {
            poison.add(("{\"v\":" + (i + 1) + "}").getBytes(StandardCharsets.UTF_8));
        }
        var last = revisions.stream()
                .map(Revision::fetched)
                .max(Instant::compareTo)
                .orElse(EPOCH);
        return new SimulationWorld(
                List.copyOf(revisions),
                decisions(),
                List.copyOf(poison),
                random.nextInt(3) == 0 ? renamed() : null,
                last.plus(Duration.ofMinutes(random.nextInt(600))));
    }

    private static DossierRecord renamed() {
        var yaml = Stage.smallDossier().yaml().replace("id: nato-membership", "id: alliance-membership")
                + "facets: [language, group]\n";
        return new DossierRecord("small-plan", "2+renamed", "2", "renamed", yaml);
    }

    private void add(int number) {
        var kind = texts.isEmpty() ? 0 : random.nextInt(10);
        var base = texts.isEmpty() ? fresh() : texts.get(random.nextInt(texts.size()));
        if (kind < 3) {
            var own = fresh();
            texts.add(own);
            show(number, own);
        } else if (kind < 7) {
            var outlet = outlets.any(random.nextInt(16));
            var text = random.nextBoolean() ? outlets.dressed(outlet, base.text()) : base.text();
            show(number, new Text(title(base), text, outlet, later(base)));
        } else if (kind == 7) {
            show(number, new Text(title(base), base.text() + "\n" + sentence(), base.outlet(), later(base)));
        } else if (kind == 8) {
            var retold = outlets.retold(base.text(), random);
            show(number, new Text(outlets.retold(base.title(), random), retold, outlets.any(number), later(base)));
        } else {
            show(number, new Text(title(base), outlets.cut(base.text()), outlets.any(number), later(base)));
        }
    }

    private String title(Text base) {
        return random.nextInt(3) > 0 ? base.title() : base.title() + " - " + sentence();
    }

    private Text fresh() {
        var text = new StringBuilder();
        for (var i = 2 + random.nextInt(10); i > 0; i--) {
            text.append(sentence()).append('\n');
        }
        return new Text(
                name() + " and " + name() + " " + random.nextInt(90),
                text.toString(),
                outlets.any(random.nextInt(16)),
                EPOCH.plusSeconds(random.nextInt(3 * 86_400)));
    }

    private String sentence() {
        if (random.nextInt(8) == 0) {
            return SimulationDeadlines.sentence(random);
        }
        if (random.nextInt(5) == 0) {
            return SimulationStances.sentence(random);
        }
        if (random.nextInt(6) == 0) {
            return SimulationSentiments.sentence(random);
        }
        if (random.nextInt(5) == 0) {
            return OF_THE_DOSSIER.get(random.nextInt(OF_THE_DOSSIER.size()));
        }
        var words = outlets.sentence(random);
        var middle = words.indexOf(' ', words.length() / 2);
        return words.substring(0, middle) + " " + name() + " " + random.nextInt(900) + words.substring(middle);
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    /** Sometimes earlier than what it repeats, sometimes exactly then. */
    private Instant later(Text base) {
        return base.published().plusSeconds(random.nextInt(8) == 0 ? 0 : random.nextInt(90_000) - 15_000);
    }

    private void show(int number, Text t) {
        var first = t.published().plus(Duration.ofMinutes(random.nextInt(1_500)));
        var url = "https://" + t.outlet() + ".example/" + number;
        var group = random.nextInt(3) == 0 ? "agencies" : null;
        var page = new Page(url, t.outlet(), group, random.nextInt(4) == 0 ? null : "en", first);
        articles.add(Ids.article(url));
        var published = published(t.published());
        var fetched = first;
        var whole = shows(page, t.title(), t.text(), published, fetched, Body.FULL);
        revisions.add(whole);
        if (random.nextInt(8) == 0) {
            revisions.add(whole);
        }
        if (random.nextInt(8) == 0) {
            var body = random.nextBoolean() ? Body.FEED_ONLY : Body.REFUSED;
            revisions.add(shows(page, t.title(), outlets.cut(t.text()), published, first.minusSeconds(60), body));
        }
        for (var edits = Math.max(0, random.nextInt(5) - 2); edits > 0; edits--) {
            fetched = fetched.plusSeconds(1 + random.nextInt(40_000));
            revisions.add(edited(page, t, published, fetched));
        }
        if (random.nextInt(7) == 0) {
            fetched = fetched.plusSeconds(1 + random.nextInt(40_000));
            revisions.add(shows(page, "", "", published, fetched, Body.DELETED));
            if (random.nextInt(2) == 0) {
                revisions.add(edited(page, t, published, fetched.plusSeconds(1 + random.nextInt(40_000))));
            }
        }
        if (random.nextInt(40) == 0) {
            revisions.add(edited(page, t, published, first.plus(Duration.ofDays(36))));
        }
    }

    private @Nullable Instant published(Instant real) {
        var kind = random.nextInt(14);
        if (kind == 0) {
            return Instant.parse(ABSURD.get(random.nextInt(ABSURD.size())));
        }
        return kind == 1 ? null : real;
    }

    /** Other words at the end, or fewer, or another headline; or another claimed time only. */
    private Revision edited(Page page, Text t, @Nullable Instant published, Instant fetched) {
        var text = random.nextInt(3) == 0 ? outlets.cut(t.text()) : t.text() + sentence();
        var claimed = published == null || random.nextBoolean()
                ? published
                : published.plusSeconds(random.nextInt(72_000) - 36_000);
        return shows(page, title(new Text(t.title(), "", "", EPOCH)), text, claimed, fetched, Body.FULL);
    }

    private static Revision shows(
            Page page, String title, String text, @Nullable Instant published, Instant fetched, Body body) {
        var summary = body == Body.FULL ? "" : text;
        var full = body == Body.FULL ? text : "";
        return new Revision(
                Ids.article(page.url()),
                Ids.revision(title, summary, full),
                null,
                page.outlet(),
                page.group(),
                page.url(),
                title,
                summary,
                full,
                false,
                page.language(),
                null,
                null,
                published,
                "feed",
                null,
                fetched,
                page.first(),
                body,
                Origin.REPLAY);
    }

    private List<Override> decisions() {
        var decided = new ArrayList<Override>();
        for (var i = random.nextInt(7); i > 0; i--) {
            var subject = articles.get(random.nextInt(articles.size()));
            var with = articles.get(random.nextInt(articles.size()));
            var at = EPOCH.plusSeconds(400_000 + random.nextInt(10_000));
            decided.add(decision("a" + i, i % 3 == 0 ? Override.UNDO : Override.SPLIT, subject, null, at));
            if (!with.equals(subject)) {
                var merged = at.plusSeconds(random.nextInt(20) - 10);
                decided.add(decision("b" + i, Override.MERGE, subject, with, merged));
                decided.add(decision("b" + i, Override.MERGE, with, subject, merged));
                if (random.nextInt(3) == 0) {
                    decided.add(decision("c" + i, Override.UNDO, with, null, merged.plusSeconds(60)));
                }
            }
        }
        vetoTags(decided);
        vetoOutlets(decided);
        return List.copyOf(decided);
    }

    /** Of an article's tags, sometimes with what was decided on its story, sometimes taken back. */
    private void vetoTags(List<Override> decided) {
        for (var i = random.nextInt(6); i > 0; i--) {
            var id = "d" + i;
            var subject = articles.get(random.nextInt(articles.size()));
            var at = EPOCH.plusSeconds(400_000 + random.nextInt(10_000));
            var said = decided.stream()
                    .filter(d -> d.onStory() && d.subject().equals(subject))
                    .findFirst()
                    .orElse(null);
            var vetoes = VETOED.stream()
                    .filter(target -> random.nextInt(3) == 0)
                    .map(target -> new Override.Veto(target, id, "analyst", "", at))
                    .toList();
            var kind = random.nextInt(4) == 0 ? Override.ALLOW_TAG : Override.VETO_TAG;
            var tag = VETOED.get(random.nextInt(VETOED.size()));
            var veto = new Override(id, kind, subject, null, tag, "analyst", "", at);
            decided.add(veto.beside(vetoes, said));
        }
    }

    private void vetoOutlets(List<Override> decided) {
        for (var i = 1 + random.nextInt(5); i > 0; i--) {
            var outlet = revisions.get(random.nextInt(revisions.size())).outlet();
            var at = EPOCH.plusSeconds(400_000 + random.nextInt(10_000));
            var kind = random.nextInt(3) == 0 ? Override.ALLOW_OUTLET : Override.VETO_OUTLET;
            decided.add(decision("e" + i, kind, outlet, null, at));
        }
    }

    private static Override decision(String id, String kind, String subject, @Nullable String with, Instant at) {
        return new Override(id, kind, subject, with, null, "analyst", "", at);
    }
}
