// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.dossier.Dossier;

/** Reads a dossier from its file's text: a dossier that is sound in every respect, or all that is wrong with it. */
public final class DossierFile {
    /** Characters of a dossier with its includes, and of its resolved text: where the YAML library gives up as well. */
    public static final int LONGEST = 3_000_000;

    /** Characters of a line: the time that the YAML library takes grows with the square of it. */
    static final int LONGEST_LINE = 100_000;

    private static final int HASH_LENGTH = 10;

    private DossierFile() {}

    /**
     * Reads a text that includes no other.
     *
     * @param fileName as problems should name it
     */
    public static DossierLoad load(String fileName, String yaml) {
        return load(fileName, yaml, DossierSource.NONE);
    }

    /**
     * Structure, references, rule syntax; then every example and counterexample is tried.
     *
     * @param fileName as problems should name it, and as the source knows it
     */
    public static DossierLoad load(String fileName, String yaml, DossierSource source) {
        return load(fileName, yaml, source, true);
    }

    /**
     * Leaves the examples alone, which takes most of the time: for a dossier that was checked before, such as one from the
     * topic.
     */
    public static DossierLoad loadUntried(String fileName, String yaml, DossierSource source) {
        return load(fileName, yaml, source, false);
    }

    private static DossierLoad load(String fileName, String yaml, DossierSource source, boolean examples) {
        var problems = new Problems();
        var files = Includes.read(fileName, yaml, source, problems);
        var draft = DossierDraft.of(files, problems);
        var rules = new RuleCheck(draft, problems).run();
        new Collisions(problems).check(draft);
        var dossier = draft.build("", rules::isSound);
        if (examples && rules.isCompilable()) {
            new ExampleTrial(dossier, draft, rules, problems).run();
        }
        return problems.isEmpty() ? loaded(fileName, dossier) : new DossierLoad.Refused(problems.inOrder());
    }

    private static DossierLoad loaded(String fileName, Dossier dossier) {
        var resolved = ResolvedYaml.of(dossier);
        var longLine = new SourceLines(fileName, 0, resolved).lineLongerThan(LONGEST_LINE);
        if (resolved.length() > LONGEST || longLine > 0) {
            var problem = "too long when put together: more than " + LONGEST + " characters, or " + LONGEST_LINE
                    + " on one line";
            return new DossierLoad.Refused(
                    List.of(new DossierProblem(fileName, 1, 1, "", problem, "make the dossier smaller")));
        }
        return new DossierLoad.Loaded(withHash(dossier, contentHash(resolved)), resolved);
    }

    private static Dossier withHash(Dossier d, String hash) {
        return new Dossier(
                d.id(),
                d.title(),
                d.label(),
                hash,
                d.languages(),
                d.facets(),
                d.plans(),
                d.numbering(),
                d.gate(),
                d.furniture(),
                d.cues(),
                d.points(),
                d.actors(),
                d.alerts(),
                d.deadlines());
    }

    /** Short hash of a resolved text. */
    public static String contentHash(String resolved) {
        return Ids.hash("dossier", resolved.replace("\r\n", "\n")).substring(0, HASH_LENGTH);
    }
}
