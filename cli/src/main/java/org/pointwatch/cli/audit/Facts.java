// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;

/** Everything that an audit looks at, as it stood on the topics at one moment. */
final class Facts {
    /** By article id, of {@code articles}. */
    final Map<String, History> histories = new HashMap<>();

    /** The last of each article, of {@code findings}. */
    final Map<String, Mentions> findings = new HashMap<>();

    /** The last of each article, of {@code texts}. */
    final Map<String, Words> texts = new HashMap<>();

    /** The last of each article, of {@code stories}. */
    final Map<String, Story> stories = new HashMap<>();

    /** The last of each key, of {@code coverage}. */
    final Map<String, Coverage> coverage = new HashMap<>();

    /** The last of each id, of {@code deadlines}. */
    final Map<String, Deadline> deadlines = new HashMap<>();

    /** The last of each key, of {@code stances}. */
    final Map<String, Stance> stances = new HashMap<>();

    /** The newest decision of each key, of {@code overrides}. */
    final Map<String, Override> overrides = new HashMap<>();

    /** Partitions of {@code articles} whose oldest records are there no more. */
    final Set<Integer> shortened = new HashSet<>();

    /** Articles of which a record was set aside by a step behind the keeping of revisions. */
    final Set<String> setAside = new HashSet<>();

    /** Keys that the sink set aside, by topic without prefix. */
    final Map<String, Set<String>> unstored = new HashMap<>();

    /** What should be readable and is not. */
    final List<Difference> unreadable = new ArrayList<>();

    /** Coverage of buckets before this cannot be recounted, for findings of that time are there no more; null for none. */
    @Nullable
    Instant findingsSince;

    void decided(Override decision) {
        overrides.merge(decision.key(), decision, BinaryOperator.maxBy(Override.BY_AGE));
    }

    /** What was decided last about an outlet, null if nothing was. */
    @Nullable
    Override onOutlet(String outlet) {
        return overrides.get(Override.outletKey(outlet));
    }

    /** The vetoes of an article's tags that are in force. */
    List<Override.Veto> vetoes(String article) {
        var newest = overrides.get(Override.articleKey(article));
        return newest == null ? List.of() : newest.standing();
    }

    History history(String article, int partition) {
        return histories.computeIfAbsent(article, id -> new History(partition));
    }

    /** Whether an article's older records may be gone, so that what follows from them cannot be told. */
    boolean forgotten(int partition) {
        return shortened.contains(partition);
    }
}
