// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import org.pointwatch.domain.dossier.Dossier;

/** What became of a dossier file. */
public sealed interface DossierLoad {
    /** @param resolved the dossier as one text that stands alone: loaded again it gives the same dossier and itself */
    record Loaded(Dossier dossier, String resolved) implements DossierLoad {}

    /** @param problems all of them, in the order of the files; never empty */
    record Refused(List<DossierProblem> problems) implements DossierLoad {}
}
