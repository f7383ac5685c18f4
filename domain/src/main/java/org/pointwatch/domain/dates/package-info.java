// SPDX-License-Identifier: Apache-2.0

/**
 * What a text means by "until Thursday", "in 48 hours" or "by the end of the month": expressions of time with the days
 * they stand for, seen from the moment and the place of publication. English is complete; German, French, Ukrainian,
 * Russian, Polish and Spanish have the forms that news use; any other language has dates in digits.
 *
 * <p>A text is cut into {@link org.pointwatch.domain.dates.Lexemes} once. Only a word or number that can begin a date
 * starts the {@link org.pointwatch.domain.dates.Grammar}, which looks at a bounded number of neighbours; so no text
 * makes it slow.
 */
@NullMarked
package org.pointwatch.domain.dates;

import org.jspecify.annotations.NullMarked;
