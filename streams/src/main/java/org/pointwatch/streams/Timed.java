// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Measures the time a step takes without the steps it forwards to: {@code pointwatch_stage_seconds_total} by stage.
 * Forwarding is a call, so the time of the steps behind is subtracted through a thread's own account. A record that the
 * step cannot compute is booked, too.
 */
final class Timed<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
    private static final ThreadLocal<long[]> BEHIND = ThreadLocal.withInitial(() -> new long[1]);

    private final Processor<KIn, VIn, KOut, VOut> step;
    private final LongAdder nanos;
    private final Conservation conservation;
    private ProcessorContext<KOut, VOut> context;

    private Timed(Processor<KIn, VIn, KOut, VOut> step, LongAdder nanos, Conservation conservation) {
        this.step = step;
        this.nanos = nanos;
        this.conservation = conservation;
    }

    static <KIn, VIn, KOut, VOut> ProcessorSupplier<KIn, VIn, KOut, VOut> step(
            String stage,
            MeterRegistry meters,
            Conservation conservation,
            ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        var nanos = new LongAdder();
        FunctionCounter.builder("pointwatch_stage_seconds_total", nanos, n -> n.sum() / 1e9)
                .tag("stage", stage)
                .register(meters);
        return () -> new Timed<>(supplier.get(), nanos, conservation);
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
        this.context = context;
        step.init(context);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
        var account = BEHIND.get();
        var before = account[0];
        account[0] = 0;
        var started = System.nanoTime();
        try {
            step.process(record);
        } catch (PoisonException e) {
            conservation.poisoned(context);
            throw e;
        } finally {
            var all = System.nanoTime() - started;
            nanos.add(all - account[0]);
            account[0] = before + all;
        }
    }

    @Override
    public void close() {
        step.close();
    }
}
