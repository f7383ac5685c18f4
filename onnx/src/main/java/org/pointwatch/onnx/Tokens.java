// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.Arrays;

/**
 * A model's input.
 *
 * @param types 0 for the first text and 1 for the second, where the tokenizer tells them apart
 */
@SuppressWarnings("ArrayRecordComponent") // made once, used once, never compared
record Tokens(long[] ids, long[] mask, long[] types) {
    int count() {
        return ids.length;
    }

    /** The first ones only. */
    Tokens first(int count) {
        return new Tokens(Arrays.copyOf(ids, count), Arrays.copyOf(mask, count), Arrays.copyOf(types, count));
    }
}
