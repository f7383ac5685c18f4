// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.Map;
import org.pointwatch.models.ModelException;
import org.pointwatch.onnx.Framing.Framed;

/** The model's own tokenizer, which neither cuts nor fills up; safe for many threads. */
final class Encoder {
    private static final Map<String, String> AS_IT_IS =
            Map.of("truncation", "do_not_truncate", "padding", "do_not_pad");

    private final HuggingFaceTokenizer tokenizer;

    private Encoder(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** @throws ModelException if the file holds none */
    static Encoder open(ModelFiles files) {
        try {
            return new Encoder(HuggingFaceTokenizer.newInstance(files.tokenizer(), AS_IT_IS));
        } catch (IOException | RuntimeException e) {
            throw files.unreadableTokenizer(e);
        }
    }

    Tokens encode(Framed text) {
        var second = text.second();
        var encoding = second == null
                ? tokenizer.encode(text.first(), true, false)
                : tokenizer.encode(text.first(), second, true, false);
        return new Tokens(encoding.getIds(), encoding.getAttentionMask(), encoding.getTypeIds());
    }
}
