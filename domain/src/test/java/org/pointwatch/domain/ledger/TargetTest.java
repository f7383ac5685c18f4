// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "2025-11-20T12:00:00Z,         2025-11-20T12:00:00Z",
        "2025-11-20T12:14:59.999999Z,  2025-11-20T12:00:00Z",
        "2025-11-20T12:15:00Z,         2025-11-20T12:15:00Z",
        "1969-12-31T23:59:59Z,         1969-12-31T23:45:00Z",
    })
    void startsABucketEachQuarterOfAnHour(Instant time, Instant bucket) {
        assertThat(Target.bucket(time)).isEqualTo(bucket);
    }

    @Test
    void makesAGroupsNameOfWhateverAListOfFeedsSays() {
        assertThat(Target.groupName(null)).isEmpty();
        assertThat(Target.groupName(" \t\n")).isEmpty();
        assertThat(Target.groupName(" News agencies@|/\u0000\u00a0x ")).isEqualTo("News-agencies-----x");
        assertThat(Target.groupName("щ".repeat(100))).isEqualTo("щ".repeat(60));
        assertThat(Target.groupName("a".repeat(59) + "😀")).isEqualTo("a".repeat(59));
        assertThat(Target.isFacet(Target.inGroup("all", "x"))).isTrue();
        assertThat(Target.isFacet("pair:army-cap|rubio")).isFalse();
    }

    @Test
    void namesTargetsAsTheContractDoes() {
        assertThat(Target.point("army-cap")).isEqualTo("point:army-cap");
        assertThat(Target.actor("von-der-leyen")).isEqualTo("actor:von-der-leyen");
        assertThat(Target.pair("army-cap", "rubio")).isEqualTo("pair:army-cap|rubio");
        assertThat(Target.plan("ukraine-peace-plan")).isEqualTo("plan:ukraine-peace-plan");
        assertThat(Target.coverageKey("all", Instant.parse("2025-11-20T12:15:00Z")))
                .isEqualTo("all@2025-11-20T12:15:00Z");
    }
}
