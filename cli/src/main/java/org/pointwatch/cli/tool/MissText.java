// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;

/** One wrong gold line for people: the text, then what was missed (-), found too much (+) and found rightly (=). */
final class MissText {
    private MissText() {}

    static List<String> of(Judged judged) {
        var line = judged.line();
        var page = new ArrayList<String>();
        page.add(line.name() + "  (" + line.place() + ")");
        page.add("    " + (line.whole() ? line.title() : line.article().text()));
        add("point", judged.points(), line.whole(), page);
        add("actor", judged.actors(), line.whole(), page);
        page.add("");
        return page;
    }

    private static void add(String kind, List<Judged.Target> targets, boolean whole, List<String> page) {
        for (var target : targets) {
            switch (target.verdict()) {
                case MISSED -> page.add("  - " + kind + " " + target.id());
                case EXTRA -> {
                    page.add("  + " + kind + " " + target.id() + "  "
                            + proof(target.proofs().get(0)));
                    if (whole) {
                        target.proofs().forEach(p -> page.add("        " + p.sentence()));
                    }
                }
                case RIGHT ->
                    page.add("  = " + kind + " " + target.id() + "  "
                            + proof(target.proofs().get(0)));
            }
        }
    }

    private static String proof(Judged.Proof proof) {
        return proof.rule() + " at \"" + proof.text() + "\"";
    }
}
