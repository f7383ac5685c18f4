// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import org.jspecify.annotations.Nullable;

/**
 * A number of a text that a dossier watches there.
 *
 * @param point what it is about
 * @param unit as the dossier writes it, null if it names none
 */
public record WatchedNumber(String point, @Nullable String unit) {}
