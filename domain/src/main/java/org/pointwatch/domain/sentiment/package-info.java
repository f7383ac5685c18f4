// SPDX-License-Identifier: Apache-2.0

/**
 * How a sentence speaks of a target in it, and with which words. A document about a war is negative whatever anyone
 * thinks; here only what is said of the target counts.
 */
@NullMarked
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.NullMarked;
