// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.DeadLetter;

/**
 * Sets aside what cannot be decoded, computed or written as bytes, with the record it came from and the reason, and lets the
 * stream go on. A failure after a processor began to store or forward is none of the record's, nor is one of the broker or
 * a transaction: it stops the task.
 */
public final class PoisonHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    /** Keys of the configuration: the dead letters' topic, and the registry to count in. */
    static final String TOPIC = "pointwatch.dead-letters.topic";

    static final String METERS = "pointwatch.meters";

    private String topic = "";
    private MeterRegistry meters = Metrics.globalRegistry;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = Objects.requireNonNull(configs.get(TOPIC), TOPIC).toString();
        meters = (MeterRegistry) Objects.requireNonNull(configs.get(METERS), METERS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        var reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
        var letter = letter(context, record.key(), record.value(), "decode", reason);
        return DeserializationExceptionHandler.Response.resume(List.of(letter));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception e) {
        if (!(e instanceof PoisonException poison)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        var reason = Objects.requireNonNullElse(poison.getMessage(), poison.toString());
        var letter = letter(context, context.sourceRawKey(), context.sourceRawValue(), poison.stage(), reason);
        return ProcessingExceptionHandler.Response.resume(List.of(letter));
    }

    /**
     * What the broker refuses has ended the transaction, and a dead letter could not be written in it. {@link Bounded} sees to
     * it that nothing is sent that is too large.
     */
    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception e) {
        return ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception e, SerializationExceptionOrigin origin) {
        if (e instanceof ClassCastException) {
            return ProductionExceptionHandler.Response.fail();
        }
        var reason = "cannot be written to " + record.topic() + ": " + e.getMessage();
        return ProductionExceptionHandler.Response.resume(
                List.of(letter(context, context.sourceRawKey(), context.sourceRawValue(), "write", reason)));
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, String stage, String reason) {
        meters.counter("pointwatch_dead_letters_total", "stage", stage).increment();
        var origin = DeadLetter.origin(context.topic(), context.partition(), context.offset());
        return DeadLetter.record(topic, key, value, stage, reason, origin);
    }
}
