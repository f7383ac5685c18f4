// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param desk the desk's address, with a slash at its end
 * @param query names to values, decoded
 * @param accept the header, null if there is none
 * @param ifNoneMatch its lines
 * @param body null where none was sent
 * @param writer whether the asker holds the write token
 * @param tokenless whether this desk has no tokens at all
 */
public record Ask(
        String desk,
        String method,
        String path,
        Map<String, List<String>> query,
        @Nullable String accept,
        List<String> ifNoneMatch,
        byte @Nullable [] body,
        boolean writer,
        boolean tokenless) {}
