// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.Polling.Redirect;

import static org.assertj.core.api.Assertions.assertThat;

final class RedirectsTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final String NEW = "https://new.example/rss";

    @Test
    void believesTheSameTargetOverAFortnightOnly() {
        var redirect = Redirects.after(null, NEW, NOW);
        for (var day = 1; day < 14; day++) {
            redirect = Redirects.after(redirect, NEW, NOW.plus(Duration.ofDays(day)));
            assertThat(Redirects.proven(redirect, NOW.plus(Duration.ofDays(day))))
                    .isFalse();
        }
        assertThat(Redirects.proven(redirect, NOW.plus(Duration.ofDays(14)))).isTrue();
    }

    @Test
    void wantsThreeAnswers() {
        var late = NOW.plus(Duration.ofDays(60));
        assertThat(Redirects.proven(new Redirect(NEW, NOW, 2), late)).isFalse();
        assertThat(Redirects.proven(new Redirect(NEW, NOW, 3), late)).isTrue();
        assertThat(Redirects.proven(null, late)).isFalse();
    }

    @Test
    void beginsAnewWithAnotherTargetOrNone() {
        var redirect = new Redirect(NEW, NOW, 9);
        var later = NOW.plus(Duration.ofDays(20));
        assertThat(Redirects.after(redirect, "https://portal.example/", later))
                .isEqualTo(new Redirect("https://portal.example/", later, 1));
        assertThat(Redirects.after(redirect, null, later)).isNull();
    }
}
