// SPDX-License-Identifier: Apache-2.0
/** What recognising stories costs: sketching, the shards at a window of many articles, the judge of a whole set. */
@NullMarked
package org.pointwatch.bench.match;

import org.jspecify.annotations.NullMarked;
