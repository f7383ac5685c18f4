// SPDX-License-Identifier: Apache-2.0
/**
 * Tables as people take them away. An {@link org.pointwatch.cli.export.ExportSource} says what rows there are and of what
 * record they were made, a {@link org.pointwatch.cli.export.RowFormat} how they are written; what is added to the one or
 * the other works with all that is there.
 */
@NullMarked
package org.pointwatch.cli.export;

import org.jspecify.annotations.NullMarked;
