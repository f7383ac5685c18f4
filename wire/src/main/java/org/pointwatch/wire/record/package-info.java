// SPDX-License-Identifier: Apache-2.0
/** Values of topics that are not words of the domain itself. */
@NullMarked
package org.pointwatch.wire.record;

import org.jspecify.annotations.NullMarked;
