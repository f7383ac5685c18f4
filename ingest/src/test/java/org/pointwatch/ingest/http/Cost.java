// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/** What one call costs: time on the clock, processor time, and bytes allocated, which bound the heap from above. */
public record Cost<T>(T result, Duration wall, Duration processor, long allocated) {
    private static final Duration MOST_WALL = Duration.ofSeconds(30);

    private static final Duration MOST_PROCESSOR = Duration.ofSeconds(2);

    private static final long MOST_HEAP = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public static <T> Cost<T> of(Supplier<T> call) {
        var wall = System.nanoTime();
        var processor = THREADS.getCurrentThreadCpuTime();
        var allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        var result = call.get();
        return new Cost<>(
                result,
                Duration.ofNanos(System.nanoTime() - wall),
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - processor),
                THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated);
    }

    /** 2 s of processor time and 64 MB, whatever came. */
    public T within(Duration mostWall) {
        withinTime(mostWall);
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_HEAP);
        return result;
    }

    /** The whole budget of a case: 30 s on the clock, 2 s of processor time, 64 MB. */
    public T within() {
        return within(MOST_WALL);
    }

    /** Without the memory, which is then shown otherwise: garbage may come to more than is ever held. */
    public T withinTime() {
        return withinTime(MOST_WALL);
    }

    private T withinTime(Duration mostWall) {
        assertThat(wall).as("time on the clock").isLessThan(mostWall);
        assertThat(processor).as("processor time").isLessThan(MOST_PROCESSOR);
        return result;
    }
}
