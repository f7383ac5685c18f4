// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Office;

/** An office of an actor; its days tell it from the others. */
final class OfficeDraft {
    private final @Nullable Entry from;
    private final @Nullable Entry to;
    private final Lists names = new Lists();
    private final Lists bare = new Lists();

    OfficeDraft(@Nullable Entry from, @Nullable Entry to) {
        this.from = from;
        this.to = to;
    }

    void read(Fields fields, Languages languages) {
        read(names, "names", fields, languages);
        read(bare, "bare", fields, languages);
        fields.finish();
    }

    private static void read(Lists lists, String key, Fields fields, Languages languages) {
        var path = fields.path(key);
        var byLanguage = fields.byKey(key);
        byLanguage.forEach((language, field) -> languages.checkOrAny(path, language, field.place()));
        lists.putAll(path, byLanguage, Change.EXTEND, fields.problems());
    }

    Office build(Problems problems) {
        var first = Ids.date(from, problems);
        var last = Ids.date(to, problems);
        if (to != null && first != null && last != null && first.isAfter(last)) {
            to.problem(problems, "ends before it begins on " + first, "write a day from then on, or leave it out");
        }
        return new Office(first, last, names.values(), bare.values());
    }
}
