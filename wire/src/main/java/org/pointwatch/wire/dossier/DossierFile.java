// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import org.pointwatch.domain.article.Ids;
import tools.jackson.core.JacksonException;

/** Reads a dossier from its file's text: a dossier that is sound in every respect, or all that is wrong with it. */
public final class DossierFile {
    private static final int HASH_LENGTH = 10;

    private DossierFile() {}

    /**
     * Structure, references, rule syntax; then every example and counterexample is tried.
     *
     * @param fileName as problems should name it
     */
    public static DossierLoad load(String fileName, String yaml) {
        var problems = new Problems(fileName);
        try {
            var root = YamlTree.read(yaml, problems);
            var reader = new DossierReader(problems, new SourceLines(yaml));
            var dossier = reader.dossier(root, contentHash(yaml));
            if (problems.isEmpty()) {
                new ExampleTrial(dossier, problems).run(root);
            }
            return problems.isEmpty() ? new DossierLoad.Loaded(dossier) : new DossierLoad.Refused(problems.inOrder());
        } catch (JacksonException e) {
            problems.add(line(e), column(e), "", "not readable as YAML: " + e.getOriginalMessage(), "mend the syntax");
            return new DossierLoad.Refused(problems.inOrder());
        }
    }

    /** Short hash of the file's text; line ends do not matter. */
    public static String contentHash(String yaml) {
        return Ids.hash("dossier", yaml.replace("\r\n", "\n")).substring(0, HASH_LENGTH);
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
    }
}
