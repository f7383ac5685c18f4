// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import org.jspecify.annotations.Nullable;

/**
 * One feed of the list.
 *
 * @param feed the feed's URL, also the key
 * @param outlet the publisher as counted; null takes the registrable domain of the feed's links
 * @param group such as {@code agencies}; null for none
 * @param language ISO 639-1 that its articles have unless they say otherwise
 * @param zone IANA time zone of the outlet, for dates without one
 */
public record Subscription(
        String feed,
        String title,
        @Nullable String outlet,
        @Nullable String group,
        @Nullable String language,
        @Nullable String zone) {}
