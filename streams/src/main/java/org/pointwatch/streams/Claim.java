// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.wire.record.Finding;

/** One mention of a deadline in an article, with what is needed of the article and its sentence to walk it. */
record Claim(Binding binding, Statement statement) {
    /** Mentions of deadlines that one article can make; what has more is a list, and its first ones will do. */
    static final int MOST = 40;

    /** The first of them, in the order of the text. */
    static List<Claim> of(Finding f, boolean live) {
        var claims = new ArrayList<Claim>();
        for (var mention : f.deadlines().subList(0, Math.min(MOST, f.deadlines().size()))) {
            var text = f.sentences().get(mention.sentence()).text();
            var statement = Statement.of(f.eventTime(), f.article(), live, mention, text);
            if (statement != null) {
                claims.add(new Claim(Binding.of(f.dossier(), mention), statement));
            }
        }
        return List.copyOf(claims);
    }
}
