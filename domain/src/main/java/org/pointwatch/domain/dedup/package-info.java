// SPDX-License-Identifier: Apache-2.0
/** Which articles carry the same text. */
@NullMarked
package org.pointwatch.domain.dedup;

import org.jspecify.annotations.NullMarked;
