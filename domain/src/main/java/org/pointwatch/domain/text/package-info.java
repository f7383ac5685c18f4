// SPDX-License-Identifier: Apache-2.0
/** Text as the field delivers it: cleaning, hashing, words. */
@NullMarked
package org.pointwatch.domain.text;

import org.jspecify.annotations.NullMarked;
