// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.WatchedFigure;

/** A figure of a point; its name tells it from the others. */
final class FigureDraft {
    private final Entry name;
    private final RuleDrafts rules;
    private @Nullable Entry unit;

    FigureDraft(Entry name, RuleDrafts rules) {
        this.name = name;
        this.rules = rules;
    }

    RuleDrafts rules() {
        return rules;
    }

    Entry name() {
        return name;
    }

    void read(Fields fields, Languages languages) {
        var given = fields.optional("unit");
        if (given != null && unit != null && !given.value().equals(unit.value())) {
            var mend = "write the same unit or override 'figures:'";
            given.problem(fields.problems(), "the unit of '" + name.value() + "' is '" + unit.value() + "'", mend);
        }
        unit = unit == null ? given : unit;
        rules.read(fields.path("rules"), fields.byKey("rules"), Change.EXTEND, languages, fields.problems());
        fields.finish();
    }

    WatchedFigure build(Predicate<Entry> wanted) {
        return new WatchedFigure(name.value(), unit == null ? null : unit.value(), rules.rules(wanted));
    }
}
