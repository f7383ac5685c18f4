// SPDX-License-Identifier: Apache-2.0
/** The whole pipeline under a steady load for long, its data left for the audit. */
@NullMarked
package org.pointwatch.bench.soak;

import org.jspecify.annotations.NullMarked;
