// SPDX-License-Identifier: Apache-2.0

/** Trains the sentiment model and measures it. What it is trained on is given by path; only weights leave. */
@NullMarked
package org.pointwatch.bench.sentiment;

import org.jspecify.annotations.NullMarked;
