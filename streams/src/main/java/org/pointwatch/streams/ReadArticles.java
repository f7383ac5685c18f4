// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.streams.Conservation.Line;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;

/** The entry: decodes each record, and books that it came in and, once all steps behind have returned, how it ended. */
final class ReadArticles extends ContextualProcessor<String, byte[], String, @Nullable Revision> {
    private static final JsonSerde<Revision> SERDE = JsonSerde.of(Topics.ARTICLES);

    private final Conservation conservation;
    private Conservation.Books books;

    ReadArticles(Conservation conservation) {
        this.conservation = conservation;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Revision> context) {
        super.init(context);
        books = conservation.open(context);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        books.recordBegins();
        context().forward(record.withValue(decode(record.value())));
        books.recordEnds();
    }

    private @Nullable Revision decode(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : SERDE.decode(bytes);
        } catch (WireException e) {
            books.recordIs(Line.DEAD_LETTERED);
            books.recordEnds();
            throw new PoisonException("decode", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        conservation.close(context(), books);
    }
}
