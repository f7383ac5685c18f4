// SPDX-License-Identifier: Apache-2.0
/** The dossier file: YAML that people keep, read with every mistake located. */
@NullMarked
package org.pointwatch.wire.dossier;

import org.jspecify.annotations.NullMarked;
