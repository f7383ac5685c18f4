// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pointwatch.models.ModelException;

import static org.pointwatch.models.ModelSettings.LABELS_KEY;
import static org.pointwatch.models.ModelSettings.MODEL_KEY;

/**
 * A model in ONNX Runtime: token ids in, one number a label out. One for all threads, each call on the thread that makes
 * it. It lives as long as the process: to close it under a thread that is in it would end the process.
 */
final class Network {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final String LOGITS = "logits";
    private static final List<String> KNOWN = List.of(IDS, MASK, TYPES);

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, OnnxJavaType> inputs;
    private final String output;

    private Network(OrtEnvironment environment, OrtSession session, Map<String, OnnxJavaType> inputs, String output) {
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        this.output = output;
    }

    /** @throws ModelException if it cannot be read, or is no classifier of {@code labels} labels */
    static Network open(OrtEnvironment environment, Path file, int labels) {
        try (var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setDeterministicCompute(true);
            // Texts differ in length: an arena would grow to the worst mix of them and never give it back.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            var session = environment.createSession(file.toString(), options);
            var inputs = inputs(file, session.getInputInfo());
            return new Network(environment, session, inputs, output(file, session.getOutputInfo(), labels));
        } catch (OrtException e) {
            throw new ModelException(
                    MODEL_KEY,
                    file + " is no model that ONNX Runtime can read: export it anew (" + ModelFiles.firstLine(e) + ")",
                    e);
        }
    }

    private static Map<String, OnnxJavaType> inputs(Path file, Map<String, NodeInfo> found) {
        if (!found.containsKey(IDS) || !KNOWN.containsAll(found.keySet())) {
            throw new ModelException(
                    MODEL_KEY,
                    file + " wants the inputs " + new TreeSet<>(found.keySet()) + ": " + IDS + " is needed, " + MASK
                            + " and " + TYPES + " can be given, nothing else: export it for sequence classification");
        }
        var types = new HashMap<String, OnnxJavaType>();
        found.forEach((name, node) -> types.put(name, inputType(file, name, node)));
        return types;
    }

    private static OnnxJavaType inputType(Path file, String name, NodeInfo node) {
        if (node.getInfo() instanceof TensorInfo tensor
                && (tensor.type == OnnxJavaType.INT64 || tensor.type == OnnxJavaType.INT32)
                && fits(tensor.getShape(), 1, -1)) {
            return tensor.type;
        }
        throw new ModelException(
                MODEL_KEY,
                file + ": its input " + name + " is " + node.getInfo()
                        + ": it must take whole numbers in the shape [batch or 1, any length], export it with dynamic axes");
    }

    private static String output(Path file, Map<String, NodeInfo> found, int labels) {
        var name =
                found.containsKey(LOGITS) ? LOGITS : found.keySet().iterator().next();
        if (found.size() > 1 && !name.equals(LOGITS)) {
            throw new ModelException(
                    MODEL_KEY,
                    file + " has the outputs " + new TreeSet<>(found.keySet())
                            + ": which one to take is unknown, name it " + LOGITS);
        }
        var node = found.get(name);
        if (node != null && node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            var shape = tensor.getShape();
            if (fits(shape, 1, labels)) {
                return name;
            }
            throw shape.length == 2 ? notSoMany(file, shape[1], labels) : noClassifier(file, name, shape);
        }
        throw new ModelException(
                MODEL_KEY,
                file + ": its output " + name + " is no tensor of 32-bit floats: export it with such an output");
    }

    private static boolean fits(long[] shape, long batch, long wanted) {
        var length = shape.length == 2 ? shape[1] : 0;
        return shape.length == 2
                && (shape[0] == -1 || shape[0] == batch)
                && (length == -1 || wanted != -1 && length == wanted);
    }

    private static ModelException notSoMany(Path file, long found, int labels) {
        return new ModelException(
                LABELS_KEY,
                file + " tells " + found + " labels apart, and " + labels
                        + " are named (by this key, or by id2label in config.json beside it): name each");
    }

    private static ModelException noClassifier(Path file, String output, long[] shape) {
        return new ModelException(
                MODEL_KEY,
                file + ": its output " + output + " has the shape " + Arrays.toString(shape)
                        + " where a text must give one row [1, labels]: export it for sequence classification");
    }

    /**
     * Runs once before any text comes, as long as texts may be: what shapes leave open shows itself only here.
     *
     * @throws ModelException if that fails
     */
    void prove(Path file, Tokens tokens, int labels) {
        try (var values = new Values(tokens);
                var result = session.run(values.byName, Set.of(output))) {
            if (result.get(0).getInfo() instanceof TensorInfo tensor) {
                var shape = tensor.getShape();
                if (shape.length != 2 || shape[0] != 1) {
                    throw noClassifier(file, output, shape);
                }
                if (shape[1] != labels) {
                    throw notSoMany(file, shape[1], labels);
                }
            }
        } catch (OrtException e) {
            throw new ModelException(
                    MODEL_KEY,
                    file + " fails on a text of " + tokens.count()
                            + " tokens: is the tokenizer the model's own, and sentiment.max-tokens what the model can"
                            + " take? (" + ModelFiles.firstLine(e) + ")",
                    e);
        }
    }

    float[] run(Tokens tokens) throws OrtException {
        try (var values = new Values(tokens);
                var result = session.run(values.byName, Set.of(output))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }

    /** What the model asked for of a text; native memory until closed. */
    private final class Values implements AutoCloseable {
        private final Map<String, OnnxTensor> byName = new HashMap<>();

        Values(Tokens tokens) throws OrtException {
            try {
                for (var input : inputs.entrySet()) {
                    byName.put(input.getKey(), tensor(of(input.getKey(), tokens), input.getValue()));
                }
            } catch (OrtException e) {
                close();
                throw e;
            }
        }

        private static long[] of(String input, Tokens tokens) {
            return switch (input) {
                case MASK -> tokens.mask();
                case TYPES -> tokens.types();
                default -> tokens.ids();
            };
        }

        private OnnxTensor tensor(long[] values, OnnxJavaType type) throws OrtException {
            var shape = new long[] {1, values.length};
            return type == OnnxJavaType.INT64
                    ? OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape)
                    : OnnxTensor.createTensor(
                            environment,
                            IntBuffer.wrap(Arrays.stream(values)
                                    .mapToInt(Math::toIntExact)
                                    .toArray()),
                            shape);
        }

        @Override
        public void close() {
            byName.values().forEach(OnnxTensor::close);
        }
    }
}
