// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.SentimentSums;

/**
 * Decides what is told of one target. Whatever it is asked, the same memory, fact and time give the same answer.
 *
 * @param dossier its id
 */
public record AlertJudge(String dossier, AlertRules rules) {

    /** Something was reported. */
    public Verdict hears(String target, TargetMemory memory, Fact fact, Instant now) {
        var draft = new Draft(dossier, target, rules, memory, now);
        if (fact instanceof Fact.Sighted sighted) {
            sighted(draft, sighted.source(), sighted.tone());
        } else if (fact instanceof Fact.Counted counted) {
            new FigureRules(draft).counted(counted);
        } else if (fact instanceof Fact.Deadline deadline) {
            new DeadlineRules(draft).changed(deadline);
        } else if (fact instanceof Fact.DeadlineGone gone) {
            new DeadlineRules(draft).gone(gone.id());
        }
        return draft.verdict();
    }

    private static void sighted(Draft draft, Source source, @Nullable Integer tone) {
        if (source.live()) {
            draft.sightings = Evidence.with(source, draft.sightings);
            var told = tone == null ? SentimentSums.ZERO : SentimentSums.of(tone);
            draft.warm = told.positive() > 0 ? Evidence.with(source, draft.warm) : draft.warm;
            draft.cold = told.negative() > 0 ? Evidence.with(source, draft.cold) : draft.cold;
        } else if (draft.replayed == null || source.at().isAfter(draft.replayed)) {
            draft.replayed = source.at();
        }
    }

    /** Time has passed. */
    public Verdict waits(String target, TargetMemory memory, Instant now) {
        var draft = new Draft(dossier, target, rules, memory, now);
        new DeadlineRules(draft).near();
        return draft.verdict();
    }

    /**
     * Looks at how the target is covered.
     *
     * @param seeing whether articles come in as usual, so that a silence is the target's own
     */
    public Verdict looks(String target, TargetMemory memory, History history, boolean seeing, Instant now) {
        var draft = new Draft(dossier, target, rules, memory, now);
        new CoverageRules(draft).look(history, seeing);
        return draft.verdict();
    }
}
