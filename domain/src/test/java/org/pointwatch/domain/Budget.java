// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/** What a hostile text may cost: 2 s of processor time, and 64 MB allocated, which bounds the heap from above. */
public final class Budget {
    private static final Duration MOST_PROCESSOR = Duration.ofSeconds(2);
    private static final long MOST_HEAP = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Budget() {}

    public static <T> T held(Supplier<T> call) {
        var processor = THREADS.getCurrentThreadCpuTime();
        var allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        var result = call.get();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - processor))
                .as("processor time")
                .isLessThan(MOST_PROCESSOR);
        assertThat(THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated)
                .as("bytes allocated")
                .isLessThan(MOST_HEAP);
        return result;
    }
}
