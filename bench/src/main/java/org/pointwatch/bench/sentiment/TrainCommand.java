// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.models.SentimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench sentiment-train}: judges a training by cross-validation and writes the model. */
@Command(
        name = "sentiment-train",
        description = "Train the model of sentiment toward targets; print how it judges what it did not see.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: pointwatch bench sentiment-train --data train.jsonl --rated snippets.jsonl \\",
            "           --out models/src/main/resources/org/pointwatch/models/sentiment-en.model"
        })
public final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Judged targets: JSON Lines with id, text, start, end, label.")
    private Path data = Path.of("");

    @Option(
            names = "--rated",
            paramLabel = "FILE",
            description = "Judged sentences without a target, for training alone: id, text, rating (-4..4).")
    private @Nullable Path rated;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            description = "Judged targets that no model is trained on; judged by the one trained on all the rest.")
    private List<Path> gold = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the model goes; without it none is written.")
    private @Nullable Path out;

    @Option(names = "--folds", defaultValue = "5", description = "Parts of the data; 0: no cross-validation.")
    private int folds;

    @Option(names = "--runs", defaultValue = "3", description = "Trainings whose mean is taken (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--epochs", defaultValue = "5", description = "Times the data is seen (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--rate", defaultValue = "0.07", description = "Size of a step (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seed", defaultValue = "1", description = "Of the order of examples (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--without-own", description = "Leave out the sentences about states and points.")
    private boolean withoutOwn;

    @Override
    public Integer call() throws IOException {
        var classes = WordList.read();
        var examples = new Examples(classes);
        var targets = examples.read(data);
        var besides = new ArrayList<>(withoutOwn ? List.<Example>of() : examples.own());
        if (rated != null) {
            besides.addAll(examples.read(rated));
        }
        var settings = new Training.Settings(epochs, runs, rate, 1e-6, seed);
        System.out.println(Confusion.head());
        if (folds > 0) {
            System.out.println(
                    new CrossValidation(targets, besides, folds).run(settings).row("cross-validated"));
        }
        if (out == null && gold.isEmpty()) {
            return 0;
        }
        var all = new ArrayList<>(targets);
        all.addAll(besides);
        var weights = Training.run(all, settings);
        for (var file : gold) {
            var confusion = new Confusion();
            examples.read(file).forEach(e -> CrossValidation.judge(e, weights, confusion));
            System.out.println(confusion.row(String.valueOf(file.getFileName())));
        }
        if (out != null) {
            try (var stream = Files.newOutputStream(out)) {
                SentimentFile.write(weights.model(classes), stream);
            }
            System.out.printf("%s: %d KB%n", out, Files.size(out) / 1024);
        }
        return 0;
    }
}
