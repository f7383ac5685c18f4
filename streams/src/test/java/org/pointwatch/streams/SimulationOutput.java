// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

/** What a run has left in the topics that others read. */
final class SimulationOutput {
    private SimulationOutput() {}

    /** The last value of each key that is there. */
    static Map<String, byte[]> last(SimulationRun run, Topic<?> topic) {
        var last = new TreeMap<String, byte[]>();
        for (var fetched : run.broker().readAll(Stage.KAFKA.topic(topic))) {
            var key = new String(fetched.entry().key(), StandardCharsets.UTF_8);
            var value = fetched.entry().value();
            if (value == null) {
                last.remove(key);
            } else {
                last.put(key, value);
            }
        }
        return last;
    }

    /** Takes the deadlines that were merged out, and says into which. */
    static Map<String, String> takeMerged(Map<String, byte[]> deadlines) {
        var into = new TreeMap<String, String>();
        deadlines.forEach((id, bytes) -> {
            var deadline = JsonSerde.of(Topics.DEADLINES).decode(bytes);
            if (deadline.into() != null) {
                into.put(id, deadline.into());
            }
        });
        deadlines.keySet().removeAll(into.keySet());
        return into;
    }

    /** How many records were set aside. */
    static int deadLetters(SimulationRun run) {
        return run.broker().readAll(Stage.KAFKA.topic(Topics.DEAD_LETTERS)).size();
    }
}
