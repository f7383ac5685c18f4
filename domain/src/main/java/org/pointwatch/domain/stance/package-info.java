// SPDX-License-Identifier: Apache-2.0

/**
 * Where actors stand on points: support, oppose, conditional or unknown, read from attributed statements alone and never
 * guessed. The ledger makes one stance of all that articles say of an actor and a point.
 */
@NullMarked
package org.pointwatch.domain.stance;

import org.jspecify.annotations.NullMarked;
