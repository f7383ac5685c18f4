// SPDX-License-Identifier: Apache-2.0
/**
 * What one text has of another, sentence by sentence: kept, moved, cut, added, or kept in other words. Letters, digits and
 * signs of money and percent decide whether two sentences are the same; case, accents and punctuation do not.
 */
@NullMarked
package org.pointwatch.domain.diff;

import org.jspecify.annotations.NullMarked;
