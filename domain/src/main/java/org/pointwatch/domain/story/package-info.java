// SPDX-License-Identifier: Apache-2.0
/** How articles hang together: originals, copies, updates, rewrites. */
@NullMarked
package org.pointwatch.domain.story;

import org.jspecify.annotations.NullMarked;
