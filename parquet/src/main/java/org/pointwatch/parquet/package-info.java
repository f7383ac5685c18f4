// SPDX-License-Identifier: Apache-2.0
/** Exports as Parquet. A module of its own, off by default, because the library that writes it brings half of Hadoop along. */
@NullMarked
package org.pointwatch.parquet;

import org.jspecify.annotations.NullMarked;
