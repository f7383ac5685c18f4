// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.CopyVerdict.Copy;
import org.pointwatch.domain.dedup.CopyVerdict.Distinct;
import org.pointwatch.domain.dedup.CopyVerdict.Reason;
import org.pointwatch.domain.dedup.CopyVerdict.Update;
import org.pointwatch.domain.dedup.Overlap.Share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** The numbers of a comparison, and what follows from them alone. */
final class ComparisonTest {
    @Test
    void asksWithinOneOutletForMoreThanSharedWords() {
        var names = new Share(10, 20, 20);
        assertThat(CopyRule.judge(numbers(false, new Share(45, 64, 64), names))).isInstanceOf(Copy.class);
        assertThat(CopyRule.judge(numbers(true, new Share(45, 64, 64), names)))
                .asInstanceOf(type(Distinct.class))
                .returns(Reason.BACKGROUND, Distinct::reason);
        assertThat(CopyRule.judge(numbers(true, new Share(45, 64, 64), new Share(16, 20, 20))))
                .isInstanceOf(Update.class);
        assertThat(CopyRule.judge(numbers(false, new Share(45, 64, 64), new Share(4, 20, 20))))
                .asInstanceOf(type(Distinct.class))
                .returns(Reason.SERIAL, Distinct::reason);
        assertThat(CopyRule.judge(numbers(false, new Share(25, 64, 64), names)))
                .asInstanceOf(type(Distinct.class))
                .returns(Reason.BACKGROUND, Distinct::reason);
        assertThat(CopyRule.judge(numbers(false, new Share(5, 64, 64), names)))
                .asInstanceOf(type(Distinct.class))
                .returns(Reason.LITTLE_SHARED, Distinct::reason);
    }

    /** Two texts of 300 shingles that begin differently under titles that have nothing in common. */
    private static Comparison numbers(boolean sameOutlet, Share body, Share names) {
        var none = new Share(0, 10, 10);
        return new Comparison(
                sameOutlet, 300, 300, 0, new Overlap(Probe.SHARDS, body, new Share(0, 0, 0), none, 0, names, none));
    }

    @Test
    void comparesAsSetsWould() {
        var random = new Random(12);
        for (var i = 0; i < 500; i++) {
            var a = random.ints(random.nextInt(30), 1, 60).sorted().distinct().toArray();
            var b = random.ints(random.nextInt(30), 1, 60).sorted().distinct().toArray();
            var bound = random.nextInt(70);
            var tandem = new Tandem(a, b, bound);
            assertThat(tandem.odd()).isEqualTo(share(a, b, bound, 1));
            assertThat(tandem.even()).isEqualTo(share(a, b, bound, 0));
        }
    }

    private static Share share(int[] a, int[] b, int bound, int kind) {
        var own =
                IntStream.of(a).filter(h -> h <= bound && h % 2 == kind).boxed().toList();
        var other =
                IntStream.of(b).filter(h -> h <= bound && h % 2 == kind).boxed().toList();
        return new Share((int) own.stream().filter(other::contains).count(), own.size(), other.size());
    }
}
