// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words attributed to somebody, direct or reported.
 *
 * @param speaker actor id, null for somebody whom the dossier does not know
 * @param name the speaker as written, null if only a pronoun stands there
 * @param points the points that the words are about
 */
public record Quote(
        @Nullable String speaker, @Nullable String name, String text, int start, int end, List<String> points) {
    /** Records of builds that did not look for points have none. */
    public Quote {
        points = points == null ? List.of() : List.copyOf(points);
    }
}
