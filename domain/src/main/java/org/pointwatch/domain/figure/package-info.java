// SPDX-License-Identifier: Apache-2.0

/** Numbers about points, normalised, and which of them contradict one another. */
@NullMarked
package org.pointwatch.domain.figure;

import org.jspecify.annotations.NullMarked;
