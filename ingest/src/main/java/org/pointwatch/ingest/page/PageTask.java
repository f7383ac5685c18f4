// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.url.Domains;
import org.pointwatch.wire.record.WaitingPage;

/**
 * One page to read.
 *
 * @param owner is told what came of it
 * @param tries made so far
 */
record PageTask(WaitingPage page, PageOwner owner, int tries) {
    static PageTask of(WaitingPage page, PageOwner owner) {
        return new PageTask(page, owner, 0);
    }

    /** What is kept of an entry while its page waits. */
    static WaitingPage waiting(Revision r) {
        return new WaitingPage(slim(r), r.readable().length());
    }

    private static Revision slim(Revision r) {
        return r.draft().slim().done();
    }

    Revision entry() {
        return page.entry();
    }

    String url() {
        return String.valueOf(page.entry().url());
    }

    String host() {
        return Domains.ofUrl(url());
    }

    PageTask again() {
        return new PageTask(page, owner, tries + 1);
    }
}
