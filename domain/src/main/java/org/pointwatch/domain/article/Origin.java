// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

/** Whether a revision was fetched as it happened or read from an archive. */
public enum Origin {
    LIVE,
    REPLAY
}
