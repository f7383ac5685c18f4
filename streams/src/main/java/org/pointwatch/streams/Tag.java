// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.streams.RecallArticles.Recalled;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.override.VetoedTags;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.KeptText;

/**
 * Tags an article's current revision with the dossier in force, when it is a new one or when it was asked for again, and
 * leaves out what an analyst has vetoed of it; a withdrawn article gets a tombstone.
 */
final class Tag extends ContextualProcessor<String, Tag.Wanted, String, Tag.Tagged> {
    /** Bytes for names and numbers around what varies in length. */
    private static final long OF_A_LINE = 80;

    private static final long OF_A_FINDING = 100_000;
    private static final long OF_A_CHARACTER = 6;

    private final DossierInForce dossiers;
    private final MeterRegistry meters;
    private final AlsoFound also;
    private ReadOnlyKeyValueStore<String, TagVetoes> vetoes;

    /** What is found in an article besides what the dossier's rules find: nothing, but in tests of what follows. */
    interface AlsoFound {
        AlsoFound NOTHING = (revision, finding) -> finding;

        Finding in(Revision revision, Finding finding);
    }

    /** Why an article comes here. */
    sealed interface Wanted permits ArticleChange, Recalled, Decided {
        @Nullable
        Revision current();
    }

    /**
     * What was found.
     *
     * @param finding null for a withdrawn article
     * @param text what {@code texts} is to say of the article from now on; null if it says what it did
     * @param live whether it is news: its revision was fetched as it happened, not read from an archive, and no analyst
     *     has decided that it counts or not
     * @param decided whether an analyst has
     */
    record Tagged(@Nullable Finding finding, @Nullable Words text, boolean live, boolean decided) {}

    /** @param kept null where none are kept */
    record Words(@Nullable KeptText kept) {}

    Tag(DossierInForce dossiers, MeterRegistry meters, AlsoFound also) {
        this.dossiers = dossiers;
        this.meters = meters;
        this.also = also;
    }

    @Override
    public void init(ProcessorContext<String, Tagged> context) {
        super.init(context);
        dossiers.attach(context.getStateStore(DossierInForce.STORE));
        vetoes = context.getStateStore(KeepVetoes.STORE);
    }

    @Override
    public void process(Record<String, Wanted> record) {
        var wanted = record.value();
        if (wanted instanceof ArticleChange change && !change.currentChanged()) {
            return;
        }
        var dossier = dossiers.inForce();
        if (wanted instanceof Recalled again && dossier.version().equals(again.madeWith())) {
            retags(meters, "up-to-date").increment();
            return;
        }
        var current = wanted.current();
        var finding = current == null ? null : PoisonException.computing("tag", () -> found(current, dossier));
        if (wanted instanceof Recalled again) {
            var asked = dossier.version().equals(again.asked());
            retags(meters, asked ? "tagged" : "tagged-otherwise").increment();
        }
        var decided = wanted instanceof Decided;
        var live = !decided && (current == null || current.origin() == Origin.LIVE);
        context().forward(record.withValue(new Tagged(finding, words(wanted, finding), live, decided)));
    }

    /** Most articles mention nothing: of one that is here for the first time, nothing needs to be taken back. */
    private static @Nullable Words words(Wanted wanted, @Nullable Finding finding) {
        var current = wanted.current();
        if (current == null
                || finding == null
                || finding.points().isEmpty() && finding.actors().isEmpty()) {
            return wanted instanceof ArticleChange change && !change.again() ? null : new Words(null);
        }
        return new Words(new KeptText(
                current.id(),
                current.revision(),
                current.title(),
                current.readable(),
                current.body(),
                current.truncated()));
    }

    private Finding found(Revision current, DossierInForce.Compiled dossier) {
        var vetoed = vetoes.get(current.id());
        var all = also.in(current, dossiers.find(current, dossier));
        var finding = vetoed == null ? all : VetoedTags.without(all, vetoed.targets());
        var bytes = atMost(finding);
        if (bytes > Topics.LARGEST) {
            throw new PoisonException(
                    "tag",
                    "finding of article %s may take %d bytes, a message has room for %d: what matches this often is no rule"
                            .formatted(current.id(), bytes, Topics.LARGEST));
        }
        return finding;
    }

    /** Bytes that a finding takes as JSON, or more: told before anything is posted, because writing comes after that. */
    private static long atMost(Finding finding) {
        var evidence = finding.points().stream()
                        .mapToLong(p -> atMost(p.evidence()))
                        .sum()
                + finding.actors().stream().mapToLong(a -> atMost(a.evidence())).sum();
        var sentences = finding.sentences().stream()
                .mapToLong(s -> s.text().length() + OF_A_LINE)
                .sum();
        return OF_A_FINDING + evidence + OF_A_CHARACTER * (sentences + told(finding));
    }

    /** Characters of quotes, stances and figures, and of what stands around each. */
    private static long told(Finding finding) {
        return finding.quotes().stream()
                        .mapToLong(q -> OF_A_LINE + q.text().length())
                        .sum()
                + stances(finding)
                + finding.figures().size() * OF_A_LINE;
    }

    private static long stances(Finding finding) {
        var stances = finding.stances();
        return stances == null
                ? 0
                : stances.stream().mapToLong(s -> OF_A_LINE + s.text().length()).sum();
    }

    private static long atMost(List<Evidence> evidence) {
        return evidence.stream().mapToLong(e -> OF_A_LINE + e.rule().length()).sum();
    }

    /** What became of the requests to tag an article again. */
    static Counter retags(MeterRegistry meters, String outcome) {
        return meters.counter("pointwatch_retags_total", "outcome", outcome);
    }
}
