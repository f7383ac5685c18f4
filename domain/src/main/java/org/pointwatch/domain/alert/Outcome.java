// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.util.Locale;

/** What became of something that could have been told. */
public enum Outcome {
    FIRED,
    /** The same kind was told about the same target a short while ago. */
    COOLED,
    /** It happened more than a day from now. */
    STALE,
    /** It comes from an archive. */
    REPLAY,
    /** It was told before, or it was decided before not to tell it. */
    REPEATED,
    /** The dossier wants nothing of this kind about this target. */
    UNWANTED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
