// SPDX-License-Identifier: Apache-2.0
/** Mentions of points and actors, each with the sentence that proves it. */
@NullMarked
package org.pointwatch.domain.tagging;

import org.jspecify.annotations.NullMarked;
