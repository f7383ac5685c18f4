// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.DeadlineCue;
import org.pointwatch.domain.dossier.Deadlines;
import org.pointwatch.domain.dossier.NamedDay;

/** What the files of a dossier say of deadlines, added up; of one zone the outer file's stands. */
final class DeadlinesDraft {
    static final String KEY = "deadlines";

    private static final List<String> ZONES = List.of("outlets", "groups", "languages");

    private final Map<String, Lists> cues = new LinkedHashMap<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private final Map<String, Map<String, Entry>> zones = new LinkedHashMap<>();
    private @Nullable Entry zone;
    private @Nullable Entry bound;

    private record Holiday(Lists names, List<Entry> days, @Nullable Entry every) {}

    DeadlinesDraft() {
        ZONES.forEach(z -> zones.put(z, new LinkedHashMap<>()));
    }

    void read(Fields fields, Languages languages) {
        var given = fields.optional("zone");
        zone = given == null ? zone : given;
        var party = fields.optional("bound");
        bound = party == null ? bound : party;
        zones(fields.inner("zones"), languages);
        fields.records("holidays").forEach(h -> holiday(h, languages));
        var path = fields.path("cues");
        fields.byKey("cues").forEach((language, field) -> {
            languages.checkOrAny(path, language, field.place());
            cues(language, new Fields(path + "." + language, field.value(), fields.problems()));
        });
        fields.finish();
    }

    private void cues(String language, Fields fields) {
        var lists = cues.computeIfAbsent(language, l -> new Lists());
        for (var cue : DeadlineCue.values()) {
            lists.put(name(cue), fields.texts(name(cue)), Change.DEFINE);
        }
        fields.finish();
    }

    private void zones(Fields fields, Languages languages) {
        for (var key : ZONES) {
            var path = fields.path(key);
            fields.byKey(key).forEach((name, field) -> {
                if (key.equals("languages")) {
                    languages.check(path, name, field.place());
                }
                Fields.texts(path + "." + name, field.value(), fields.problems())
                        .forEach(entry -> zones.getOrDefault(key, Map.of()).put(name, entry));
            });
        }
        fields.finish();
    }

    private void holiday(Fields fields, Languages languages) {
        var names = new Lists();
        var path = fields.path("names");
        var byLanguage = fields.byKey("names");
        byLanguage.forEach((language, field) -> languages.checkOrAny(path, language, field.place()));
        names.putAll(path, byLanguage, Change.DEFINE, fields.problems());
        var holiday = new Holiday(names, fields.texts("days"), fields.optional("every"));
        if (byLanguage.isEmpty()) {
            fields.missing("names");
        }
        if (holiday.days().isEmpty() && holiday.every() == null) {
            fields.missing("days");
        }
        fields.finish();
        holidays.add(holiday);
    }

    static String name(DeadlineCue cue) {
        return cue.name().toLowerCase(Locale.ROOT);
    }

    void check(DossierDraft dossier, Problems problems) {
        if (bound != null && dossier.actors().get(bound.value()) == null) {
            bound.missing(problems, "no actor '" + bound.value() + "'", "correct the id of who is bound");
        }
    }

    Deadlines build(Problems problems) {
        var words = new LinkedHashMap<String, Map<DeadlineCue, List<String>>>();
        cues.forEach((language, lists) -> {
            var own = new EnumMap<DeadlineCue, List<String>>(DeadlineCue.class);
            for (var cue : DeadlineCue.values()) {
                if (!lists.values(name(cue)).isEmpty()) {
                    own.put(cue, lists.values(name(cue)));
                }
            }
            if (!own.isEmpty()) {
                words.put(language, own);
            }
        });
        return new Deadlines(
                bound == null ? null : bound.value(),
                words,
                holidays.stream().map(h -> day(h, problems)).toList(),
                zone == null ? null : zone(zone, problems),
                built("outlets", problems),
                built("groups", problems),
                built("languages", problems));
    }

    private static NamedDay day(Holiday holiday, Problems problems) {
        var days = new ArrayList<LocalDate>();
        for (var day : holiday.days()) {
            var date = Ids.date(day, problems);
            if (date != null) {
                days.add(date);
            }
        }
        return new NamedDay(holiday.names().values(), monthDay(holiday.every(), problems), days);
    }

    private static @Nullable MonthDay monthDay(@Nullable Entry every, Problems problems) {
        try {
            return every == null ? null : MonthDay.parse("--" + every.value());
        } catch (DateTimeException e) {
            every.problem(problems, "no day of the year", "write month and day as 08-24");
            return null;
        }
    }

    private Map<String, ZoneId> built(String key, Problems problems) {
        var built = new LinkedHashMap<String, ZoneId>();
        Objects.requireNonNull(zones.get(key)).forEach((name, entry) -> {
            var known = zone(entry, problems);
            if (known != null) {
                built.put(name, known);
            }
        });
        return built;
    }

    private static @Nullable ZoneId zone(Entry entry, Problems problems) {
        if (ZoneId.getAvailableZoneIds().contains(entry.value())) {
            return ZoneId.of(entry.value());
        }
        entry.problem(problems, "'" + entry.value() + "' is no time zone", "use a name such as Europe/Kyiv");
        return null;
    }
}
