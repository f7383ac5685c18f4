// SPDX-License-Identifier: Apache-2.0
/** What no part of this program dials, whether it fetches a feed or delivers an alert: one list for all of them. */
@NullMarked
package org.pointwatch.wire.net;

import org.jspecify.annotations.NullMarked;
