// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.dossier.Dossier;

/** Reads a dossier from its file's text: a dossier that is sound in every respect, or all that is wrong with it. */
public final class DossierFile {
    /** Characters of a dossier with its includes, and of its resolved text: where the YAML library gives up as well. */
    public static final int LONGEST = 3_000_000;

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
        var problems = new Problems();
        var files = Includes.read(fileName, yaml, source, problems);
        var draft = DossierDraft.of(files, problems);
        var rules = new RuleCheck(draft, problems).run();
        new Collisions(problems).check(draft);
        var dossier = draft.build("", rules::isSound);
        if (rules.isCompilable()) {
            new ExampleTrial(dossier, draft, rules, problems).run();
        }
        return problems.isEmpty() ? loaded(fileName, dossier) : new DossierLoad.Refused(problems.inOrder());
    }

    private static DossierLoad loaded(String fileName, Dossier dossier) {
        var resolved = ResolvedYaml.of(dossier);
        if (resolved.length() > LONGEST) {
            var problems = new Problems();
            var problem = resolved.length() + " characters when put together, more than " + LONGEST;
            problems.add(new SourceLines(fileName, 0, "").start(), "", problem, "make the dossier smaller");
            return new DossierLoad.Refused(problems.inOrder());
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
                d.plans(),
                d.numbering(),
                d.gate(),
                d.furniture(),
                d.cues(),
                d.points(),
                d.actors());
    }

    /** Short hash of a resolved text. */
    public static String contentHash(String resolved) {
        return Ids.hash("dossier", resolved.replace("\r\n", "\n")).substring(0, HASH_LENGTH);
    }
}
