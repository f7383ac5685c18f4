// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

/**
 * Asks for an article to be tagged again: the value of the internal topic {@code retag}, keyed by the article. It carries
 * no text, so that the revision that is current when it is handled is the one that is tagged.
 *
 * @param dossier id of the dossier
 * @param version that was in force when it was asked
 * @param position offset of that version on {@code dossiers}: a task that has not read so far puts the request off
 * @param laps how often it was put off
 */
public record Retag(String dossier, String version, long position, int laps) {
    public Retag putOff() {
        return new Retag(dossier, version, position, laps + 1);
    }
}
