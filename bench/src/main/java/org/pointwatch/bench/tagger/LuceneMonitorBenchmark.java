// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same rules and articles with the field's standard for stored queries, filtered by terms as its users do. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LuceneMonitorBenchmark {
    @Param({"100", "1000", "10000", "100-words", "1000-words", "10000-words"})
    public String rules = "100";

    @Param({Articles.ON_TOPIC, Articles.MIXED, Articles.OFF_TOPIC})
    public String articles = Articles.ON_TOPIC;

    private @Nullable Monitor monitor;
    private Articles texts = new Articles(Articles.ON_TOPIC);

    @Setup
    public void register() throws IOException {
        monitor = new Monitor(new StandardAnalyzer(), new TermFilteredPresearcher());
        monitor.register(queries(StandingRules.make(rules)));
        texts = new Articles(articles);
    }

    private static List<MonitorQuery> queries(List<StandingRule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new MonitorQuery("r" + i, rules.get(i).lucene()))
                .toList();
    }

    @Benchmark
    public @Nullable MatchingQueries<QueryMatch> match() throws IOException {
        var article = texts.next();
        var document = new Document();
        document.add(new TextField("text", article.title() + "\n\n" + article.text(), Field.Store.NO));
        return monitor == null ? null : monitor.match(document, QueryMatch.SIMPLE_MATCHER);
    }

    @TearDown
    public void close() throws IOException {
        if (monitor != null) {
            monitor.close();
        }
    }
}
