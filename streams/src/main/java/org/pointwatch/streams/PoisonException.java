// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** One record cannot be computed; nothing was stored or forwarded for it, so it alone is set aside. */
final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String stage;

    PoisonException(String stage, String reason) {
        super(reason);
        this.stage = stage;
    }

    private PoisonException(String stage, RuntimeException cause) {
        super(cause.toString(), cause);
        this.stage = stage;
    }

    String stage() {
        return stage;
    }

    /**
     * The pure part of a processor: what fails here is the record's fault, what fails later stops the task. So does a
     * store that cannot be read in between, for then the record is as good as any other.
     */
    static <T> T computing(String stage, Supplier<T> pure) {
        try {
            return pure.get();
        } catch (PoisonException | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PoisonException(stage, e);
        }
    }
}
