// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import org.pointwatch.domain.article.Body;
import org.pointwatch.wire.record.KeptText;

/** What an audit keeps of the words of an article: which they are, not the words, of which there may be gigabytes. */
record Words(String revision, Body body, boolean truncated) {
    static Words of(KeptText kept) {
        return new Words(kept.revision(), kept.body(), kept.truncated());
    }
}
