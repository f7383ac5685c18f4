// SPDX-License-Identifier: Apache-2.0
/**
 * Sentiment by any sequence-classification model in the ONNX format, run by ONNX Runtime behind its own tokenizer. What
 * is wrong with a model is said when it is opened; after that no text makes it fail, it abstains.
 */
@NullMarked
package org.pointwatch.onnx;

import org.jspecify.annotations.NullMarked;
