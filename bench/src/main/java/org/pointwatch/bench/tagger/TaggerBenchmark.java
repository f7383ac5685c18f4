// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Tagger;

/** All in: words, sentences, furniture, gate, points, actors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TaggerBenchmark {
    static final String SHIPPED = "shipped";

    @Param({SHIPPED, "100", "1000", "10000", "100-words", "1000-words", "10000-words"})
    public String rules = SHIPPED;

    @Param({Articles.ON_TOPIC, Articles.MIXED, Articles.OFF_TOPIC})
    public String articles = Articles.ON_TOPIC;

    private Tagger tagger = Tagger.of(Dossiers.load(null).dossier());
    private Articles texts = new Articles(Articles.ON_TOPIC);

    @Setup
    public void compile() {
        if (!rules.equals(SHIPPED)) {
            var made = StandingRules.make(rules);
            tagger = Tagger.of(StandingRules.dossier(Dossiers.load(null).dossier(), made));
        }
        texts = new Articles(articles);
    }

    @Benchmark
    public TagResult tag() {
        var article = texts.next();
        return tagger.tag(article.title(), article.text(), "en");
    }
}
