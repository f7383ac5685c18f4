// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.domain.ledger.Posting;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.TargetSentiment;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleSerdesTest {
    private static final Claim CLAIM = new Claim(DeadlineSerdesTest.BINDING, DeadlineSerdesTest.STATEMENT);
    private static final Stand STAND = new Stand(StanceSerdesTest.KEY, StanceSerdesTest.STATEMENT);

    private static final Revision FIRST = Stage.revision("https://a.example/1", "a.example", 0, 1, "Títle", "One.");
    private static final Revision HALF_A_CHARACTER =
            Stage.revision("https://a.example/1", "a\ud800.example", 0, 2, "Two \ud83d\ude00", "half \udc00, \u0000.");

    @Test
    void aSetOfRevisionsIsReadAsWritten() {
        var set = set(FIRST, HALF_A_CHARACTER, Stage.withdrawn(FIRST, 30));

        assertThat(again(ArticleSerdes.revisions(), set)).isEqualTo(set);
        assertThat(again(ArticleSerdes.revisions(), RevisionSet.NONE)).isEqualTo(RevisionSet.NONE);
    }

    @Test
    void aLedgerEntryIsReadAsWritten() {
        var lines =
                List.of(new Posting.Line("all", null), new Posting.Line("point:x", new TargetSentiment(-1_000, null)));
        var facts =
                new PostLedger.Facts(Stage.NOON, "a\ud800.example", lines, "1+test", List.of(CLAIM), List.of(STAND));
        var standing = new PostLedger.Facts(Stage.NOON, "b.example", lines, "1+test", List.of(), List.of(STAND));

        for (var entry : List.of(
                new PostLedger.Entry(facts, Relation.UPDATE),
                new PostLedger.Entry(facts, null),
                new PostLedger.Entry(standing, Relation.COPY),
                new PostLedger.Entry(null, Relation.ORIGINAL))) {
            assertThat(again(LedgerSerdes.entry(), entry)).isEqualTo(entry);
        }
    }

    @Test
    void bytesAreThoseOfTheReleasedVersion() {
        var lines = List.of(new Posting.Line("all", null), new Posting.Line("point:x", new TargetSentiment(-5, 7)));
        var entry = new PostLedger.Entry(
                new PostLedger.Facts(Stage.NOON, "a.example", lines, "1+test", List.of(), List.of()), Relation.COPY);

        assertThat(hex(ArticleSerdes.revisions(), set(FIRST)))
                .isEqualTo(
                        "0100010b3c57d4f5509c84f7413501000000006921a5fc00000000010b5e063b47a0a9cb4770990b3c57d4f5509c84f74135"
                                + "00010a612e6578616d706c6500011468747470733a2f2f612e6578616d706c652f31010754c3ad746c65010101054f6e652e"
                                + "000103656e000001000000006921a5c000000000056665656400000000006921a5fc00000000000000006921a5c000000000"
                                + "0100");
        assertThat(hex(LedgerSerdes.entry(), entry))
                .isEqualTo(
                        "010101000000006921a5c000000000010a612e6578616d706c650107312b74657374020104616c6c000108706f696e743a78010109010e");
    }

    private static RevisionSet set(Revision... revisions) {
        var set = RevisionSet.NONE;
        for (var revision : revisions) {
            set = set.add(revision).set();
        }
        return set;
    }

    private static <V> V again(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }

    private static <V> String hex(Serde<V> serde, V value) {
        return HexFormat.of().formatHex(serde.serializer().serialize("t", value));
    }
}
