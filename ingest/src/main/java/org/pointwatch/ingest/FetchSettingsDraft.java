// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchLimits;
import org.pointwatch.ingest.websub.WebSubSettings;

/** Settings while they are being changed; the components are those of {@link FetchSettings}. */
public final class FetchSettingsDraft {
    private @Nullable String instance;
    private int threads;
    private Duration base;
    private Duration shortest;
    private Duration longest;
    private Duration hostSpacing;
    private Duration perAddress;
    private String contact;
    private Set<String> addressExceptions;
    private final FetchLimits limits;
    private final int known;
    private WebSubSettings websub;

    FetchSettingsDraft(FetchSettings from) {
        instance = from.instance();
        threads = from.threads();
        base = from.base();
        shortest = from.shortest();
        longest = from.longest();
        hostSpacing = from.hostSpacing();
        perAddress = from.perAddress();
        contact = from.contact();
        addressExceptions = from.addressExceptions();
        limits = from.limits();
        known = from.known();
        websub = from.websub();
    }

    public FetchSettingsDraft instance(@Nullable String value) {
        instance = value;
        return this;
    }

    public FetchSettingsDraft threads(int value) {
        threads = value;
        return this;
    }

    /** How often a feed is asked, and how far apart the requests to one host are. */
    public FetchSettingsDraft intervals(Duration usual, Duration least, Duration most, Duration spacing) {
        base = usual;
        shortest = least;
        longest = most;
        hostSpacing = spacing;
        return this;
    }

    public FetchSettingsDraft perAddress(Duration value) {
        perAddress = value;
        return this;
    }

    public FetchSettingsDraft contact(String value) {
        contact = value;
        return this;
    }

    public FetchSettingsDraft addressExceptions(Set<String> value) {
        addressExceptions = value;
        return this;
    }

    public FetchSettingsDraft websub(WebSubSettings value) {
        websub = value;
        return this;
    }

    /** @throws IllegalArgumentException if they do not go together */
    public FetchSettings done() {
        return new FetchSettings(
                instance,
                threads,
                base,
                shortest,
                longest,
                hostSpacing,
                perAddress,
                contact,
                addressExceptions,
                limits,
                known,
                websub);
    }
}
