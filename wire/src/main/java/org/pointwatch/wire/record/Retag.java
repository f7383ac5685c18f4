// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an article to be tagged again: the value of the internal topic {@code retag}, keyed by the article. It carries
 * no text, so that the revision that is current when it is handled is the one that is tagged.
 *
 * @param dossier id of the dossier
 * @param version that was in force when it was asked
 * @param position offset of that version on {@code dossiers}: a task that has not read so far puts the request off
 * @param laps how often it was put off
 * @param outlet null for that; else it asks for all articles of this outlet to be looked at again, because an analyst has
 *     vetoed it or took that back: those that the reader of this partition has from the article on that is the key
 */
public record Retag(
        String dossier,
        String version,
        long position,
        int laps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outlet) {
    /** Of one article. */
    public Retag(String dossier, String version, long position, int laps) {
        this(dossier, version, position, laps, null);
    }

    /** Of an outlet's articles, from one on. */
    public static Retag of(String dossier, String outlet) {
        return new Retag(dossier, "", 0, 0, outlet);
    }

    public Retag putOff() {
        return new Retag(dossier, version, position, laps + 1, outlet);
    }
}
