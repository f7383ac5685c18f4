// SPDX-License-Identifier: Apache-2.0
/**
 * What tests stand on: one real broker and one real PostgreSQL for each JVM, started by the first class that asks, and
 * two helpers to write to topics and to read them to their end. Every test class gets topics and a database of its own.
 */
@NullMarked
package org.pointwatch.testkit;

import org.jspecify.annotations.NullMarked;
