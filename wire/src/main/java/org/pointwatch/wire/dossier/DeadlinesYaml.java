// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.domain.dossier.DeadlineCue;
import org.pointwatch.domain.dossier.Deadlines;
import org.pointwatch.domain.dossier.NamedDay;

/** The section of deadlines as text, in an order that does not depend on the files it came from. */
final class DeadlinesYaml {
    private final YamlText out;
    private final Deadlines deadlines;

    private DeadlinesYaml(YamlText out, Deadlines deadlines) {
        this.out = out;
        this.deadlines = deadlines;
    }

    static void write(YamlText out, Deadlines deadlines) {
        if (!deadlines.equals(Deadlines.NONE)) {
            out.mapping(DeadlinesDraft.KEY, new DeadlinesYaml(out, deadlines)::section);
        }
    }

    private void section() {
        var bound = deadlines.bound();
        if (bound != null) {
            out.text("bound", bound);
        }
        var zone = deadlines.zone();
        if (zone != null) {
            out.text("zone", zone.getId());
        }
        out.mapping("zones", () -> {
            zones("outlets", deadlines.outlets());
            zones("groups", deadlines.groups());
            zones("languages", deadlines.languages());
        });
        out.records("holidays", deadlines.days(), this::holiday);
        out.mapping("cues", () -> new TreeMap<>(deadlines.cues())
                .forEach((language, cues) -> out.mapping(language, () -> {
                    for (var cue : DeadlineCue.values()) {
                        out.texts(DeadlinesDraft.name(cue), cues.getOrDefault(cue, List.of()));
                    }
                })));
    }

    private void zones(String key, Map<String, ZoneId> zones) {
        if (!zones.isEmpty()) {
            out.mapping(key, () -> new TreeMap<>(zones).forEach((name, zone) -> out.text(name, zone.getId())));
        }
    }

    private void holiday(NamedDay day) {
        out.mapping("names", () -> new TreeMap<>(day.names()).forEach(out::texts));
        var every = day.every();
        if (every != null) {
            out.text("every", every.toString().substring(2));
        }
        out.texts("days", day.days().stream().map(Object::toString).toList());
    }
}
