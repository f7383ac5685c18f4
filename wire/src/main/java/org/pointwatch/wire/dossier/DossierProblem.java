// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

/**
 * One mistake in a dossier file.
 *
 * @param line from 1
 * @param column from 1
 * @param field such as {@code points[3].rules.en[1]}, empty for the file as a whole
 * @param problem what is wrong
 * @param mend what to do about it
 */
public record DossierProblem(String file, int line, int column, String field, String problem, String mend) {
    @Override
    public String toString() {
        var where = file + ":" + line + ":" + column + ": ";
        return where + (field.isEmpty() ? "" : field + ": ") + problem + "; " + mend;
    }
}
