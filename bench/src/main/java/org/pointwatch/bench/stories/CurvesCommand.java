// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pointwatch bench stories-curves}: precision and recall of pairs against thresholds and sample sizes. */
@Command(
        name = "stories-curves",
        description = "How precision and recall of stories move with the thresholds and the size of samples.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Gold lines are those of `stories --score`; each file is a set, and their pairs are counted together.",
            "Example: pointwatch bench stories-curves dossiers/sample-world/stories/tuning.jsonl"
        })
public final class CurvesCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "GOLD", description = "Files of gold lines.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        var sets = new ArrayList<List<Gold>>();
        for (var file : files) {
            sets.add(Gold.read(file));
        }
        new Curves(sets, System.out).print();
        return 0;
    }
}
