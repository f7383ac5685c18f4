// SPDX-License-Identifier: Apache-2.0
/** What rolling windows cost: a scan for each update beside sums that are kept up. */
@NullMarked
package org.pointwatch.bench.windows;

import org.jspecify.annotations.NullMarked;
