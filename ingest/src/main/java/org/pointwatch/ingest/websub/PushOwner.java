// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Push;

/** Who keeps the subscriptions of feeds with their state. Used by many threads. */
public interface PushOwner {
    /** The feed's subscription, null if it has none or is another fetcher's now. */
    @Nullable
    Push push(String feed);

    /** Writes a changed subscription; false if it was not written. */
    boolean push(String feed, UnaryOperator<@Nullable Push> change);
}
