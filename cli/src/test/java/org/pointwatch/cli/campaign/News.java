// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.testkit.families.Families;
import org.pointwatch.testkit.families.Labelled;

/**
 * Revisions for volume, from weeks before the sample world: a third copies, some of them ahead of their original, 12 % edits,
 * 2 % withdrawals, two in five on the dossier's points so that the ledger has much to post. One seed gives one stream.
 */
final class News {
    private static final Duration EARLIER = Duration.ofDays(30);
    private static final int REMEMBERED = 500;

    /** Where somebody stands, both ways, so that later ones turn what earlier ones made. */
    private static final List<String> STATEMENTS = List.of(
            "Zelensky said that Ukraine would never accept a cap on its army.",
            "Zelensky said he was ready to hold elections if a ceasefire was in force.",
            "Zelensky rejected elections in wartime.",
            "Russia rejected NATO troops in Ukraine, Lavrov said.",
            "Macron called for a ceasefire.",
            "Putin rejected a ceasefire.",
            "The EU supports the use of the frozen Russian assets, Kallas said.",
            "Merz opposes the use of the frozen Russian assets.",
            "Merz supports the use of the frozen Russian assets.");

    private final Random random;
    private final Iterator<Labelled> texts;
    private final List<String> sentences;
    private final List<Revision> earlier = new ArrayList<>();
    private final List<Revision> late = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    News(long seed, int size) {
        random = new Random(seed);
        texts = Families.many(seed, size).iterator();
        sentences = Dossiers.load(null).dossier().points().stream()
                .flatMap(p -> p.examples().stream())
                .filter(e -> e.language().equals("en"))
                .map(e -> e.text())
                .toList();
    }

    Revision next() {
        var dice = earlier.isEmpty() ? 1 : random.nextDouble();
        if (dice < 0.12) {
            return edited(picked());
        }
        if (dice < 0.14) {
            return changed(picked(), "", "", Body.DELETED);
        }
        if (dice < 0.20 && late.size() > 3) {
            return remembered(late.remove(random.nextInt(late.size())));
        }
        var revision = first(texts.next());
        if (random.nextInt(12) == 0) {
            late.add(revision);
            return next();
        }
        return remembered(revision);
    }

    private Revision first(Labelled text) {
        now = text.published().minus(EARLIER);
        var url = "https://" + text.outlet() + "/" + text.id();
        var full = text.text();
        if (random.nextInt(5) < 2) {
            full = sentence() + "\n" + full + "\n" + sentence();
        }
        return new Revision(
                Ids.article(url),
                Ids.revision(text.title(), "", full),
                "https://" + text.outlet() + "/feed",
                text.outlet(),
                null,
                url,
                text.title(),
                "",
                full,
                false,
                "en",
                null,
                null,
                now,
                "feed",
                null,
                now.plus(Duration.ofMinutes(5)),
                now.plus(Duration.ofMinutes(5)),
                Body.FULL,
                Origin.LIVE);
    }

    private String sentence() {
        var from = random.nextInt(4) == 0 ? STATEMENTS : sentences;
        return from.get(random.nextInt(from.size()));
    }

    private Revision edited(Revision r) {
        return changed(r, r.title(), r.text() + "\n" + sentence(), Body.FULL);
    }

    private Revision changed(Revision r, String title, String text, Body body) {
        var fetched = now.isBefore(r.fetched()) ? r.fetched() : now;
        return r.draft()
                .words(title, "", text)
                .fetched(fetched.plus(Duration.ofMinutes(10 + random.nextInt(600))))
                .body(body)
                .done();
    }

    private Revision picked() {
        return earlier.get(random.nextInt(earlier.size()));
    }

    private Revision remembered(Revision r) {
        if (earlier.size() < REMEMBERED) {
            earlier.add(r);
        } else {
            earlier.set(random.nextInt(REMEMBERED), r);
        }
        return r;
    }
}
