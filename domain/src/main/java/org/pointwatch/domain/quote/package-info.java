// SPDX-License-Identifier: Apache-2.0

/** Words attributed to somebody, direct or reported. */
@NullMarked
package org.pointwatch.domain.quote;

import org.jspecify.annotations.NullMarked;
