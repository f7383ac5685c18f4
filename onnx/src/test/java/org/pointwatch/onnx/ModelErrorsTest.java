// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.models.ModelException;
import org.pointwatch.models.ModelSettings;
import org.pointwatch.models.ModelSettings.TargetPlace;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every mistake with a model names the key, the file and the mend. */
class ModelErrorsTest {
    @TempDir
    private Path directory;

    private AbstractThrowableAssert<?, ? extends Throwable> opening(ModelSettings settings) {
        return assertThatThrownBy(() -> OnnxScorer.open(settings)).isInstanceOf(ModelException.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> opening(TinyModel model) throws IOException {
        return opening(TinyModel.settings(model.in(directory)));
    }

    private ModelSettings labelled(String labels) {
        return new ModelSettings(directory, labels, TargetPlace.PAIR, "", Set.of(), 32);
    }

    @Test
    void noDirectory() {
        opening(TinyModel.settings(directory.resolve("nowhere")))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("nowhere") + " is no directory: name");
    }

    @ParameterizedTest
    @CsvSource({"model.onnx, export the model", "tokenizer.json, put the model's fast tokenizer there"})
    void aFileIsMissing(String file, String mend) throws IOException {
        Files.delete(TinyModel.usual().in(directory).resolve(file));
        opening(TinyModel.settings(directory))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve(file) + " is not there")
                .hasMessageContaining(mend);
    }

    @Test
    void theModelIsNone() throws IOException {
        Files.writeString(TinyModel.usual().in(directory).resolve("model.onnx"), "version https://git-lfs");
        opening(TinyModel.settings(directory))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("model.onnx"))
                .hasMessageContaining("ONNX Runtime can read: export it anew");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"version\":\"1.0\"}",
                "{\"added_tokens\":[{\"content\":3}]}",
                "{\"a\":"
            })
    void theTokenizerIsNone(String content) throws IOException {
        Files.writeString(TinyModel.usual().in(directory).resolve("tokenizer.json"), content);
        opening(TinyModel.settings(directory))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("tokenizer.json"))
                .hasMessageContaining("save the model's fast tokenizer anew");
    }

    @Test
    void theTokenizerIsAnotherModels() throws IOException {
        var file = TinyModel.usual().in(directory).resolve("tokenizer.json");
        Files.writeString(file, Files.readString(file).replace("\"the\":7", "\"the\":7777"));
        opening(TinyModel.settings(directory))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("model.onnx") + " fails on a text of")
                .hasMessageContaining("is the tokenizer the model's own");
    }

    @Test
    void anInputIsUnknown() throws IOException {
        opening(TinyModel.usual().withInput("pixel_values", Graph.FLOAT))
                .hasMessageContaining(
                        "model.onnx wants the inputs [attention_mask, input_ids, pixel_values, token_type_ids]")
                .hasMessageContaining("export it for sequence classification");
    }

    @Test
    void theInputsHaveOneLength() throws IOException {
        opening(TinyModel.bare().withInputShape(1, 128))
                .hasMessageContaining("its input input_ids is")
                .hasMessageContaining("export it with dynamic axes");
    }

    @Test
    void theInputsAreNoWholeNumbers() throws IOException {
        opening(TinyModel.bare().withInput("attention_mask", Graph.FLOAT))
                .hasMessageContaining("its input attention_mask is")
                .hasMessageContaining("whole numbers");
    }

    @Test
    void theOutputIsOfTokens() throws IOException {
        opening(TinyModel.usual().perToken().withOutput("logits", -1, -1, 3))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("model.onnx"))
                .hasMessageContaining("has the shape [-1, -1, 3] where a text must give one row [1, labels]");
    }

    @Test
    void whichOutputIsUnknown() throws IOException {
        opening(TinyModel.usual().withOutput("scores", -1, 3).withAnotherOutput())
                .hasMessageContaining("has the outputs [heard, scores]")
                .hasMessageContaining("name it logits");
    }

    @Test
    void thereAreMoreLabelsThanNames() throws IOException {
        opening(TinyModel.usual().withConfig("{\"id2label\":{\"0\":\"neg\",\"1\":\"pos\"}}"))
                .hasMessageStartingWith("sentiment.labels: " + directory.resolve("model.onnx"))
                .hasMessageContaining("tells 3 labels apart, and 2 are named");
    }

    @Test
    void theShapeShowsOnlyWhenItRuns() throws IOException {
        opening(TinyModel.usual()
                        .withOutput("logits", -1, -1)
                        .withConfig("{\"id2label\":{\"0\":\"neg\",\"1\":\"pos\"}}"))
                .hasMessageContaining("tells 3 labels apart, and 2 are named");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Negative=bad                   | =bad is not understood: set each label to negative, neutral, positive",
                "Negative                       | 'Negative' is not label=meaning: write LABEL_0=negative",
                "Negative=negative,             | '' is not label=meaning",
                "Negative=negative,Negative=pos | Negative stands there twice: keep one",
                "LABEL_9=negative               | [LABEL_9] are no labels of",
                "Negative=neutral               | there must be a negative and a positive one"
            })
    void aMappingIsWrong(String mapping, String problem) throws IOException {
        TinyModel.usual().in(directory);
        opening(labelled(mapping)).hasMessageStartingWith("sentiment.labels: ").hasMessageContaining(problem);
    }

    @Test
    void theLabelsSayNothing() throws IOException {
        TinyModel.usual()
                .withConfig("{\"id2label\":{\"0\":\"LABEL_0\",\"1\":\"LABEL_1\",\"2\":\"LABEL_2\"}}")
                .in(directory);
        opening(labelled(""))
                .hasMessageStartingWith("sentiment.labels: the label LABEL_0 of " + directory.resolve("config.json"))
                .hasMessageContaining("such as LABEL_0=negative");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "0=negative,2=positive", "a=negative,b=positive"})
    void nothingNamesTheLabels(String mapping) throws IOException {
        TinyModel.usual().withConfig(null).in(directory);
        opening(labelled(mapping))
                .hasMessageStartingWith("sentiment.labels: what output ")
                .hasMessageContaining(directory.resolve("config.json") + " gives the outputs no names")
                .hasMessageContaining("such as 0=negative, 1=neutral, 2=positive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id2label\":{\"1\":\"neg\",\"2\":\"pos\"}}", "{\"id2label\":{\"0\":7}}"})
    void theNamesHaveGaps(String config) throws IOException {
        opening(TinyModel.usual().withConfig(config))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("config.json"))
                .hasMessageContaining("id2label has no name for 0: count its keys from 0");
    }

    @Test
    void theNamesCannotBeRead() throws IOException {
        opening(TinyModel.usual().withConfig("{\"id2label\":"))
                .hasMessageStartingWith("sentiment.model: " + directory.resolve("config.json") + " is no JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAIR     | the target        | 'the target' must hold {target} once",
                "PAIR     | {target} {target} | must hold {target} once",
                "MARKED   | ''                | with sentiment.target=marked it must give the marks",
                "MARKED   | {target}          | it must give the marks",
                "SENTENCE | [T] {target}      | with sentiment.target=sentence the target is not given"
            })
    void theFormIsWrong(TargetPlace place, String form, String problem) throws IOException {
        opening(TinyModel.settings(TinyModel.usual().in(directory), place, form))
                .hasMessageStartingWith("sentiment.target-form: ")
                .hasMessageContaining(problem);
    }

    @Test
    void thereIsNoRoomForASentence() throws IOException {
        TinyModel.usual().in(directory);
        opening(new ModelSettings(directory, "", TargetPlace.PAIR, "", Set.of(), 8))
                .hasMessageStartingWith("sentiment.max-tokens: 8 are too few")
                .hasMessageContaining(directory.resolve("tokenizer.json").toString());
    }
}
