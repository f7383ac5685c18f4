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
        return new Revision(
                r.id(),
                r.revision(),
                r.feed(),
                r.outlet(),
                r.group(),
                r.url(),
                r.title(),
                r.summary(),
                "",
                r.truncated(),
                r.language(),
                r.author(),
                r.agency(),
                r.published(),
                r.publishedSource(),
                r.updated(),
                r.fetched(),
                r.firstSeen(),
                r.body(),
                r.origin());
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
