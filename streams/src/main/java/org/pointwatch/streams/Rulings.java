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

    /** Under the article's id; none for what says nothing of stories. */
    static List<KeyValue<String, Ruling>> of(@Nullable Override decided) {
        var onStory = decided == null ? null : decided.storyDecision();
        if (onStory == null) {
            return List.of();
        }
        var kind =
                switch (onStory.kind()) {
                    case Override.SPLIT -> Ruling.Kind.SPLIT;
                    case Override.MERGE -> Ruling.Kind.MERGE;
                    default -> Ruling.Kind.UNDO;
                };
        return List.of(KeyValue.pair(onStory.subject(), new Ruling(kind, onStory.with(), onStory.at(), onStory.id())));
    }
}
