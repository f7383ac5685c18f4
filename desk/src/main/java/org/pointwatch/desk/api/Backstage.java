// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the API needs beside tables and topics; what is missing is answered 503.
 *
 * @param clock the wall clock: for what is told of now, and for when a decision was made
 * @param models loaded when a text is first tried
 */
public record Backstage(InstantSource clock, @Nullable Supplier<Models> models, @Nullable Decisions decisions) {
    public static final Backstage NONE = new Backstage(InstantSource.system(), null, null);
}
