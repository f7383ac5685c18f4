// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Bodies;
import org.pointwatch.wire.record.FeedState.Health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class CoverageMeterTest {
    private int number;

    private FeedState feed(String group, String language, Health health, boolean silent, Bodies bodies) {
        return FeedState.unasked("https://one.example/" + number++, "one.example")
                .change()
                .group(group)
                .language(language)
                .health(health)
                .silentSince(silent ? Instant.parse("2025-11-22T12:00:00Z") : null)
                .bodies(bodies)
                .done();
    }

    @Test
    void sumsUpByGroupAndLanguageAndInAll() {
        var rows = CoverageMeter.of(List.of(
                feed("agencies", "en", Health.HEALTHY, false, new Bodies(6, 2, 0)),
                feed("agencies", "en", Health.HEALTHY, true, new Bodies(0, 1, 1)),
                feed("agencies", "uk", Health.FAILING, false, null),
                feed(null, null, Health.GONE, false, null),
                feed("agencies", "en", Health.NEW, false, null)));
        assertThat(rows)
                .extracting(r -> r.group() + "/" + r.language())
                .containsExactly("/", "agencies/en", "agencies/uk", "all/");
        assertThat(rows.get(1))
                .isEqualTo(new CoverageMeter.Row("agencies", "en", 3, 1, 1, 0, 0, 1, new Bodies(6, 3, 1)));
        assertThat(rows.get(1).shareAlive()).isCloseTo(0.5, within(1e-9));
        assertThat(rows.get(1).shareRead()).isCloseTo(0.6, within(1e-9));
        var all = rows.get(3);
        assertThat(all.feeds()).isEqualTo(5);
        assertThat(all.alive() + all.silent() + all.failing() + all.gone() + all.unasked())
                .isEqualTo(all.feeds());
    }

    @Test
    void anEmptyListSharesNothing() {
        var all = CoverageMeter.of(List.of()).get(0);
        assertThat(all.shareAlive()).isZero();
        assertThat(all.shareRead()).isZero();
    }

    private static double value(Search found, String tag, String value) {
        return found.tag(tag, value).gauge().value();
    }

    @Test
    void isShownToPrometheusByGroupAndLanguage() {
        var registry = new SimpleMeterRegistry();
        var gauges = new CoverageGauges(registry);
        gauges.show(List.of(
                feed("News agencies", "en-GB", Health.HEALTHY, false, new Bodies(6, 2, 0)),
                feed("News agencies", "en", Health.FAILING, false, new Bodies(0, 0, 2)),
                feed(null, "unheard of", Health.NEW, false, null)));
        var agencies = new String[] {"group", "News-agencies", "language", "en"};
        assertThat(value(registry.find("pointwatch.feeds").tags(agencies), "state", "alive"))
                .isEqualTo(1);
        assertThat(value(registry.find("pointwatch.feeds").tags(agencies), "state", "failing"))
                .isEqualTo(1);
        assertThat(value(registry.find("pointwatch.feeds.bodies").tags(agencies), "body", "refused"))
                .isEqualTo(2);
        assertThat(value(registry.find("pointwatch.feeds.share").tags(agencies), "of", "alive"))
                .isEqualTo(0.5);
        assertThat(value(registry.find("pointwatch.feeds.share").tags(agencies), "of", "read"))
                .isEqualTo(0.6);
        assertThat(value(registry.find("pointwatch.feeds.share").tags(agencies), "of", "refused"))
                .isEqualTo(0.2);
        assertThat(value(registry.find("pointwatch.feeds").tags("group", "", "language", ""), "state", "unasked"))
                .isEqualTo(1);

        gauges.show(List.of());
        assertThat(registry.find("pointwatch.feeds").gauges())
                .as("a group that is gone")
                .isEmpty();
    }

    @Test
    void aListOfVeryManyGroupsHasNoMoreLabelsThanAnother() {
        var registry = new SimpleMeterRegistry();
        var feeds = IntStream.range(0, 5_000)
                .mapToObj(i -> feed("g" + i % 2_500, "en", Health.HEALTHY, false, null))
                .toList();
        new CoverageGauges(registry).show(feeds);
        assertThat(registry.find("pointwatch.feeds").gauges()).hasSize(5 * (CoverageGauges.MOST + 1));
        assertThat(registry.find("pointwatch.feeds").gauges().stream()
                        .mapToDouble(Gauge::value)
                        .sum())
                .isEqualTo(5_000);
    }
}
