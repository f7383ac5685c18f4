// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.dossier.PartyCues;

/** The cue words of a dossier file. */
final class CuesReader {
    private final Problems problems;

    CuesReader(Problems problems) {
        this.problems = problems;
    }

    List<PartyCues> cues(Fields root) {
        var cues = new ArrayList<PartyCues>();
        root.byKey("cues").forEach((language, node) -> {
            var fields = new Fields("cues." + language, node, problems);
            var words = new EnumMap<Cue, List<String>>(Cue.class);
            for (var cue : Cue.values()) {
                words.put(cue, words(fields, cue.name().toLowerCase(Locale.ROOT)));
            }
            fields.finish();
            cues.add(new PartyCues(language, words));
        });
        return cues;
    }

    /** A text may hold several words. */
    private static List<String> words(Fields fields, String key) {
        return fields.texts(key).stream()
                .flatMap(t -> t.value().lines().flatMap(l -> List.of(l.trim().split(" +")).stream()))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
