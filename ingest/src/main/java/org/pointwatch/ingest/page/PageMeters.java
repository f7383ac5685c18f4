// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import io.micrometer.core.instrument.MeterRegistry;

/** What became of the pages; each is counted once with its end. */
record PageMeters(MeterRegistry registry) {
    void count(String result) {
        count(result, 1);
    }

    void count(String result, int pages) {
        if (pages > 0) {
            registry.counter("pointwatch.fetch.pages", "result", result).increment(pages);
        }
    }

    /** Put off because it was another domain's turn at the address; asked for a little later. */
    void deferred() {
        registry.counter("pointwatch.fetch.deferred", "what", "pages").increment();
    }

    /** Taken over from a former owner; their end is counted like that of others. */
    void resumed(int pages) {
        registry.counter("pointwatch.fetch.pages.resumed").increment(pages);
    }
}
