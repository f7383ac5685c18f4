// SPDX-License-Identifier: Apache-2.0
/** How well stories are told as thresholds and samples change: the curves behind the rules. */
@NullMarked
package org.pointwatch.bench.stories;

import org.jspecify.annotations.NullMarked;
