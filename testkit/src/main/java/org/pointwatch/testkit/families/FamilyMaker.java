// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the family of one report: every kind of copy, each at another outlet, and two updates. */
final class FamilyMaker {
    private static final int[] STRENGTHS = {80, 60, 40, 20};
    private static final double[] OCR_SHARES = {0.01, 0.025, 0.05};
    private static final int FURNISHED_WHOLE = 3;

    private final Report report;
    private final Supplies supplies;
    private final Random random;
    private final Iterator<String> plain;
    private final Iterator<String> dressed;
    private final Iterator<String> brief;
    private final Family family;

    FamilyMaker(Report report, Supplies supplies, Instant published, Random random) {
        this.report = report;
        this.supplies = supplies;
        var outlets = supplies.outlets();
        this.random = random;
        this.plain = Outlets.shuffled(outlets.plain(), random).iterator();
        this.dressed = dressed(outlets, report.language(), random).iterator();
        this.brief = Outlets.shuffled(outlets.brief(), random).iterator();
        var original =
                Family.original(report.id(), plain.next(), report.draft(), published, report.id(), report.kind());
        this.family = Family.begin(report.id(), original, random);
    }

    /** Outlets of the report's language first, then English ones, which carry anything. */
    private static List<String> dressed(Outlets outlets, String language, Random random) {
        var own = Outlets.shuffled(outlets.dressed(language), random).stream();
        var english = Outlets.shuffled(outlets.dressed("en"), random).stream();
        return Stream.concat(own, english).distinct().toList();
    }

    List<Labelled> make() {
        wholeAndHeadlines();
        abridged();
        furnished();
        rearranged();
        damaged();
        updates();
        summaries();
        return family.articles();
    }

    private void wholeAndHeadlines() {
        var draft = report.draft();
        family.copy(Kind.WHOLE, plain.next(), draft);
        family.copy(Kind.WHOLE, plain.next(), draft);
        family.copy(Kind.HEADLINE, plain.next(), draft.withTitle(report.otherTitle()));
        family.copy(Kind.HEADLINE, plain.next(), draft.withTitle(Prose.head(draft.text(), 8) + "…"));
    }

    private void abridged() {
        for (int percent : STRENGTHS) {
            changed(Kind.ABRIDGED, cut(percent));
            changed(Kind.ABRIDGED, thin(percent));
        }
    }

    private void rearranged() {
        for (boolean choice : new boolean[] {false, true}) {
            changed(Kind.EXTENDED, new Extending(50, choice, report.language(), supplies.fillers()));
            changed(Kind.REORDERED, new Reordering(choice));
        }
    }

    private void damaged() {
        changed(Kind.TYPOGRAPHIC, new Typography(false));
        changed(Kind.TYPOGRAPHIC, new Typography(true));
        for (double share : OCR_SHARES) {
            changed(Kind.OCR, new OcrNoise(share));
        }
    }

    private void furnished() {
        Change asIs = (draft, unused) -> draft;
        for (int i = 0; i < FURNISHED_WHOLE; i++) {
            furnished(asIs);
        }
        furnished(cut(60));
        furnished(thin(40));
    }

    private void furnished(Change first) {
        var outlet = dressed.next();
        var furniture = supplies.furniture(outlet);
        family.copy(Kind.FURNITURE, outlet, furniture.apply(first.apply(report.draft(), random), random));
    }

    private void updates() {
        var updating = new Updating(report.language(), supplies.fillers());
        family.update(updating.apply(report.draft(), random));
        family.update(updating.apply(report.draft().withTitle(report.otherTitle()), random));
    }

    private void summaries() {
        family.copy(Kind.SHORT, brief.next(), new Shortening(false).apply(report.draft(), random));
        family.copy(Kind.SHORT, brief.next(), new Shortening(true).apply(report.draft(), random));
        var retitled = report.draft().withTitle(report.otherTitle());
        family.copy(Kind.SHORT, brief.next(), new Shortening(true).apply(retitled, random));
    }

    private void changed(Kind kind, Change change) {
        family.copy(kind, plain.next(), change.apply(report.draft(), random));
    }

    private static Change cut(int percent) {
        return new Abridging(Abridging.Manner.CUT_FROM_END, percent, Set.of());
    }

    private Change thin(int percent) {
        return new Abridging(Abridging.Manner.THINNED, percent, report.background());
    }
}
