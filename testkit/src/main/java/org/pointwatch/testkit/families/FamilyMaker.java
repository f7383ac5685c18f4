// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the family of one report: every kind of copy, each at another outlet, and two updates. */
final class FamilyMaker {
    private static final int[] STRENGTHS = {80, 60, 40, 20};
    private static final double[] OCR_SHARES = {0.01, 0.025, 0.05};
    private static final int FURNISHED_WHOLE = 3;

    private final Report report;
    private final Outlets outlets;
    private final Fillers fillers;
    private final List<String> headlines;
    private final Random random;
    private final Iterator<String> plain;
    private final Iterator<String> dressed;
    private final Iterator<String> brief;
    private final Family family;

    FamilyMaker(
            Report report, Outlets outlets, Fillers fillers, List<String> headlines, Instant published, Random random) {
        this.report = report;
        this.outlets = outlets;
        this.fillers = fillers;
        this.headlines = headlines;
        this.random = random;
        this.plain = Outlets.shuffled(outlets.plain(), random).iterator();
        this.dressed = Outlets.shuffled(outlets.dressed(), random).iterator();
        this.brief = Outlets.shuffled(outlets.brief(), random).iterator();
        var original =
                Family.original(report.id(), plain.next(), report.draft(), published, report.id(), report.kind());
        this.family = Family.begin(report.id(), original, random);
    }

    List<Labelled> make() {
        wholeAndHeadlines();
        abridged();
        furnished();
        changed(Kind.EXTENDED, new Extending(50, false, report.language(), fillers));
        changed(Kind.EXTENDED, new Extending(50, true, report.language(), fillers));
        changed(Kind.REORDERED, new Reordering(true));
        changed(Kind.REORDERED, new Reordering(false));
        changed(Kind.TYPOGRAPHIC, new Typography(false));
        changed(Kind.TYPOGRAPHIC, new Typography(true));
        for (double share : OCR_SHARES) {
            changed(Kind.OCR, new OcrNoise(share));
        }
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
        var furniture = outlets.furniture(outlet).around(headlines);
        family.copy(Kind.FURNITURE, outlet, furniture.apply(first.apply(report.draft(), random), random));
    }

    private void updates() {
        var updating = new Updating(report.language(), fillers);
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

    static List<String> headlines(List<Report> reports) {
        return reports.stream().map(report -> report.draft().title()).collect(Collectors.toUnmodifiableList());
    }
}
