// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a dossier may ask to be counted by, besides points and actors. */
public enum Facet {
    /** Of the article's text. */
    LANGUAGE,
    /** Of its outlet, as the list of feeds has it. */
    GROUP;

    /** As dossiers and findings write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Facet::id).toList();
    }
}
