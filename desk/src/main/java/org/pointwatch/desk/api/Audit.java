// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line in the log and a count for everything that is written through the desk. */
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("org.pointwatch.desk.audit");

    private final MeterRegistry metrics;

    Audit(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * @param what a word of ours, such as {@code merge}
     * @param by who says that they did it
     */
    void wrote(String what, String subject, String by, String why) {
        metrics.counter("pointwatch.desk.writes", "what", what).increment();
        LOG.info("{} {} by \"{}\", why: \"{}\"", what, Shown.of(subject), Shown.of(by), Shown.of(why));
    }
}
