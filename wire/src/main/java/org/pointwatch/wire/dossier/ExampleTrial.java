// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Tagger;

/** Tries the sentences that a dossier brings along: its examples must match, its counterexamples must not. */
final class ExampleTrial {
    private final Tagger tagger;
    private final Dossier dossier;
    private final Problems problems;

    ExampleTrial(Dossier dossier, Problems problems) {
        this.dossier = dossier;
        this.problems = problems;
        this.tagger = Tagger.of(dossier).withoutGate();
    }

    void run(YamlNode root) {
        var points = new Fields("", root, problems).records("points");
        for (int p = 0; p < points.size(); p++) {
            var id = dossier.points().get(p).id();
            var fields = points.get(p);
            tryAll(fields.texts("examples"), fields.path("examples"), id, true);
            tryAll(fields.texts("counterexamples"), fields.path("counterexamples"), id, false);
        }
    }

    private void tryAll(List<YamlNode.Text> sentences, String path, String point, boolean wanted) {
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            var match = tagger.tag("", sentence.value(), null).points().stream()
                    .filter(m -> m.point().equals(point))
                    .findFirst();
            if (match.isPresent() != wanted) {
                var problem = wanted
                        ? "no rule of " + point + " matches this example"
                        : "matches " + match.orElseThrow().evidence().get(0).rule();
                var mend = wanted ? "widen a rule or drop the example" : "narrow the rule or drop the counterexample";
                problems.add(sentence, path + "[" + i + "]", problem, mend);
            }
        }
    }
}
