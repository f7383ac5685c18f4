// SPDX-License-Identifier: Apache-2.0
/** What to follow: the points of a plan in its versions, the actors, and the words that tell them. Pure data. */
@NullMarked
package org.pointwatch.domain.dossier;

import org.jspecify.annotations.NullMarked;
