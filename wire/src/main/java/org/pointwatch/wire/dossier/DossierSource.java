// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

/** Where the files stand that a dossier includes. */
@FunctionalInterface
public interface DossierSource {
    /** For a text that must stand alone, such as one from the topic. */
    DossierSource NONE = (from, include) ->
            new Unreadable("this dossier must stand alone", "give the resolved dossier, or drop 'includes:'");

    /**
     * Looks up an include.
     *
     * @param from name of the file that includes it
     * @param include as it is written there
     */
    Answer find(String from, String include);

    /** What became of an include. */
    sealed interface Answer {}

    /** @param name one and the same for one file, however it is included; problems name it */
    record Text(String name, String yaml) implements Answer {}

    /** @param mend what to do about it */
    record Unreadable(String problem, String mend) implements Answer {}
}
