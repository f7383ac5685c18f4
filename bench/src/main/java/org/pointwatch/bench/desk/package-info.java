// SPDX-License-Identifier: Apache-2.0
/** The desk under load: its API on a large database, and many live readers, some of whom never read. */
@NullMarked
package org.pointwatch.bench.desk;

import org.jspecify.annotations.NullMarked;
