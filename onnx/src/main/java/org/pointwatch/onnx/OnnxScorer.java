// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import ai.onnxruntime.OrtException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.tagging.Words;
import org.pointwatch.models.ModelException;
import org.pointwatch.models.ModelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.pointwatch.models.ModelSettings.MAX_TOKENS_KEY;

/**
 * Asks a model about the sentence that a target stands in. What cannot be judged is abstained from, with one of a few
 * fixed notes, so that callers can count them.
 */
final class OnnxScorer implements SentimentScorer {
    static final String OTHER_LANGUAGE = "the model does not read this language";
    static final String OUTSIDE = "the target is outside the text";
    static final String NO_WORD = "the target has no word";
    static final String TOO_LONG = "the target has more tokens than the model takes";
    static final String NO_NUMBER = "the model's answer is no number";
    static final String FAILED = "the model failed";

    private static final Logger LOG = LoggerFactory.getLogger(OnnxScorer.class);
    private static final String SAMPLE = "The minister praised the plan. ";
    private static final int SAMPLE_TARGET = 4;
    private static final int SAMPLE_TARGET_END = 12;

    /** What is tokenized at most, before anything is known of a text: no common language has longer tokens on average. */
    private static final int UNITS_PER_TOKEN = 8;

    /** Cuts before a target is given up; each is to fit, by the tokens of the one before it. */
    private static final int MOST_CUTS = 6;

    private static final int MOST_MENTIONS = 5;

    private final ModelSettings settings;
    private final Framing framing;
    private final Labels labels;
    private final Encoder encoder;
    private final Network network;
    private final AtomicLong failures = new AtomicLong();

    private OnnxScorer(ModelSettings settings, Framing framing, Labels labels, Encoder encoder, Network network) {
        this.settings = settings;
        this.framing = framing;
        this.labels = labels;
        this.encoder = encoder;
        this.network = network;
    }

    /** @throws ModelException if anything about it will not do */
    static OnnxScorer open(ModelSettings settings) {
        var files = ModelFiles.in(settings.directory());
        var labels = Labels.of(files, files.labels(), settings.labels());
        var framing = Framing.of(settings, files.specialTokens());
        var environment = Natives.load();
        var encoder = Encoder.open(files);
        var network = Network.open(environment, files.model(), labels.count());
        var scorer = new OnnxScorer(settings, framing, labels, encoder, network);
        scorer.prove(files);
        return scorer;
    }

    /** A short text and one of all tokens that texts may have. */
    private void prove(ModelFiles files) {
        var most = settings.maxTokens();
        var little = encoded(SAMPLE, 0, SAMPLE.length(), SAMPLE_TARGET, SAMPLE_TARGET_END, SAMPLE.length());
        if (little.count() > most) {
            throw new ModelException(
                    MAX_TOKENS_KEY,
                    most + " are too few: a sentence of five words has " + little.count() + " with the tokenizer "
                            + files.tokenizer());
        }
        network.prove(files.model(), little, labels.count());
        var text = SAMPLE.repeat(most);
        var much = encoded(text, 0, text.length(), SAMPLE_TARGET, SAMPLE_TARGET_END, text.length());
        network.prove(files.model(), much.first(Math.min(most, much.count())), labels.count());
    }

    private Tokens encoded(String text, int first, int end, int start, int stop, int room) {
        return encoder.encode(framing.frame(Excerpt.around(text, first, end, start, stop, room)));
    }

    /** An article names a target once or twice as a rule, and a hundred runs of a large model are a second or more. */
    @Override
    public int mostMentions() {
        return MOST_MENTIONS;
    }

    @Override
    public boolean speaks(@Nullable String language) {
        var read = settings.languages();
        return read.isEmpty() || language != null && read.contains(language);
    }

    @Override
    public Sentiment score(Words words, int start, int end, @Nullable String language) {
        if (!speaks(language)) {
            return Sentiment.abstained(OTHER_LANGUAGE);
        }
        if (start < 0 || start >= end || end > words.text().length()) {
            return Sentiment.abstained(OUTSIDE);
        }
        var word = firstWord(words, start);
        if (word == words.count() || words.start(word) >= end) {
            return Sentiment.abstained(NO_WORD);
        }
        try {
            return judge(words, words.sentenceOf(word), start, end);
        } catch (OrtException | RuntimeException e) {
            return failed(e);
        }
    }

    private Sentiment judge(Words words, int sentence, int start, int end) throws OrtException {
        var from = words.sentenceStart(sentence);
        var to = words.sentenceEnd(sentence);
        var tokens = fitting(words.text(), from, to, Math.max(from, start), Math.min(to, end));
        if (tokens == null) {
            return Sentiment.abstained(TOO_LONG);
        }
        var sentiment = Verdict.of(network.run(tokens), labels);
        return sentiment == null ? Sentiment.abstained(NO_NUMBER) : sentiment;
    }

    private @Nullable Tokens fitting(String text, int first, int end, int start, int stop) {
        var most = settings.maxTokens();
        var room = most * UNITS_PER_TOKEN;
        for (var cut = 0; cut < MOST_CUTS; cut++) {
            var tokens = encoded(text, first, end, start, stop, room);
            if (tokens.count() <= most) {
                return tokens;
            }
            // A tenth less than what would fit: what is left may have shorter tokens than what goes.
            var used = Math.min(room, end - first);
            room = (int) ((long) used * most * 9 / (10L * tokens.count()));
        }
        return null;
    }

    /** The first word that ends behind an offset. */
    private static int firstWord(Words words, int offset) {
        var low = 0;
        var high = words.count();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (words.end(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Says so in the log for the 1st, 10th, 100th time and so on. */
    private Sentiment failed(Exception e) {
        var n = failures.incrementAndGet();
        if (n == Math.pow(10, Math.round(Math.log10(n)))) {
            LOG.warn(
                    "the model in {} failed {} times so far, the last time with {}",
                    settings.directory(),
                    n,
                    e.toString());
            LOG.debug("where it failed", e);
        }
        return Sentiment.abstained(FAILED);
    }
}
