// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

final class AuditTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("org.pointwatch.desk.audit");
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        seen.start();
        log.setLevel(Level.TRACE);
        log.addAppender(seen);
    }

    @AfterEach
    void leave() {
        log.detachAppender(seen);
        log.setLevel(null);
    }

    /** At the level that roles log at, neither below, where nobody would see it, nor as something that is wrong. */
    @Test
    void aWriteIsOneLineOfInformationAndCounted() {
        var metrics = new SimpleMeterRegistry();
        new Audit(metrics).wrote("merge", "a b", "Ann", "one\ntext");
        assertThat(seen.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getFormattedMessage())
                    .startsWith("merge a b by \"Ann\", why: \"one")
                    .doesNotContain("\n");
        });
        assertThat(metrics.get("pointwatch.desk.writes")
                        .tag("what", "merge")
                        .counter()
                        .count())
                .isOne();
    }
}
