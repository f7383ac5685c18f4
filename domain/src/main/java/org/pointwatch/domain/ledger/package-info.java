// SPDX-License-Identifier: Apache-2.0
/** The entries behind coverage: what one article contributes, and what must be reversed when it changes. */
@NullMarked
package org.pointwatch.domain.ledger;

import org.jspecify.annotations.NullMarked;
