// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Ruling;
import org.pointwatch.wire.record.Override;

/** An analyst's records as the stories hear of them. */
final class Rulings {
    private Rulings() {}

    /** Under the article's id; none for what is not about stories. */
    static List<KeyValue<String, Ruling>> of(@Nullable Override decided) {
        if (decided == null || !decided.onStory()) {
            return List.of();
        }
        var kind =
                switch (decided.kind()) {
                    case Override.SPLIT -> Ruling.Kind.SPLIT;
                    case Override.MERGE -> Ruling.Kind.MERGE;
                    default -> Ruling.Kind.UNDO;
                };
        return List.of(KeyValue.pair(decided.subject(), new Ruling(kind, decided.with(), decided.at(), decided.id())));
    }
}
