// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.PlanVersion;

/** A plan version. */
final class PlanDraft implements Draft {
    private final Entry id;
    private final RuleDrafts cited;
    private @Nullable Entry name;
    private @Nullable Entry date;

    PlanDraft(Entry id) {
        this.id = id;
        cited = new RuleDrafts("plan/" + id.value());
    }

    @Override
    public void read(Fields fields, Change change, Languages languages) {
        name = fields.single("name", name, change);
        date = fields.single("date", date, change);
        cited.read(fields.path("cited"), fields.byKey("cited"), change, languages, fields.problems());
    }

    @Override
    public Stream<RuleDrafts> rules() {
        return Stream.of(cited);
    }

    PlanVersion build(Predicate<Entry> wanted, Problems problems) {
        var day = Objects.requireNonNullElse(Ids.date(date, problems), LocalDate.EPOCH);
        return new PlanVersion(id.value(), name == null ? "" : name.value(), day, cited.rules(wanted));
    }
}
