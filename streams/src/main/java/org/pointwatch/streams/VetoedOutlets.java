// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.streams.Conservation.Line;

/**
 * Which outlets are vetoed, and of which articles the steps behind were told, because of that, that they are withdrawn.
 * The latter follows the former article by article: at the article's next revision, or when it is visited again.
 */
final class VetoedOutlets {
    static final String OUTLETS = "outlet-vetoes";
    static final String ARTICLES = "vetoed-articles";

    private static final byte[] MARK = {1};

    private final KeyValueStore<String, OutletVeto> outlets;
    private final KeyValueStore<String, byte[]> articles;

    private VetoedOutlets(KeyValueStore<String, OutletVeto> outlets, KeyValueStore<String, byte[]> articles) {
        this.outlets = outlets;
        this.articles = articles;
    }

    static VetoedOutlets of(ProcessorContext<?, ?> context) {
        return new VetoedOutlets(context.getStateStore(OUTLETS), context.getStateStore(ARTICLES));
    }

    /** Whether what is current of an article must not count. */
    boolean veto(RevisionSet set) {
        return set.current().map(Revision::outlet).map(this::stands).orElse(false);
    }

    boolean stands(String outlet) {
        var veto = outlets.get(outlet);
        return veto != null && veto.stands();
    }

    /** Whether the article is taken for withdrawn though its outlet has not withdrawn it. */
    boolean hide(String article) {
        return articles.get(article) != null;
    }

    void hide(String article, boolean hidden) {
        if (hidden) {
            articles.put(article, MARK);
        } else {
            articles.delete(article);
        }
    }

    /** The state that an article is in before anything is found in it; null if it is to be counted. */
    static @Nullable Line state(RevisionSet set, boolean hidden) {
        if (set.equals(RevisionSet.NONE)) {
            return null;
        }
        if (set.current().isEmpty()) {
            return Line.WITHDRAWN;
        }
        return hidden ? Line.VETOED : null;
    }
}
