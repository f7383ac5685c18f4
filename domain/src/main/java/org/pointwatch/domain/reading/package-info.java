// SPDX-License-Identifier: Apache-2.0

/** Reading an article: everything that one revision tells, put together in one place, whoever asks. */
@NullMarked
package org.pointwatch.domain.reading;

import org.jspecify.annotations.NullMarked;
