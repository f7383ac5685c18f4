// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Override.Veto;

/** What stands on the topic: the newest record of each key, and the newest decision on each article's story. */
public final class Overrides {
    private final NavigableMap<String, Override> last = new TreeMap<>();
    private final NavigableMap<String, Override> onStories = new TreeMap<>();

    Overrides() {}

    /** Takes records in any order, also those that newer ones have replaced. */
    public static Overrides of(Collection<Override> records) {
        var overrides = new Overrides();
        records.forEach(overrides::take);
        return overrides;
    }

    void take(Override record) {
        last.merge(record.key(), record, BinaryOperator.maxBy(Override.BY_AGE));
        var onStory = record.storyDecision();
        if (onStory != null) {
            onStories.merge(onStory.key(), onStory, BinaryOperator.maxBy(Override.BY_AGE));
        }
    }

    void forget(String key) {
        last.remove(key);
        onStories.remove(key);
    }

    public StoryOverrides stories() {
        return new StoryOverrides(this);
    }

    public VetoOverrides vetoes() {
        return new VetoOverrides(this);
    }

    /** The newest of every key. */
    List<Override> last() {
        return List.copyOf(last.values());
    }

    /** By key, those that newer ones on tags have left in force too. */
    List<Override> onStories() {
        return List.copyOf(onStories.values());
    }

    @Nullable
    Override onStory(String article) {
        return onStories.get(Override.articleKey(article));
    }

    @Nullable
    Override outlet(String outlet) {
        return last.get(Override.outletKey(outlet));
    }

    List<Veto> vetoes(String article) {
        var newest = last.get(Override.articleKey(article));
        return newest == null ? List.of() : newest.standing();
    }

    /** Now, or just after what is under the keys: the analyst saw that, so that a slow clock must not void the decision. */
    Instant after(Instant now, String... keys) {
        return Stream.of(keys)
                .map(last::get)
                .filter(Objects::nonNull)
                .map(Override::at)
                .filter(at -> !at.isBefore(now))
                .map(at -> at.plusMillis(1))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** What is said where a record is dated otherwise than the clock says. */
    static List<String> dated(Instant at, Instant clock) {
        return at.equals(clock)
                ? List.of()
                : List.of(
                        "an earlier override is dated later than this clock's " + clock + ": this one is dated " + at);
    }
}
