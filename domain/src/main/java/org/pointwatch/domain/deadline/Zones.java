// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dossier.Deadlines;

/** Where an outlet's days begin and end, and how it writes them. */
record Zones(Deadlines dossier) {
    private static final String AMERICA = "America/";

    /** The outlet's own zone, else that of its group, of the language, of the dossier; UTC if none is told. */
    DateContext context(
            @Nullable Instant at, @Nullable String outlet, @Nullable String group, @Nullable String language) {
        var zone = zone(outlet, group, language);
        var context = DateContext.of(at == null ? null : LocalDateTime.ofInstant(at, zone), zone);
        return "en".equals(language)
                        && (zone.equals(ZoneOffset.UTC) || zone.getId().startsWith(AMERICA))
                ? context
                : context.dayFirst();
    }

    private ZoneId zone(@Nullable String outlet, @Nullable String group, @Nullable String language) {
        var own = outlet == null ? null : dossier.outlets().get(outlet);
        own = own == null && group != null ? dossier.groups().get(group) : own;
        own = own == null && language != null ? dossier.languages().get(language) : own;
        own = own == null ? dossier.zone() : own;
        return own == null ? ZoneOffset.UTC : own;
    }
}
