// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is told of alerts. */
public sealed interface Destination {
    /** As people and metrics call it. */
    String name();

    Wish wish();

    /**
     * @param format of the bodies
     * @param signing null sends without a signature, which only a chat puts up with
     * @param anywhere also an address that is not public, and without TLS
     */
    record Webhook(String name, Wish wish, URI address, Format format, @Nullable Signing signing, boolean anywhere)
            implements Destination {
        /** The path may be all that keeps others out, so it is never shown. */
        @Override
        public String toString() {
            return name + " at " + address.getHost();
        }
    }

    /**
     * All alerts of a day in one mail.
     *
     * @param to mailboxes
     * @param at when it is sent, by the clocks of {@code zone}
     */
    record Digest(String name, Wish wish, List<String> to, LocalTime at, ZoneId zone) implements Destination {
        public Digest {
            to = List.copyOf(to);
        }
    }

    /** How a webhook's body is written. */
    enum Format {
        STANDARD,
        SLACK
    }
}
