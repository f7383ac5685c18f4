// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchLimits;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.ingest.websub.WebSubSettings;

/**
 * How the fetch role behaves.
 *
 * @param instance Kafka's {@code group.instance.id}; null joins as a passing member
 * @param base the mean interval over all feeds: polls go where news come, and are never more than this allows
 * @param shortest no feed is asked more often than this
 * @param longest and none less often, but where a server asked for more patience
 * @param hostSpacing between the starts of two requests to one registrable domain
 * @param perAddress between the starts of two requests to one IP address, of which there is one at a time; zero sets no limit
 * @param contact put into the User-Agent, so that a publisher can reach whoever runs this
 * @param addressExceptions exact origins, {@code host:port}, free of the address and port rules
 * @param known how many published entries of a feed are remembered, the newest kept
 * @param websub whether hubs may say that a feed has something new
 */
public record FetchSettings(
        @Nullable String instance,
        int threads,
        Duration base,
        Duration shortest,
        Duration longest,
        Duration hostSpacing,
        Duration perAddress,
        String contact,
        Set<String> addressExceptions,
        FetchLimits limits,
        int known,
        WebSubSettings websub) {

    public static FetchSettings defaults() {
        return new FetchSettings(
                null,
                8,
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                "",
                Set.of(),
                FetchLimits.DEFAULT,
                2_000,
                WebSubSettings.OFF);
    }

    public FetchSettings {
        if (threads < 1 || known < 1) {
            throw new IllegalArgumentException("fetch.threads and fetch.known are at least 1");
        }
        if (shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "fetch.shortest " + shortest + " is longer than fetch.longest " + longest);
        }
        addressExceptions = Set.copyOf(addressExceptions);
    }

    /** These settings, to be changed: {@code settings.change().threads(4).done()}. */
    public FetchSettingsDraft change() {
        return new FetchSettingsDraft(this);
    }

    String userAgent() {
        return "Pointwatch/0.1" + (contact.isBlank() ? " (feed reader)" : " (feed reader; +" + contact + ")");
    }

    PollPolicy policy() {
        return new PollPolicy(base, shortest, longest);
    }
}
