// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.WordClasses;
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
    private static final double DECAY = 1e-6;
    private static final int KILO = 1024;

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

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "Parts of the data (${DEFAULT-VALUE}); 0: none is held back.")
    private int folds;

    @Option(
            names = "--division",
            defaultValue = "0",
            description = "Another number divides the data into other parts (${DEFAULT-VALUE}).")
    private int division;

    @Option(names = "--runs", defaultValue = "2", description = "Trainings whose mean is taken (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--epochs", defaultValue = "5", description = "Times the data is seen (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--rate", defaultValue = "0.07", description = "Size of a step (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seed", defaultValue = "1", description = "Of the order of examples (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--without-own", description = "Leave out the sentences about states and points.")
    private boolean withoutOwn;

    @Option(names = "--without-classes", description = "Leave out what is known of words beforehand.")
    private boolean withoutClasses;

    @Option(names = "--without-net", description = "Linear weights alone.")
    private boolean withoutNet;

    @Override
    public Integer call() throws IOException {
        var classes = withoutClasses ? new WordClasses(List.of(), new byte[0]) : WordList.read();
        var examples = new Examples(classes);
        var targets = examples.read(data);
        var besides = new ArrayList<>(withoutOwn ? List.<Example>of() : examples.own());
        if (rated != null) {
            besides.addAll(examples.read(rated));
        }
        var settings = new Training.Settings(epochs, runs, rate, DECAY, seed);
        System.out.println(Confusion.head());
        var sharpness = folds > 0
                ? validate(new CrossValidation(targets, besides, folds, division).run(settings, !withoutNet))
                : 1;
        if (out != null || !gold.isEmpty()) {
            besides.addAll(targets);
            var trained = Trained.run(besides, settings, !withoutNet);
            judgeGold(examples, trained);
            write(trained.model(classes, sharpness));
        }
        return 0;
    }

    private double validate(List<Judged> judged) {
        System.out.println(Confusion.of(judged).row("cross-validated"));
        if (!withoutNet) {
            var alone = judged.stream().map(Judged::alone).toList();
            System.out.println(Confusion.of(alone).row("  the linear weights alone"));
        }
        return Judged.sharpness(judged);
    }

    private void judgeGold(Examples examples, Trained trained) throws IOException {
        for (var file : gold) {
            var judged =
                    examples.read(file).stream().map(e -> Judged.of(e, trained)).toList();
            System.out.println(Confusion.of(judged).row(String.valueOf(file.getFileName())));
        }
    }

    private void write(SentimentModel model) throws IOException {
        if (out == null) {
            return;
        }
        try (var stream = Files.newOutputStream(out)) {
            SentimentFile.write(model, stream);
        }
        System.out.printf("%s: %d KB%n", out, Files.size(out) / KILO);
    }
}
