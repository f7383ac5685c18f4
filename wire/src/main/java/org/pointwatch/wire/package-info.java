// SPDX-License-Identifier: Apache-2.0
/** The public contract: every topic, its key, its value and its JSON. What is here is used by others exactly as written. */
@NullMarked
package org.pointwatch.wire;

import org.jspecify.annotations.NullMarked;
