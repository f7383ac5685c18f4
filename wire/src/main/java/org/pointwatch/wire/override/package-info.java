// SPDX-License-Identifier: Apache-2.0
/**
 * An analyst's word on stories, tags and outlets, as the topic {@code overrides} holds it: what is in force, what one more decision adds, and
 * how that is written. Commands and the desk decide by the same code.
 */
@NullMarked
package org.pointwatch.wire.override;

import org.jspecify.annotations.NullMarked;
