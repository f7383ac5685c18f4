// SPDX-License-Identifier: Apache-2.0
/** What is found in one text, and why, as JSON: the same from {@code analyze}, {@code dossier explain} and the desk. */
@NullMarked
package org.pointwatch.wire.analysis;

import org.jspecify.annotations.NullMarked;
