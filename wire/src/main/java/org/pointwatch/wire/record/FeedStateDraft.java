// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.FeedState.Bodies;
import org.pointwatch.wire.record.FeedState.Health;
import org.pointwatch.wire.record.FeedState.KnownEntry;
import org.pointwatch.wire.record.FeedState.Trouble;

/** A feed's state while it is being changed; the components are those of {@link FeedState}. */
public final class FeedStateDraft {
    private final String feed;
    private String outlet;
    private @Nullable String title;
    private Health health = Health.NEW;
    private @Nullable String reason;
    private @Nullable Instant lastPoll;
    private @Nullable Instant lastChange;
    private Instant nextPoll = Instant.EPOCH;
    private @Nullable String etag;
    private @Nullable String lastModified;
    private @Nullable String format;
    private int failures;
    private long polls;
    private long unchanged;
    private long articles;
    private List<KnownEntry> known = List.of();
    private @Nullable String group;
    private @Nullable String language;
    private @Nullable Trouble trouble;
    private @Nullable Instant silentSince;
    private @Nullable Bodies bodies;
    private @Nullable Polling polling;
    private @Nullable Push push;

    FeedStateDraft(String feed, String outlet) {
        this.feed = feed;
        this.outlet = outlet;
    }

    FeedStateDraft(FeedState from) {
        feed = from.feed();
        outlet = from.outlet();
        title = from.title();
        health = from.health();
        reason = from.reason();
        lastPoll = from.lastPoll();
        lastChange = from.lastChange();
        nextPoll = from.nextPoll();
        etag = from.etag();
        lastModified = from.lastModified();
        format = from.format();
        failures = from.failures();
        polls = from.polls();
        unchanged = from.unchanged();
        articles = from.articles();
        known = from.known();
        group = from.group();
        language = from.language();
        trouble = from.trouble();
        silentSince = from.silentSince();
        bodies = from.bodies();
        polling = from.polling();
        push = from.push();
    }

    public FeedStateDraft outlet(String value) {
        outlet = value;
        return this;
    }

    public FeedStateDraft title(@Nullable String value) {
        title = value;
        return this;
    }

    public FeedStateDraft health(Health value) {
        health = value;
        return this;
    }

    public FeedStateDraft reason(@Nullable String value) {
        reason = value;
        return this;
    }

    public FeedStateDraft lastPoll(@Nullable Instant value) {
        lastPoll = value;
        return this;
    }

    public FeedStateDraft lastChange(@Nullable Instant value) {
        lastChange = value;
        return this;
    }

    public FeedStateDraft nextPoll(Instant value) {
        nextPoll = value;
        return this;
    }

    public FeedStateDraft etag(@Nullable String value) {
        etag = value;
        return this;
    }

    public FeedStateDraft lastModified(@Nullable String value) {
        lastModified = value;
        return this;
    }

    public FeedStateDraft format(@Nullable String value) {
        format = value;
        return this;
    }

    public FeedStateDraft failures(int value) {
        failures = value;
        return this;
    }

    public FeedStateDraft polls(long value) {
        polls = value;
        return this;
    }

    public FeedStateDraft unchanged(long value) {
        unchanged = value;
        return this;
    }

    public FeedStateDraft articles(long value) {
        articles = value;
        return this;
    }

    public FeedStateDraft known(List<KnownEntry> value) {
        known = value;
        return this;
    }

    public FeedStateDraft group(@Nullable String value) {
        group = value;
        return this;
    }

    public FeedStateDraft language(@Nullable String value) {
        language = value;
        return this;
    }

    public FeedStateDraft trouble(@Nullable Trouble value) {
        trouble = value;
        return this;
    }

    public FeedStateDraft silentSince(@Nullable Instant value) {
        silentSince = value;
        return this;
    }

    public FeedStateDraft bodies(@Nullable Bodies value) {
        bodies = value;
        return this;
    }

    public FeedStateDraft polling(@Nullable Polling value) {
        polling = value;
        return this;
    }

    public FeedStateDraft push(@Nullable Push value) {
        push = value;
        return this;
    }

    public FeedState done() {
        return new FeedState(
                feed,
                outlet,
                title,
                health,
                reason,
                lastPoll,
                lastChange,
                nextPoll,
                etag,
                lastModified,
                format,
                failures,
                polls,
                unchanged,
                articles,
                known,
                group,
                language,
                trouble,
                silentSince,
                bodies,
                polling,
                push);
    }
}
