// SPDX-License-Identifier: Apache-2.0
/** Takedowns: which articles are meant, what is published so that their texts go, and what holds their texts still. */
@NullMarked
package org.pointwatch.cli.forget;

import org.jspecify.annotations.NullMarked;
