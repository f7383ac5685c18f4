// SPDX-License-Identifier: Apache-2.0
/**
 * Output topics to PostgreSQL, exactly once. Values are absolute and carry their offset; the offsets are stored in the
 * transaction of the rows, so the database alone knows how far it is. Read {@link org.pointwatch.sink.Sink} for the
 * loop, {@code BatchWriter} for the transaction, {@code Holdings} for who may write.
 */
@NullMarked
package org.pointwatch.sink;

import org.jspecify.annotations.NullMarked;
