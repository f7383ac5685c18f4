// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pointwatch.ingest.CoverageMeter.Row;
import org.pointwatch.wire.record.FeedState;

/**
 * The {@link CoverageMeter} of this process's feeds for Prometheus, looked at now and then. Labels are the groups and
 * languages of the list of feeds alone, never what a feed says; of a list that has very many of them the largest stand for
 * themselves and the others together. Not thread-safe.
 */
final class CoverageGauges {
    /** Pairs of a group and a language that stand for themselves. */
    static final int MOST = 100;

    static final String OTHERS = "other";
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MultiGauge feeds;
    private final MultiGauge bodies;
    private final MultiGauge shares;
    private long next = System.nanoTime();

    CoverageGauges(MeterRegistry registry) {
        feeds = MultiGauge.builder("pointwatch.feeds")
                .description("Feeds of this process by how they do.")
                .register(registry);
        bodies = MultiGauge.builder("pointwatch.feeds.bodies")
                .description("Revisions ever published from them, by how much of the article was read.")
                .register(registry);
        shares = MultiGauge.builder("pointwatch.feeds.share")
                .description("Of the feeds that were asked: alive. Of the revisions published: read, refused.")
                .register(registry);
    }

    /** Looks again if the last look is some seconds ago, of real time. */
    void look(Supplier<Collection<FeedState>> states) {
        var now = System.nanoTime();
        if (next - now <= 0) {
            next = now + EVERY_NANOS;
            show(states.get());
        }
    }

    void show(Collection<FeedState> states) {
        var rows = rows(states);
        feeds.register(each(rows, CoverageGauges::feeds), true);
        bodies.register(each(rows, CoverageGauges::bodies), true);
        shares.register(each(rows, CoverageGauges::shares), true);
    }

    private static List<Row> rows(Collection<FeedState> states) {
        var all = CoverageMeter.of(states);
        var pairs = new ArrayList<>(all.subList(0, all.size() - 1));
        if (pairs.size() <= MOST) {
            return pairs;
        }
        pairs.sort(Comparator.comparingInt(Row::feeds).reversed());
        var shown = new ArrayList<>(pairs.subList(0, MOST));
        pairs.subList(MOST, pairs.size()).stream()
                .map(row -> row.named(OTHERS, OTHERS))
                .reduce(Row::plus)
                .ifPresent(shown::add);
        return shown;
    }

    private static List<MultiGauge.Row<?>> each(List<Row> rows, Function<Row, Map<Tags, Number>> figures) {
        var all = new ArrayList<MultiGauge.Row<?>>();
        for (var row : rows) {
            var whose = Tags.of("group", row.group(), "language", row.language());
            figures.apply(row).forEach((of, figure) -> all.add(MultiGauge.Row.of(whose.and(of), figure)));
        }
        return all;
    }

    private static Map<Tags, Number> feeds(Row row) {
        return Map.of(
                Tags.of("state", "alive"), row.alive(),
                Tags.of("state", "silent"), row.silent(),
                Tags.of("state", "failing"), row.failing(),
                Tags.of("state", "gone"), row.gone(),
                Tags.of("state", "unasked"), row.unasked());
    }

    private static Map<Tags, Number> bodies(Row row) {
        return Map.of(
                Tags.of("body", "full"), row.bodies().full(),
                Tags.of("body", "feed-only"), row.bodies().feedOnly(),
                Tags.of("body", "refused"), row.bodies().refused());
    }

    private static Map<Tags, Number> shares(Row row) {
        return Map.of(
                Tags.of("of", "alive"), row.shareAlive(),
                Tags.of("of", "read"), row.shareRead(),
                Tags.of("of", "refused"), row.shareRefused());
    }
}
