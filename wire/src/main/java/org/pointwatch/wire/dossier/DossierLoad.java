// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import org.pointwatch.domain.dossier.Dossier;

/** What became of a dossier file. */
public sealed interface DossierLoad {
    record Loaded(Dossier dossier) implements DossierLoad {}

    /** @param problems all of them, in the order of the file; never empty */
    record Refused(List<DossierProblem> problems) implements DossierLoad {}
}
